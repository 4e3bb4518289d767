// Numbers that look random and are the same every time, so that every demonstration tells the same story.

export type Seeded = {
  /** Below `limit`, from 0. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  /** By weights, one an item. */
  weighted<T>(from: readonly T[], weights: readonly number[]): T;
};

/** Mulberry32. Never for secrets. */
export function seeded(seed: number): Seeded {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const at = <T>(from: readonly T[], index: number): T => {
    const item = from[index];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    below,
    pick: from => at(from, below(from.length)),
    weighted: (from, weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of weights.entries()) {
        left -= weight;
        if (left < 0) return at(from, index);
      }
      return at(from, from.length - 1);
    },
  };
}
