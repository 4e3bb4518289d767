// How long to wait after a failure: full jitter, so that tablets that lost one centre do not return in step.

export const FIRST_MS = 5_000;
export const LONGEST_MS = 15 * 60_000;

/** `failures` counts from 1. */
export function retryDelay(failures: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.max(1_000, Math.round(random() * ceiling));
}
