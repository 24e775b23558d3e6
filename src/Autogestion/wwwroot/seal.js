// The phone as witness: it keeps the last checkpoint it saw of each book and at each visit asks for the proof that the book
// has only grown since. When the proof fails, or the book shrank or began anew, it says so loudly and keeps what it had.
// A book that seems shorter is asked once more after a while: the node may be catching up with itself.

import { fromBase64, grewFrom } from './consistency.js';

const catchUp = () => new Promise(done => setTimeout(done, 5000));
const keyOf = book => `autogestion.seal.${book}`;

/** Checks the book of this page; `data-book` on the body names it. */
export async function begin(document, store = localStorage, get = getJson) {
  const book = document.body.dataset.book;
  const found = await check(book, store, get).catch(() => ({ state: 'unknown' }));
  if (found.state === 'broken') alarm(document, found);
  else tell(document, found.state);
}

/**
 * Compares the book with what is kept: `first`, `matches`, `unknown` (could not ask), or `broken` with its reason
 * (`shrank`, `inconsistent`, `origin`) and both checkpoints.
 */
export async function check(book, store, get, pause = catchUp) {
  const kept = JSON.parse(store.getItem(keyOf(book)) ?? 'null');
  let now = await get(`/c/${book}/api/checkpoint`);
  if (kept && origin(kept) === origin(now) && now.size < kept.size) {
    await pause();
    now = await get(`/c/${book}/api/checkpoint`);
  }
  if (!kept) return keep(book, store, now, 'first');
  if (origin(kept) !== origin(now)) return broken('origin', kept, now);
  if (now.size < kept.size) return broken('shrank', kept, now);
  if (now.size === kept.size) return now.root === kept.root ? { state: 'matches' } : broken('inconsistent', kept, now);

  const given = await get(`/c/${book}/api/consistency?from=${kept.size}`);
  const grew = await grewFrom(kept.size, fromBase64(kept.root), given.to, fromBase64(given.toRoot), given.proof.map(fromBase64));
  const agrees = given.to > now.size || (given.to === now.size && given.toRoot === now.root);
  if (!grew || !agrees) return broken('inconsistent', kept, { size: given.to, root: given.toRoot });
  return given.to === now.size ? keep(book, store, now, 'matches') : { state: 'matches' };
}

/** The first line of a signed note names the book and its epoch. */
const origin = checkpoint => checkpoint.note.split('\n')[0];

const broken = (why, kept, now) => ({ state: 'broken', why, kept, now });

function keep(book, store, { size, root, note }, state) {
  store.setItem(keyOf(book), JSON.stringify({ size, root, note, seen: new Date().toISOString() }));
  return { state };
}

function alarm(document, { why, kept, now }) {
  const banner = document.getElementById('seal-broken').content.cloneNode(true);
  for (const reason of banner.querySelectorAll('[data-why]')) reason.hidden = reason.dataset.why !== why;
  banner.querySelector('[data-kept]').textContent = `${kept.size} · ${kept.root} · ${kept.seen}`;
  banner.querySelector('[data-shown]').textContent = `${now.size} · ${now.root}`;
  document.getElementById('main').prepend(banner);
}

function tell(document, state) {
  const place = document.querySelector('[data-seal-state]');
  if (place) place.textContent = place.dataset[state] ?? '';
}

async function getJson(address) {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
