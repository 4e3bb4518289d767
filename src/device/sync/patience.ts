// How long until the next try by itself, from how the earlier ones ended.
import { LONGEST_MS, retryDelay } from './backoff.ts';
import type { RoundEnd } from './round.ts';

export type Patience = {
  delayAfter(end: RoundEnd): number;
  /** The last try failed: the next one is planned, and something finished in between must not hurry it. */
  isFailing(): boolean;
  /** A signal came, or a person asked: earlier failures say nothing any more. */
  reset(): void;
};

export function createPatience(random: () => number): Patience {
  let attempts = 0;
  let failing = false;
  return {
    delayAfter({ failure, progressed, left }) {
      failing = failure !== null;
      if (!failure && left === 0) attempts = 0;
      else attempts = progressed ? 1 : attempts + 1;
      if (failure?.kind === 'refused' || attempts === 0) return LONGEST_MS;
      if (failure?.kind === 'busy' && failure.delayMs !== null) return failure.delayMs;
      return retryDelay(attempts, random);
    },
    isFailing: () => failing,
    reset() {
      attempts = 0;
      failing = false;
    },
  };
}
