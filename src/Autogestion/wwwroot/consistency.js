// Whether a book only grew between two sizes: the consistency proof of RFC 6962 §2.1.2, checked as in RFC 9162 §2.1.4.2.

import { sha256 } from './sha256.js';

/** Bytes from base64. */
export const fromBase64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

/**
 * Checks that the tree of `to` entries begins with the tree of `from` entries.
 * Sizes are whole numbers, roots and the hashes of the proof are 32 bytes each. Any malformed input fails.
 */
export async function grewFrom(from, fromRoot, to, toRoot, proof, hash = sha256) {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if ([fromRoot, toRoot, ...proof].some(bytes => bytes.length !== 32)) return false;
  if (from === to) return proof.length === 0 && same(fromRoot, toRoot);
  if (from === 0) return proof.length === 0;
  if (proof.length === 0) return false;

  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof];
  let [node, last] = [from - 1, to - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [older, newer] = [path[0], path[0]];
  for (const step of path.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = await join(step, older, hash);
      newer = await join(step, newer, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else newer = await join(newer, step, hash);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(older, fromRoot) && same(newer, toRoot);
}

/** Sizes go beyond 32 bits, so halves are taken by division. */
const half = number => Math.floor(number / 2);

const isPowerOfTwo = number => {
  while (number % 2 === 0) number /= 2;
  return number === 1;
};

const join = (left, right, hash) => {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return hash(bytes);
};

const same = (left, right) => left.every((byte, at) => byte === right[at]);
