// Room set aside for finishing what was begun. Browsers make up the quota that they tell, so only bytes that lie there count.
import { isFull } from './full.ts';

/** Some twenty sheets of the largest size, with their drafts and what the databases need to tidy up behind them. */
export const RESERVE_BYTES = 4 * 1024 * 1024;
/** What must still fit beside it: a sheet, written anew at each question so that it is the disk that answers. */
const PROBE_BYTES = 256 * 1024;
const KEY = 'reserve';

/**
 * False where there is no room. A reserve that was spent is put aside again here, so ask before a sheet is begun. Blobs
 * are files of their own: one that does not fit harms nothing (a row that does not breaks the whole database), and
 * deleting one frees its room at once.
 */
export async function keepReserve(factory: IDBFactory): Promise<boolean> {
  try {
    const count = await inReserve(factory, 'readonly', store => store.count(KEY));
    const [size, key] = count > 0 ? [PROBE_BYTES, 'probe'] : [RESERVE_BYTES, KEY];
    await inReserve(factory, 'readwrite', store => store.put(new Blob([new Uint8Array(size)]), key));
    return true;
  } catch (error) {
    // What cannot be kept for another reason hinders nobody.
    return !isFull(error);
  }
}

/** True where this has freed room. */
export async function spendReserve(factory: IDBFactory): Promise<boolean> {
  try {
    const count = await inReserve(factory, 'readonly', store => store.count(KEY));
    if (count > 0) await inReserve(factory, 'readwrite', store => store.delete(KEY));
    return count > 0;
  } catch {
    return false;
  }
}

async function inReserve<T>(
  factory: IDBFactory,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open(factory);
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(KEY, mode);
      const asked = ask(transaction.objectStore(KEY));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = factory.open('lembar-reserve', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(KEY);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
}
