// `navigator.locks` of one device: one holder a name, released by the end of its work or of its tab.
import type { Lane } from '../engine/scheduler.ts';

export type TabLocks = {
  /** The lock manager as one tab sees it. */
  of(lane: Lane): LockManager;
  /** A closed tab holds nothing. */
  release(lane: Lane): void;
};

type Waiting = { lane: Lane; run: () => Promise<void> };

export function createLocks(): TabLocks {
  let holder: Lane | null = null;
  let waiting: Waiting[] = [];

  function next(): void {
    holder = null;
    const first = waiting.shift();
    if (!first) return;
    holder = first.lane;
    first.lane.queue(() => {
      void first.run().finally(() => {
        if (holder === first.lane) next();
      });
    });
  }

  return {
    of(lane) {
      const request = (_name: string, work: () => Promise<unknown>): Promise<unknown> =>
        new Promise((resolve, reject) => {
          if (!lane.isAlive()) return;
          waiting.push({ lane, run: async () => work().then(resolve, reject) });
          if (holder === null) next();
        });
      return { request, query: async () => ({}) } as unknown as LockManager;
    },
    release(lane) {
      waiting = waiting.filter(each => each.lane !== lane);
      if (holder === lane) next();
    },
  };
}
