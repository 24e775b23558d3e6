// SHA-384 (FIPS 180-4) with nothing but arithmetic: the browser's own is missing over plain http, which is how a plant's own
// network usually speaks. Used for a few short texts only.

const word = value => BigInt.asUintN(64, value);
const primes = [];
for (let number = 2n; primes.length < 80; number++) if (primes.every(prime => number % prime)) primes.push(number);

// The first 64 bits behind the point of a square or cube root.
const fraction = (power, prime) => {
  const target = prime << BigInt(64 * power);
  let [low, high] = [0n, 1n << 80n];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** BigInt(power) <= target) low = middle; else high = middle - 1n;
  }
  return word(low);
};
const constants = primes.map(prime => fraction(3, prime));
const start = primes.slice(8, 16).map(prime => fraction(2, prime));
const turn = (value, by) => word((value >> by) | (value << (64n - by)));

/** The 48 bytes of the digest. */
export function sha384(bytes) {
  const length = (bytes.length + 144) & ~127;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(length - 8, BigInt(bytes.length) << 3n);

  const hash = [...start];
  for (let at = 0; at < length; at += 128) {
    const words = Array.from({ length: 16 }, (_, i) => view.getBigUint64(at + i * 8));
    for (let i = 16; i < 80; i++) {
      const [early, late] = [words[i - 15], words[i - 2]];
      words.push(word(words[i - 16] + (turn(early, 1n) ^ turn(early, 8n) ^ (early >> 7n))
        + words[i - 7] + (turn(late, 19n) ^ turn(late, 61n) ^ (late >> 6n))));
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 80; i++) {
      const first = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (~e & g)) + constants[i] + words[i];
      const second = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, word(d + first), c, b, a, word(first + second)];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { hash[i] = word(hash[i] + value); });
  }
  const result = new DataView(new ArrayBuffer(64));
  hash.forEach((value, i) => result.setBigUint64(i * 8, value));
  return new Uint8Array(result.buffer, 0, 48);
}
