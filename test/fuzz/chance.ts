// Everything that a run draws comes from one seed: the same seed asks the same things in the same order.

export type Chance = ReturnType<typeof createChance>;

/** mulberry32 and what is drawn with it. */
export function createChance(seed: number) {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const bytes = (size: number): Buffer => {
    const drawn = Buffer.allocUnsafe(size);
    for (let at = 0; at < size; at++) drawn[at] = below(256);
    return drawn;
  };
  return {
    next,
    below,
    bytes,
    /** True that often. */
    hit: (share: number): boolean => next() < share,
    /** One of a list that has at least one. */
    pick<T>(list: readonly T[]): T {
      return list[below(list.length)] as T;
    },
    /** One of `[weight, what]`, in proportion. */
    weigh<T>(choices: readonly (readonly [number, T])[]): T {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, what] of choices) {
        left -= weight;
        if (left < 0) return what;
      }
      return (choices[0] as readonly [number, T])[1];
    },
    uuid(): string {
      const hex = bytes(16).toString('hex');
      const variant = '89ab'[below(4)];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
