// The instants at which things are killed: random, and the same again from the seed that every run prints.
import { seeded } from '../../../src/server/demo/seeded.ts';

/** `LEMBAR_SEED` repeats a run. */
export const seed = Number(process.env.LEMBAR_SEED ?? Date.now() % 1_000_000);

export type Chance = {
  /** A whole number of milliseconds, or of anything else. */
  between(least: number, most: number): number;
};

export function chance(): Chance {
  const { below } = seeded(seed);
  return { between: (least, most) => least + below(most - least + 1) };
}

export const pass = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** How often each thing happened, to be printed. */
export class Tally {
  readonly counts: Record<string, number> = {};

  add(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  sum(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }
}
