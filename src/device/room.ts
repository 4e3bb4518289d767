// How much room is left: new sheets stop being begun while there is still enough to finish those that were.
import { withDeadline } from './deadline.ts';
import type { Schedule } from './surroundings.ts';

/** What the browser must say is left, where it knows: some do, others make a number up (store/reserve.ts). */
export const LEAST_BYTES = 8 * 1024 * 1024;
const ESTIMATE_MS = 2_000;

type Means = { storage?: Pick<StorageManager, 'estimate'>; schedule: Schedule; indexedDB?: IDBFactory };

/** A browser that does not say, or not in time, hinders nobody. */
export async function hasRoom(means: Means): Promise<boolean> {
  if (!(await isEnoughLeft(means))) return false;
  try {
    const { keepReserve } = await import('./store/reserve.ts');
    return await keepReserve(means.indexedDB ?? globalThis.indexedDB);
  } catch {
    return true;
  }
}

async function isEnoughLeft({ storage, schedule }: Means): Promise<boolean> {
  if (!storage) return true;
  try {
    const { quota, usage } = await withDeadline(schedule, ESTIMATE_MS, () => storage.estimate());
    return quota === undefined || usage === undefined || quota - usage >= LEAST_BYTES;
  } catch {
    return true;
  }
}
