// The device that is handed around. For a secret vote it keeps one random number while the vote lasts, and the signatures of
// the envelopes without a name on them: which of them is whose follows only from that number together with a person's number
// and code, which are kept nowhere. After the vote all of it is forgotten.

import { blind, finish, fromBase64, isSound, join, readKey, toBase64, verify } from './blind.js';
import { lineOf, put, store } from './secret.js';
import { sha256ByHand } from './sha256.js';

const prefix = 'pad ';
const slowly = 3000;

export function begin(document) {
  const pad = document.querySelector('[data-pad]');
  forget(pad.dataset.vote);
  speak(document, pad);
  const draw = pad.querySelector('[data-pad-draw]');
  if (!draw) sessionStorage.removeItem('pad member');
  if (draw) {
    draw.hidden = false;
    draw.addEventListener('submit', event => { event.preventDefault(); act(pad, () => drawEnvelope(pad, draw)); });
  }
  const enter = pad.querySelector('[data-pad-enter]');
  enter?.addEventListener('submit', event => {
    if (pad.dataset.state !== 'casting') { remember(enter); return; }
    const mine = find(pad, enter.elements.member.value, enter.elements.code.value);
    if (!mine) return; // the server says what else there is to do
    event.preventDefault();
    showBallot(pad, enter, mine);
  });
  addEventListener('pageshow', event => { if (event.persisted) location.replace(pad.dataset.here); });
}

/** A stream of bytes that only this device, number and code together lead to. */
export function stream(secret, member, code) {
  let seed = sha256ByHand(join(fromBase64(secret), new TextEncoder().encode(`${Number(member)}\n${code.replace(/\D/g, '')}`)));
  for (let round = 0; round < slowly; round++) seed = sha256ByHand(seed);
  let block = 0;
  return count => {
    let made = new Uint8Array();
    for (; made.length < count; block++) made = join(made, sha256ByHand(join(seed, [block >> 24, block >> 16, block >> 8, block])));
    return made.slice(0, count);
  };
}

function drawer(pad) {
  const kept = JSON.parse(localStorage.getItem(prefix + pad.dataset.vote) ?? 'null')
    ?? { secret: toBase64(crypto.getRandomValues(new Uint8Array(32))), signatures: [] };
  localStorage.setItem(prefix + pad.dataset.vote, JSON.stringify(kept));
  return kept;
}

async function drawEnvelope(pad, form) {
  const key = readKey(pad.dataset.key);
  if (!isSound(key)) throw new Error('key');
  const kept = drawer(pad);
  const member = sessionStorage.getItem('pad member') ?? '';
  const mine = blind(key, stream(kept.secret, member, form.elements.again.value));
  const body = new URLSearchParams(new FormData(form));
  body.delete('again'); // the code is used here and goes nowhere
  body.set('id', store(mine).id);
  body.set('blinded', toBase64(mine.blinded));
  const answer = await fetch(form.action, { method: 'POST', body });
  const said = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(String(answer.status)), { words: said.detail ?? said.title });
  const signature = finish(key, mine, fromBase64(said.signature));
  if (!signature) throw new Error('signature');
  const all = [...new Set([...kept.signatures, toBase64(signature)])].sort();
  localStorage.setItem(prefix + pad.dataset.vote, JSON.stringify({ ...kept, signatures: all }));
  sessionStorage.removeItem('pad member');
  form.hidden = true;
  pad.querySelector('[data-pad-drawn]').hidden = false;
  setTimeout(() => location.replace(pad.dataset.here), 8000);
}

// From the entering of number and code to the drawing, and no longer.
function remember(form) {
  sessionStorage.setItem('pad member', form.elements.member.value);
}

function find(pad, member, code) {
  const kept = JSON.parse(localStorage.getItem(prefix + pad.dataset.vote) ?? 'null');
  if (!kept) return null;
  const key = readKey(pad.dataset.key);
  const { message } = blind(key, stream(kept.secret, member, code));
  const signature = kept.signatures.find(one => verify(key, message, fromBase64(one)));
  return signature ? { message: toBase64(message), signature } : null;
}

function showBallot(pad, enter, mine) {
  const ballot = pad.querySelector('[data-pad-cast]');
  enter.reset();
  enter.hidden = true;
  ballot.hidden = false;
  const leave = setTimeout(() => location.replace(pad.dataset.here), 120000);
  const cast = line => act(pad, async () => {
    await put(pad.dataset, mine, line());
    clearTimeout(leave);
    ballot.hidden = true;
    pad.querySelector('[data-pad-done]').hidden = false;
    setTimeout(() => location.replace(pad.dataset.here), 6000);
  });
  ballot.querySelectorAll('[data-cast]').forEach(button => button.addEventListener('click', () => cast(() => button.dataset.cast)));
  ballot.querySelector('[data-ballot]')?.addEventListener('submit', event => {
    event.preventDefault();
    cast(() => lineOf(event.target));
  });
}

async function act(pad, what) {
  const no = pad.querySelector('[data-no]');
  no.hidden = true;
  try {
    await what();
  } catch (fault) {
    no.textContent = fault.words ?? no.dataset.offline;
    no.hidden = false;
  }
}

function forget(vote) {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix) && key !== prefix + vote) localStorage.removeItem(key);
}

// Says aloud what is on the screen, where the browser can.
function speak(document, pad) {
  const button = pad.querySelector('[data-speak]');
  if (!('speechSynthesis' in globalThis)) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = [...pad.querySelectorAll('[data-spoken] :is(p, label, button)')].filter(part => part.offsetParent).map(part => part.innerText);
    const words = new SpeechSynthesisUtterance(shown.join('. '));
    words.lang = document.documentElement.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  });
}
