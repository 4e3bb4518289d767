// One centre a data folder: a lock that the operating system itself lets go of when its process ends, however it ends.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

/** Held until let go of or until the process is gone; null where another process holds it. Throws where the folder cannot be used. */
export function lockFolder(folder: string): { letGo(): void } | null {
  const lock = new DatabaseSync(join(folder, 'lembar.lock'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Error && error.message.includes('locked')) return null;
    throw error;
  }
  return { letGo: () => lock.close() };
}
