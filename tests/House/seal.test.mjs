// The phone's own check of a book, against the vectors of Certificate Transparency and a naive tree.
// Run by SealSpecs with the folder of the scripts as its argument; prints how many checks held.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';

const scripts = pathToFileURL(`${process.argv[2]}/`);
const { sha256, sha256ByHand } = await import(new URL('sha256.js', scripts));
const { grewFrom } = await import(new URL('consistency.js', scripts));
const { check } = await import(new URL('seal.js', scripts));
const { accept } = await import(new URL('epoch.js', scripts));

let held = 0;
const holds = (truth, what) => { assert.ok(truth, what); held++; };
const hex = bytes => Buffer.from(bytes).toString('hex');
const base64 = bytes => Buffer.from(bytes).toString('base64');
const sha = (...parts) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts.map(part => Buffer.from(part)))).digest());

// 1. SHA-256 by hand agrees with another implementation at every length around the padding, and with the browser's.
for (let length = 0; length <= 200; length++) {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 131 + length) & 255);
  holds(hex(sha256ByHand(bytes)) === hex(sha(bytes)), `SHA-256 of ${length} bytes`);
}
holds(hex(await sha256(new TextEncoder().encode('abc'))) === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'SHA-256 of abc');

// 2. The published roots of eight leaves, by the naive tree that judges the rest.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(text => Buffer.from(text, 'hex'));
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const split = count => { let half = 1; while (half * 2 < count) half *= 2; return half; };
const root = entries => entries.length === 1 ? sha([0], entries[0])
  : sha([1], root(entries.slice(0, split(entries.length))), root(entries.slice(split(entries.length))));
roots.forEach((expected, at) => holds(hex(root(leaves.slice(0, at + 1))) === expected, `root of ${at + 1} leaves`));

