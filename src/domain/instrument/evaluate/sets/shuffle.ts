// The order that a seed gives: Fisher-Yates over the "minimal standard" generator, as ODK XForms specifies `randomize()`.

const MODULUS = 2_147_483_647;
const MULTIPLIER = 16_807;

/** A seed that is no number is none: then chance decides. */
export function shuffled<T>(members: readonly T[], seed: string | null, random: () => number): T[] {
  const next = seed === null || !isNumber(seed) ? random : generator(Number(seed));
  const order = [...members];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}

const isNumber = (seed: string): boolean => seed.trim() !== '' && Number.isFinite(Number(seed));

/** Park and Miller (1988): from 0 up to 1. */
function generator(seed: number): () => number {
  let state = Math.trunc(seed) % MODULUS;
  if (state <= 0) state += MODULUS - 1;
  return () => {
    state = (state * MULTIPLIER) % MODULUS;
    return (state - 1) / (MODULUS - 1);
  };
}
