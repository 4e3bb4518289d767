// Records that failed by themselves wait by themselves, so that one bad record delays no other.
import { LONGEST_MS, retryDelay } from './backoff.ts';

export type Parking = {
  isParked(id: string): boolean;
  /** The centre could not take it this time: soon again, or when it says. */
  parkShort(id: string, delayMs?: number | null): void;
  /** The centre refuses it alone: rarely again. */
  parkLong(id: string): void;
  release(id: string): void;
  /** A person asked: all of them are tried again. */
  releaseAll(): void;
  /** Has failed by itself and not been taken since, whether or not it waits at this moment. */
  isHeld(id: string): boolean;
};

export function createParking({ clock, random }: { clock: () => number; random: () => number }): Parking {
  const parked = new Map<string, { tries: number; since: number; delayMs: number }>();
  const park = (id: string, delayOf: (tries: number) => number): void => {
    const tries = (parked.get(id)?.tries ?? 0) + 1;
    parked.set(id, { tries, since: clock(), delayMs: delayOf(tries) });
  };
  return {
    isParked(id) {
      const { since, delayMs } = parked.get(id) ?? { since: 0, delayMs: 0 };
      const waitedMs = clock() - since;
      // A clock set back must not make the wait longer, be it by years.
      return waitedMs >= 0 && waitedMs < delayMs;
    },
    parkShort: (id, delayMs) => park(id, tries => delayMs ?? retryDelay(tries, random)),
    parkLong: id => park(id, tries => LONGEST_MS * Math.min(tries, 16)),
    release: id => void parked.delete(id),
    releaseAll: () => parked.clear(),
    isHeld: id => parked.has(id),
  };
}
