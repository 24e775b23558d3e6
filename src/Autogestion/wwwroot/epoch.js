// A book that began a new epoch after a restore, as the phone meets it: is what the book declares true to what this phone saw,
// and does the member go on with it? Loaded only then.

import { broken, growth, keep, keyOf, origin } from './seal.js';

// A book that began anew says which entries were lost. What it says must agree with what this phone saw: the same size and
// root where they can be compared, and everything before the loss still there.
export async function anew(book, kept, now, get) {
  const begun = (await get(`/c/${book}/api/epochs`)).view.filter(one => one.epoch > epoch(kept));
  if (name(kept) !== name(now) || begun.length === 0 || begun.at(-1).epoch !== epoch(now)) return broken('origin', kept, now);
  const [{ oldSize, oldRoot }] = begun;
  const lostFrom = Math.min(...begun.map(one => one.lostFrom));
  if (kept.size > oldSize) return broken('undeclared', kept, now);
  if (kept.size === oldSize && kept.root !== oldRoot) return broken('inconsistent', kept, now);
  if (kept.size < lostFrom) {
    const given = await growth(book, kept, get);
    if (!given.proven) return broken('inconsistent', kept, now);
  }
  return { state: 'epoch', kept, now, begun, lostFrom, lostTo: oldSize, seen: Math.max(0, kept.size - lostFrom + 1) };
}

/** Keeps the new seal beside the old one, which stays: for whoever knows what was declared and goes on. */
export function accept(book, store, { kept, now }) {
  const before = JSON.parse(store.getItem(`${keyOf(book)}.before`) ?? '[]');
  store.setItem(`${keyOf(book)}.before`, JSON.stringify([...before, kept]));
  return keep(book, store, now, 'matches');
}

/** Shows what was lost, and takes the new book only when told to. */
export function declare(document, book, store, found) {
  const { kept, now, begun, lostFrom, lostTo, seen } = found;
  const banner = document.getElementById('seal-epoch').content.cloneNode(true);
  const put = (name, text) => banner.querySelectorAll(`[data-${name}]`).forEach(place => { place.textContent = text; });
  put('lost', lostFrom > lostTo ? '0' : `${lostFrom}–${lostTo}`);
  put('seen', seen);
  for (const told of banner.querySelectorAll('[data-if-seen]')) told.hidden = (seen > 0) !== (told.dataset.ifSeen === 'true');
  put('kept', `${kept.size} · ${kept.root} · ${kept.seen}`);
  put('shown', `${now.size} · ${now.root}`);
  const link = banner.querySelector('[data-entry]');
  link.href += `/${begun.at(-1).position}`;
  const form = banner.querySelector('form');
  const done = banner.querySelector('[data-done]');
  form.addEventListener('submit', event => {
    event.preventDefault();
    accept(book, store, found);
    form.hidden = true;
    done.hidden = false;
  });
  document.getElementById('main').prepend(banner);
}

const name = checkpoint => origin(checkpoint).split('/')[1];

/** The third part of an origin is the epoch; the first epoch has none. */
const epoch = checkpoint => Number(origin(checkpoint).split('/')[2] ?? 1);
