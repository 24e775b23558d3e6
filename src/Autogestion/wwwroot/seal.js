// The phone as witness: it keeps the last checkpoint it saw of each book and at each visit asks for the proof that the book
// has only grown since. When the proof fails, or the book shrank or began anew without saying so, it says so loudly and keeps
// what it had. A new epoch that the book itself declares is shown with what was lost; the member accepts it, or does not.
// A book that seems shorter is asked once more after a while: the node may be catching up with itself.

import { fromBase64, grewFrom } from './consistency.js';

const catchUp = () => new Promise(done => setTimeout(done, 5000));
export const keyOf = book => `autogestion.seal.${book}`;

/** Checks the book of this page; `data-book` on the body names it. */
export async function begin(document, store = localStorage, get = getJson) {
  const book = document.body.dataset.book;
  const found = await check(book, store, get).catch(() => ({ state: 'unknown' }));
  if (found.state === 'broken') alarm(document, found);
  else if (found.state === 'epoch') (await import('./epoch.js')).declare(document, book, store, found);
  else tell(document, found.state);
}

/**
 * Compares the book with what is kept: `first`, `matches`, `unknown` (could not ask), `epoch` with what was lost, or `broken`
 * with its reason (`shrank`, `inconsistent`, `origin`, `undeclared`) and both checkpoints.
 */
export async function check(book, store, get, pause = catchUp) {
  const kept = JSON.parse(store.getItem(keyOf(book)) ?? 'null');
  let now = await get(`/c/${book}/api/checkpoint`);
  if (kept && origin(kept) === origin(now) && now.size < kept.size) {
    await pause();
    now = await get(`/c/${book}/api/checkpoint`);
  }
  if (!kept) return keep(book, store, now, 'first');
  if (origin(kept) !== origin(now)) return (await import('./epoch.js')).anew(book, kept, now, get);
  if (now.size < kept.size) return broken('shrank', kept, now);
  if (now.size === kept.size) return now.root === kept.root ? { state: 'matches' } : broken('inconsistent', kept, now);

  const given = await growth(book, kept, get);
  if (!given.proven || !(given.to > now.size || agrees(given, now))) return broken('inconsistent', kept, { size: given.to, root: given.toRoot });
  return given.to === now.size ? keep(book, store, now, 'matches') : { state: 'matches' };
}

/** The proof from what is kept to what the book is now, and whether it holds. */
export async function growth(book, kept, get) {
  const given = await get(`/c/${book}/api/consistency?from=${kept.size}`);
  const proven = await grewFrom(kept.size, fromBase64(kept.root), given.to, fromBase64(given.toRoot), given.proof.map(fromBase64));
  return { ...given, proven };
}

const agrees = (given, now) => given.to === now.size && given.toRoot === now.root;

/** The first line of a signed note names the book and its epoch. */
export const origin = checkpoint => checkpoint.note.split('\n')[0];

export const broken = (why, kept, now) => ({ state: 'broken', why, kept, now });

export function keep(book, store, { size, root, note }, state) {
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
