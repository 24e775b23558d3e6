// The phone's side of blind signatures, against the vector of RFC 9474 and node's own RSA.
// Run by ScriptSpecs with the folders of the scripts and of the vectors as arguments; prints how many checks held.

import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, verify as verifyByNode, constants } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const scripts = pathToFileURL(`${process.argv[2]}/`);
const { sha384 } = await import(new URL('sha384.js', scripts));
const { blind, blindWith, finish, invert, isSound, readKey, toBytes, toHex, toNumber, verify, fromBase64, toBase64 } = await import(new URL('blind.js', scripts));
const vector = JSON.parse(readFileSync(`${process.argv[3]}/rfc9474.json`, 'utf8'));

let held = 0;
const holds = (truth, what) => { assert.ok(truth, what); held++; };
const bytes = text => Uint8Array.from(Buffer.from(text, 'hex'));

// 1. SHA-384 agrees with another implementation at every length around the padding.
for (let length = 0; length <= 300; length++) {
  const text = Uint8Array.from({ length }, (_, at) => (at * 131 + length) & 255);
  holds(toHex(sha384(text)) === createHash('sha384').update(text).digest('hex'), `SHA-384 of ${length} bytes`);
}

// 2. The vector: blinding, taking it off, and the signature.
const key = { modulus: toNumber(bytes(vector.n)), exponent: 65537n };
const message = bytes(vector.msg_prefix + vector.msg);
const inverse = toNumber(bytes(vector.inv));
holds(toHex(blindWith(key, message, bytes(vector.salt), invert(inverse, key.modulus))) === vector.blinded_msg, 'blinded as in the vector');
holds(toHex(finish(key, { message, inverse }, bytes(vector.blind_sig))) === vector.sig, 'finished as in the vector');
holds(verify(key, message, bytes(vector.sig)), 'verified');
holds(!verify(key, bytes(vector.msg), bytes(vector.sig)), 'another message is not verified');
holds(finish(key, { message, inverse }, bytes(vector.sig)) === null, 'another signature is not finished');

// 3. A fresh key, read as the book announces it; signed by plain arithmetic; judged by node.
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const announced = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const own = readKey(announced);
holds(isSound(own), 'a sound key');
holds(!isSound({ ...own, exponent: 3n }) && !isSound(key), 'keys that could tell people apart');
const d = toNumber(Buffer.from(pair.privateKey.export({ format: 'jwk' }).d, 'base64url'));
const power = (base, exponent, modulus) => {
  let result = 1n;
  for (base %= modulus; exponent > 0n; exponent >>= 1n, base = base * base % modulus) if (exponent & 1n) result = result * base % modulus;
  return result;
};
for (let round = 0; round < 3; round++) {
  const kept = blind(own);
  const signature = finish(own, kept, toBytes(power(toNumber(kept.blinded), d, own.modulus), 256));
  holds(verifyByNode('sha384', kept.message, { key: pair.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature), 'node agrees');
  holds(toHex(fromBase64(toBase64(signature))) === toHex(signature), 'base64 there and back');
}
console.log(`${held} checks held`);