// 3. Published consistency proofs.
const published = [
  [1, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
  [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
  [2, 5, ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
];
for (const [from, to, proof] of published)
  holds(await grewFrom(from, Buffer.from(roots[from - 1], 'hex'), to, Buffer.from(roots[to - 1], 'hex'), proof.map(text => Buffer.from(text, 'hex'))), `published proof ${from} to ${to}`);

// 4. Every pair of sizes up to 40: the true proof holds, by both hashes; each way of tampering fails.
const prove = (from, entries, whole = true) => {
  if (from === entries.length) return whole ? [] : [root(entries)];
  const half = split(entries.length);
  return from <= half ? [...prove(from, entries.slice(0, half), whole), root(entries.slice(half))]
    : [...prove(from - half, entries.slice(half), false), root(entries.slice(0, half))];
};
const book = Array.from({ length: 40 }, (_, at) => Buffer.from(`entry ${at}`));
const rootsOfBook = [null, ...book.map((_, at) => root(book.slice(0, at + 1)))];
const spoil = bytes => { const other = Uint8Array.from(bytes); other[7] ^= 1; return other; };
for (let to = 1; to <= book.length; to++)
  for (let from = 1; from <= to; from++) {
    const proof = prove(from, book.slice(0, to));
    const [older, newer] = [rootsOfBook[from], rootsOfBook[to]];
    holds(await grewFrom(from, older, to, newer, proof), `${from} to ${to}`);
    holds(await grewFrom(from, older, to, newer, proof, async bytes => sha256ByHand(bytes)), `${from} to ${to} by hand`);
    holds(!await grewFrom(from, spoil(older), to, newer, proof), `${from} to ${to}, older root changed`);
    holds(!await grewFrom(from, older, to, spoil(newer), proof), `${from} to ${to}, newer root changed`);
    holds(!await grewFrom(from, older, to, newer, [...proof, older]), `${from} to ${to}, proof too long`);
    for (let at = 0; at < proof.length; at++) {
      holds(!await grewFrom(from, older, to, newer, proof.with(at, spoil(proof[at]))), `${from} to ${to}, step ${at} changed`);
      holds(!await grewFrom(from, older, to, newer, proof.filter((_, i) => i !== at)), `${from} to ${to}, step ${at} missing`);
    }
  }
for (const wrong of [[2, 1], [-1, 2], [1.5, 2], [1, 2 ** 60]])
  holds(!await grewFrom(wrong[0], rootsOfBook[1], wrong[1], rootsOfBook[2], []), `sizes ${wrong}`);

// 5. What the phone does from visit to visit.
const store = () => { const kept = new Map(); return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), kept }; };
const node = (entries, origin = 'plant', epochs = []) => async address => {
  const all = entries.length;
  if (address.endsWith('/epochs')) return { view: epochs };
  if (address.endsWith('/checkpoint')) return { size: all, root: base64(root(entries)), note: `${origin}\n${all}\n` };
  const from = Number(new URL(address, 'http://node').searchParams.get('from'));
  return { from, to: all, toRoot: base64(root(entries)), proof: prove(from, entries).map(base64) };
};
const phone = store();
const visit = (entries, origin) => check('plant', phone, node(entries, origin), async () => {});
const forged = [...book.slice(0, 3), Buffer.from('forged'), ...book.slice(4)];
holds((await visit(book.slice(0, 10))).state === 'first', 'the first visit keeps the seal');
holds((await visit(book.slice(0, 10))).state === 'matches', 'nothing new');
holds((await visit(book.slice(0, 23))).state === 'matches', 'the book grew');
holds(JSON.parse([...phone.kept.values()][0]).size === 23, 'the newer seal is kept');
for (const [entries, why, origin] of [[book.slice(0, 22), 'shrank'], [forged, 'inconsistent'], [forged.slice(0, 23), 'inconsistent'], [book, 'origin', 'plant-2']]) {
  const found = await visit(entries, origin);
  holds(found.state === 'broken' && found.why === why, why);
  holds(JSON.parse([...phone.kept.values()][0]).size === 23, `${why}: what the phone saw is not overwritten`);
}
const late = store();
await check('plant', late, node(book.slice(0, 30)));
let asked = 0;
const behind = async address => node(asked++ === 0 ? book.slice(0, 20) : book)(address);
holds((await check('plant', late, behind, async () => {})).state === 'matches', 'a node that was catching up is no alarm');
const lying = async address => ({ ...await node(book)(address), ...(address.endsWith('/checkpoint') ? { root: base64(rootsOfBook[39]) } : {}) });
holds((await check('plant', phone, lying)).why === 'inconsistent', 'a checkpoint other than the one proven');
holds((await visit(book)).state === 'matches', 'and a sound book still matches');

// 6. A book that began anew: 30 entries were known, 21 to 30 were lost, and it went on from 20 with others.
const anew = [...book.slice(0, 20), ...Array.from({ length: 6 }, (_, at) => Buffer.from(`after ${at}`))];
const declared = { epoch: 2, position: 21, oldSize: 30, oldRoot: base64(rootsOfBook[30]), lostFrom: 21 };
const second = async (seen, entries = anew, epochs = [declared], origin = 'autogestion/plant/2') => {
  const own = store();
  await check('plant', own, node(book.slice(0, seen), 'autogestion/plant'));
  const found = await check('plant', own, node(entries, origin, epochs), async () => {});
  holds(JSON.parse(own.getItem('autogestion.seal.plant')).size === seen, `${seen}: nothing is accepted silently`);
  return { own, found };
};
for (const [seen, lost] of [[10, 0], [20, 0], [21, 1], [25, 5], [30, 10]]) {
  const { own, found } = await second(seen);
  holds(found.state === 'epoch' && found.lostFrom === 21 && found.lostTo === 30 && found.seen === lost, `${seen} seen: told what was lost`);
  accept('plant', own, found);
  holds((await check('plant', own, node(anew, 'autogestion/plant/2', [declared]))).state === 'matches', `${seen} seen: accepted`);
  holds(JSON.parse(own.getItem('autogestion.seal.plant.before'))[0].size === seen, `${seen} seen: the earlier seal stays as evidence`);
  const later = [...anew, Buffer.from('more')];
  holds((await check('plant', own, node(later, 'autogestion/plant/2', [declared]))).state === 'matches', `${seen} seen: the new book grows`);
  holds((await check('plant', own, node(forged, 'autogestion/plant/2', [declared]))).state === 'broken', `${seen} seen: and is watched like the old one`);
}
const why = async (...scene) => { const { found } = await second(...scene); return found.state === 'broken' ? found.why : found.state; };
holds(await why(31) === 'undeclared', 'the phone saw more than the book says was lost');
holds(await why(30, anew, [{ ...declared, oldRoot: base64(rootsOfBook[29]) }]) === 'inconsistent', 'another root than the phone saw');
holds(await why(10, anew.with(3, Buffer.from('forged'))) === 'inconsistent', 'an entry before the loss was changed');
holds(await why(10, anew, []) === 'origin', 'a new origin that no entry declares');
holds(await why(10, anew, [declared], 'autogestion/plant/3') === 'origin', 'a later epoch than the book declares');
holds(await why(10, anew, [declared], 'autogestion/other/2') === 'origin', 'the book of somebody else');
const third = [...anew.slice(0, 22), ...Array.from({ length: 4 }, (_, at) => Buffer.from(`again ${at}`))];
const twice = [declared, { epoch: 3, position: 23, oldSize: 26, oldRoot: base64(root(anew)), lostFrom: 23 }];
holds((await second(25, third, twice, 'autogestion/plant/3')).found.state === 'epoch', 'two losses since the last visit');

console.log(`${held} checks held`);
