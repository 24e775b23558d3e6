// Blind signatures as in RFC 9474, variant RSABSSA-SHA384-PSS-Randomized: the side of whoever has something signed. Whoever
// signs learns nothing about it, whatever the computing power.

import { sha384 } from './sha384.js';

const hashLength = 48;

/** Reads the two numbers of a public key from a SubjectPublicKeyInfo in base64. */
export function readKey(text) {
  const bytes = fromBase64(text);
  const inner = (at, skip = 0) => { // where the content of a DER element begins and ends
    const long = bytes[at + 1] & 0x80 ? bytes[at + 1] & 0x7f : 0;
    let length = long ? 0 : bytes[at + 1];
    for (let i = 0; i < long; i++) length = length * 256 + bytes[at + 2 + i];
    const from = at + 2 + long;
    return [from + skip, from + length];
  };
  const [algorithm] = inner(0);
  const [, algorithmEnds] = inner(algorithm);
  const [key] = inner(algorithmEnds, 1); // a bit string, its first byte counts unused bits
  const [modulus] = inner(key);
  const [modulusFrom, modulusEnds] = inner(modulus);
  const [exponentFrom, exponentEnds] = inner(modulusEnds);
  return { modulus: toNumber(bytes.slice(modulusFrom, modulusEnds)), exponent: toNumber(bytes.slice(exponentFrom, exponentEnds)) };
}

/** Whether a key is one that tells nobody apart: the usual exponent, and a modulus of the size that everybody's has. */
export const isSound = key => key.exponent === 65537n && bitsOf(key.modulus) === 2048 && (key.modulus & 1n) === 1n;

/** Draws a message and makes it unrecognisable. What is kept goes into finish. */
export function blind(key, random = fresh) {
  const message = random(64); // a random prefix of 32 bytes, as the variant says, and 32 random bytes as the message itself
  const salt = random(hashLength);
  for (;;) {
    const factor = toNumber(random(sizeOf(key) + 16)) % key.modulus;
    const inverse = factor > 1n ? invert(factor, key.modulus) : null;
    if (inverse) return { message, inverse, blinded: blindWith(key, message, salt, factor) };
  }
}

/** Blinds with given randomness, as the vectors of the RFC do. */
export function blindWith(key, message, salt, factor) {
  const encoded = toNumber(encode(message, salt, bitsOf(key.modulus) - 1));
  return toBytes(encoded * power(factor, key.exponent, key.modulus) % key.modulus, sizeOf(key));
}

/** Takes the blinding off a signature; null if it is not the signature that was asked for. */
export function finish(key, { message, inverse }, signature) {
  const plain = toBytes(toNumber(signature) * inverse % key.modulus, sizeOf(key));
  return verify(key, message, plain) ? plain : null;
}

/** Whether a message was signed with the key: EMSA-PSS-VERIFY of RFC 8017, section 9.1.2. */
export function verify(key, message, signature) {
  const bits = bitsOf(key.modulus) - 1;
  const length = Math.ceil(bits / 8);
  const number = power(toNumber(signature), key.exponent, key.modulus);
  if (signature.length !== sizeOf(key) || number >> BigInt(8 * length)) return false;
  const encoded = toBytes(number, length);
  const digest = encoded.slice(length - hashLength - 1, length - 1);
  const block = encoded.slice(0, length - hashLength - 1);
  mask(digest, block.length).forEach((byte, i) => { block[i] ^= byte; });
  block[0] &= 0xff >> (8 * length - bits);
  const salt = block.slice(block.length - hashLength);
  const expected = encode(message, salt, bits);
  return encoded.every((byte, i) => byte === expected[i]);
}

// EMSA-PSS-ENCODE of RFC 8017, section 9.1.1.
function encode(message, salt, bits) {
  const length = Math.ceil(bits / 8);
  const digest = sha384(join(new Uint8Array(8), sha384(message), salt));
  const masked = mask(digest, length - hashLength - 1);
  const block = join(new Uint8Array(masked.length - salt.length - 1), [1], salt);
  block.forEach((byte, i) => { masked[i] ^= byte; });
  masked[0] &= 0xff >> (8 * length - bits);
  return join(masked, digest, [0xbc]);
}

// MGF1 of RFC 8017, appendix B.2.1.
function mask(seed, length) {
  let made = new Uint8Array();
  for (let round = 0; made.length < length; round++) made = join(made, sha384(join(seed, [round >> 24, round >> 16, round >> 8, round])));
  return made.slice(0, length);
}

function power(base, exponent, modulus) {
  let result = 1n;
  for (base %= modulus; exponent > 0n; exponent >>= 1n, base = base * base % modulus)
    if (exponent & 1n) result = result * base % modulus;
  return result;
}

/** The number by which the product leaves one, or null: extended Euclid. */
export function invert(number, modulus) {
  let [left, right, x, y] = [modulus, number, 0n, 1n];
  while (right) {
    const quotient = left / right;
    [left, right, x, y] = [right, left - quotient * right, y, x - quotient * y];
  }
  return left === 1n ? ((x % modulus) + modulus) % modulus : null;
}

const fresh = count => crypto.getRandomValues(new Uint8Array(count));
const bitsOf = number => number.toString(2).length;
const sizeOf = key => Math.ceil(bitsOf(key.modulus) / 8);

export const join = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]));
export const toNumber = bytes => BigInt('0x' + (toHex(bytes) || '0'));
export const toHex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
export const toBytes = (number, length) => Uint8Array.from(number.toString(16).padStart(length * 2, '0').match(/../g), pair => parseInt(pair, 16));
export const fromBase64 = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
export const toBase64 = bytes => btoa(String.fromCharCode(...bytes));
