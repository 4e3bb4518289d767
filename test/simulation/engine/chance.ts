// Chance that repeats: every decision of a run is drawn from its printed seed.

export type Chance = {
  /** 0 <= x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  /** True that often. */
  is(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** A UUIDv4. */
  id(): string;
  bytes(size: number): Uint8Array;
  /** Chance of its own, so that what one actor draws does not change what another draws. */
  branch(name: string): Chance;
};

export function createChance(seed: string): Chance {
  const next = mulberry(hash(seed));
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const bytes = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => whole(0, 255));
  return {
    next,
    whole,
    bytes,
    is: probability => next() < probability,
    pick: items => items[Math.floor(next() * items.length)] as (typeof items)[number],
    id() {
      const hex = Array.from(bytes(16), byte => byte.toString(16).padStart(2, '0')).join('');
      const variant = 'ab89'[whole(0, 3)];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
    branch: name => createChance(`${seed}/${name}`),
  };
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
