// A secret vote on one's own phone, in its two steps: an envelope signed blindly while envelopes are given, and later a ballot
// in it, sent without session or cookie. Between the two the envelope is kept on this device alone.

import { blind, finish, fromBase64, isSound, readKey, toBase64, toBytes, toNumber } from './blind.js';

const prefix = 'envelope ';

export function begin(document) {
  const show = () => document.querySelectorAll('[data-secret]').forEach(present);
  new MutationObserver(show).observe(document.querySelector('main'), { childList: true, subtree: true });
  document.addEventListener('click', event => {
    const part = event.target.closest('[data-secret]');
    if (event.target.closest('[data-draw]')) act(part, draw);
    const chosen = event.target.closest('[data-cast]');
    if (chosen) act(part, () => cast(part, chosen.dataset.cast));
  });
  document.addEventListener('submit', event => {
    const form = event.target.closest('[data-secret] [data-ballot]');
    if (!form) return;
    event.preventDefault();
    const part = form.closest('[data-secret]');
    act(part, () => cast(part, lineOf(form)));
  });
  show();
}

/** What was filled in, in the one way in which such a ballot is written. */
export function lineOf(form) {
  const numbers = form.dataset.ballot === 'approve'
    ? [...form.querySelectorAll('input:checked')].map(box => Number(box.value))
    : placed([...form.querySelectorAll('input[name^=place]')].map((field, at) => ({ option: at + 1, place: Number(field.value) })).filter(one => one.place > 0));
  if (!numbers?.length) throw Object.assign(new Error('ballot'), { words: form.dataset.bad });
  return `${form.dataset.ballot} ${numbers.join(' ')}`;
}

const placed = options => new Set(options.map(one => one.place)).size === options.length
  ? options.sort((a, b) => a.place - b.place).map(one => one.option) : null;

/** What a device keeps of a vote; nothing but "done" once the ballot is in the box. */
export const kept = vote => JSON.parse(localStorage.getItem(prefix + vote) ?? 'null');
export const keep = (vote, what) => localStorage.setItem(prefix + vote, JSON.stringify(what));

function present(part) {
  const mine = kept(part.dataset.vote);
  const state = mine?.done ? 'done'
    : part.dataset.secret === 'casting' ? (mine?.signature ? 'cast' : 'elsewhere')
      : mine?.signature ? 'wait'
        : part.dataset.drawn === 'yes' && !mine ? 'elsewhere' : 'none';
  for (const piece of part.querySelectorAll('[data-show]')) {
    const hidden = piece.dataset.show !== state;
    if (piece.hidden !== hidden) piece.hidden = hidden;
  }
}

async function act(part, what) {
  const buttons = [...part.querySelectorAll('button')];
  part.querySelector('[data-no]').hidden = true;
  buttons.forEach(button => { button.disabled = true; });
  let words = null;
  try {
    await what(part);
  } catch (fault) {
    words = fault.words ?? '';
  }
  buttons.forEach(button => { button.disabled = false; });
  // The sitting went on meanwhile: the part on the page may be a fresh one.
  const now = part.isConnected ? part : document.querySelector('[data-secret]');
  if (!now) return;
  present(now);
  const no = now.querySelector('[data-no]');
  if (words === null || !no) return;
  no.textContent = words || no.dataset.offline;
  no.hidden = false;
}

async function draw(part) {
  const key = readKey(part.dataset.key);
  if (!isSound(key)) throw new Error('key');
  // Kept before it is sent: if the answer is lost, the same request gets the same answer.
  const mine = kept(part.dataset.vote) ?? store(blind(key));
  keep(part.dataset.vote, mine);
  const signature = await drawn(part.dataset, mine, { Autogestion: 'envelope' }, part.dataset.api);
  const finished = finish(key, { message: fromBase64(mine.message), inverse: toNumber(fromBase64(mine.inverse)) }, signature);
  if (!finished) throw new Error('signature');
  keep(part.dataset.vote, { message: mine.message, signature: toBase64(finished) });
}

async function cast(part, ballot) {
  const mine = kept(part.dataset.vote);
  await put(part.dataset, mine, ballot);
  keep(part.dataset.vote, { done: true });
}

/** A blinded message as it is kept until its answer comes. */
export const store = ({ message, inverse, blinded }) =>
  ({ id: uuid(), message: toBase64(message), inverse: toBase64(toBytes(inverse, blinded.length)), blinded: toBase64(blinded) });

/** Has a blinded message signed, in the name of whoever asks. */
export async function drawn({ assembly, motion }, mine, headers, api, more = {}) {
  const body = JSON.stringify({ id: mine.id, assembly: Number(assembly), blinded: mine.blinded, ...more });
  const answer = await fetch(`${api}/envelope/${motion}`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });
  return fromBase64((await said(answer)).signature);
}

/** Puts a ballot into the box: no cookie goes along, no address of the page it came from. */
export async function put({ api, motion }, { message, signature }, ballot) {
  const body = JSON.stringify({ message, signature, ballot });
  await said(await fetch(`${api}/ballot-box/${motion}`, {
    method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', headers: { 'Content-Type': 'application/json' }, body,
  }));
}

async function said(answer) {
  const words = await answer.json();
  if (answer.ok) return words;
  throw Object.assign(new Error(String(answer.status)), { words: words.words ?? words.detail ?? words.title });
}

// crypto.randomUUID is missing over plain http.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
