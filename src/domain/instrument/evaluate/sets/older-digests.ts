// MD5 (RFC 1321) and SHA-1 (RFC 3174): no longer safe against a forger, but forms ask for them to shorten a text.

type Bytes = readonly number[];

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** The text, a one, noughts, and its length in bits: whole blocks of 64 bytes, as words of four. */
function blocksOf(bytes: Bytes, isLittle: boolean): number[][] {
  const filled = [...bytes, 0x80];
  while (filled.length % 64 !== 56) filled.push(0);
  const length = bytesOfWord(bytes.length * 8, isLittle);
  filled.push(...(isLittle ? [...length, 0, 0, 0, 0] : [0, 0, 0, 0, ...length]));
  const words = Array.from({ length: filled.length / 4 }, (_, index) => {
    const four = filled.slice(index * 4, index * 4 + 4);
    return (isLittle ? four.reverse() : four).reduce((word, byte) => (word << 8) | byte, 0);
  });
  return Array.from({ length: words.length / 16 }, (_, index) => words.slice(index * 16, index * 16 + 16));
}

function bytesOfWord(word: number, isLittle: boolean): number[] {
  const bytes = [24, 16, 8, 0].map(shift => (word >>> shift) & 255);
  return isLittle ? bytes.reverse() : bytes;
}

const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476] as const;
const MD5_TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
const MD5_STEPS = [
  [1, 0],
  [5, 1],
  [3, 5],
  [7, 0],
] as const;

export function md5(bytes: Bytes): number[] {
  let state: readonly number[] = START;
  for (const block of blocksOf(bytes, true)) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let at = 0; at < 64; at += 1) {
      const round = at >> 4;
      const [step = 0, first = 0] = MD5_STEPS[round] ?? [];
      const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] ?? 0;
      const constant = Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32);
      const sum = (a + mixed + constant + (block[(at * step + first) % 16] ?? 0)) | 0;
      [a, d, c, b] = [d, c, b, (b + turned(sum, MD5_TURNS[round]?.[at % 4] ?? 0)) | 0];
    }
    state = added(state, [a, b, c, d]);
  }
  return state.flatMap(word => bytesOfWord(word, true));
}

const SHA1_CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;

export function sha1(bytes: Bytes): number[] {
  let state: readonly number[] = [...START, 0xc3d2e1f0];
  for (const block of blocksOf(bytes, false)) {
    const words = [...block];
    const word = (at: number): number => words[at] ?? 0;
    for (let at = 16; at < 80; at += 1)
      words.push(turned(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1));
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let at = 0; at < 80; at += 1) {
      const round = Math.floor(at / 20);
      const parity = b ^ c ^ d;
      const mixed = [(b & c) | (~b & d), parity, (b & c) | (b & d) | (c & d), parity][round] ?? 0;
      const sum = (turned(a, 5) + mixed + e + (SHA1_CONSTANTS[round] ?? 0) + word(at)) | 0;
      [e, d, c, b, a] = [d, c, turned(b, 30), a, sum];
    }
    state = added(state, [a, b, c, d, e]);
  }
  return state.flatMap(word => bytesOfWord(word, false));
}

const added = (state: readonly number[], more: readonly number[]): number[] =>
  state.map((word, index) => (word + (more[index] ?? 0)) | 0);
