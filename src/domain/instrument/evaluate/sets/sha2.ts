// SHA-2 (FIPS 180-4) in both widths by one text; its constants are roots of primes and are computed, not listed.

/** `isShort` of 64 bits is SHA-384. */
export type Sha2 = { readonly word: 32 | 64; readonly isShort: boolean };

/** How far a word is turned or (the last of the small ones) shifted. */
const TURNS = {
  32: { big0: [2n, 13n, 22n], big1: [6n, 11n, 25n], small0: [7n, 18n, 3n], small1: [17n, 19n, 10n] },
  64: { big0: [28n, 34n, 39n], big1: [14n, 18n, 41n], small0: [1n, 8n, 7n], small1: [19n, 61n, 6n] },
} as const;
type Turns = readonly [bigint, bigint, bigint];

export function sha2(bytes: readonly number[], { word, isShort }: Sha2): number[] {
  const rounds = word === 32 ? 64 : 80;
  const constants = PRIMES.slice(0, rounds).map(prime => fractionOf(prime, 3n, word));
  let state = PRIMES.slice(isShort ? 8 : 0, isShort ? 16 : 8).map(prime => fractionOf(prime, 2n, word));
  for (const block of blocksOf(bytes, word))
    state = mix(state, scheduleOf(block, rounds, word), constants, word);
  const all = state.flatMap(each => bytesOfWord(each, word));
  return isShort ? all.slice(0, 48) : all;
}

const PRIMES: readonly bigint[] = primesBelow(410);

function primesBelow(most: number): bigint[] {
  const primes: number[] = [];
  for (let number = 2; number < most; number += 1)
    if (primes.every(prime => number % prime !== 0)) primes.push(number);
  return primes.map(BigInt);
}

/** The first bits after the point of a root. */
function fractionOf(prime: bigint, degree: bigint, word: number): bigint {
  const wanted = prime << (64n * degree);
  let [low, high] = [0n, 1n << 80n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree > wanted) high = middle;
    else low = middle;
  }
  return BigInt.asUintN(64, low) >> BigInt(64 - word);
}

function blocksOf(bytes: readonly number[], word: number): bigint[][] {
  const block = word * 2;
  const filled = [...bytes, 0x80];
  // The length has two words; no text here needs more than the last eight bytes of them.
  while (filled.length % block !== block - word / 4) filled.push(0);
  filled.push(...new Array(word / 4 - 8).fill(0));
  filled.push(...bytesOfWord(BigInt(bytes.length) * 8n, 64));
  const size = word / 8;
  const words = Array.from({ length: filled.length / size }, (_, index) =>
    filled.slice(index * size, (index + 1) * size).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
  );
  return Array.from({ length: words.length / 16 }, (_, index) => words.slice(index * 16, index * 16 + 16));
}

function bytesOfWord(word: bigint, width: number): number[] {
  return Array.from({ length: width / 8 }, (_, index) =>
    Number((word >> BigInt(width - 8 - 8 * index)) & 255n),
  );
}

function scheduleOf(block: readonly bigint[], rounds: number, word: 32 | 64): bigint[] {
  const words = [...block];
  const at = (index: number): bigint => words[index] ?? 0n;
  for (let index = 16; index < rounds; index += 1) {
    const small0 = turnedThrice(at(index - 15), TURNS[word].small0, word, true);
    const small1 = turnedThrice(at(index - 2), TURNS[word].small1, word, true);
    words.push(BigInt.asUintN(word, at(index - 16) + small0 + at(index - 7) + small1));
  }
  return words;
}

function turnedThrice(value: bigint, by: Turns, word: number, isLastShifted: boolean): bigint {
  const [first, second, last] = by;
  const end = isLastShifted ? value >> last : turned(value, last, word);
  return turned(value, first, word) ^ turned(value, second, word) ^ end;
}

const turned = (value: bigint, by: bigint, word: number): bigint =>
  (value >> by) | BigInt.asUintN(word, value << (BigInt(word) - by));

function mix(
  state: readonly bigint[],
  schedule: readonly bigint[],
  constants: readonly bigint[],
  word: 32 | 64,
) {
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  schedule.forEach((scheduled, index) => {
    const choice = (e & f) ^ (BigInt.asUintN(word, ~e) & g);
    const first =
      h + turnedThrice(e, TURNS[word].big1, word, false) + choice + (constants[index] ?? 0n) + scheduled;
    const second = turnedThrice(a, TURNS[word].big0, word, false) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e] = [g, f, e, BigInt.asUintN(word, d + first)];
    [d, c, b, a] = [c, b, a, BigInt.asUintN(word, first + second)];
  });
  return [a, b, c, d, e, f, g, h].map((each, index) => BigInt.asUintN(word, each + (state[index] ?? 0n)));
}
