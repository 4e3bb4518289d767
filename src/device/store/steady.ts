// Browsers drop database connections (background, low memory, profile trouble): reopen once, then say so.
import type { Dexie, Table } from 'dexie';
import type { Problem } from '../../domain/result.ts';
import { isFull } from './full.ts';
import { OtherVersion, opened, otherVersion, type VersionProblem } from './other-versions.ts';

type StorageCode = 'storage.failed' | 'storage.full' | VersionProblem;

/** Storage that stays broken after one reopening, is full, or is another tab's. Nothing was kept of what was being written. */
export class StorageError extends Error {
  readonly problem: Problem<StorageCode>;

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.name : String(cause);
    const code = codeOf(cause);
    super(`${code}: ${reason}`, { cause });
    this.name = 'StorageError';
    this.problem = { code, details: { reason } };
  }
}

function codeOf(cause: unknown): StorageCode {
  if (cause instanceof OtherVersion) return cause.code;
  return isFull(cause) ? 'storage.full' : 'storage.failed';
}

/** Frees room on a full disk, once; false where it could not. */
type Relief = () => Promise<boolean>;
const reliefs = new WeakMap<Dexie, Relief>();

/** On a full disk the work on this database is tried once more after `relief`. */
export const relieveWith = (db: Dexie, relief: Relief): void => void reliefs.set(db, relief);

/**
 * Runs work on a database; where its connection is dead, reopens and runs it once more, then throws `StorageError`.
 * The work must do nothing the second time where the first had been committed after all.
 */
export async function steadily<T>(db: Dexie, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await reopening(db, work);
  } catch (error) {
    const isRelieved = error instanceof StorageError && isFull(error.cause) && (await reliefs.get(db)?.());
    if (!isRelieved) throw error;
  }
  return reopening(db, work);
}

async function reopening<T>(db: Dexie, work: () => PromiseLike<T>): Promise<T> {
  try {
    if (!db.isOpen()) await opened(db);
    return await work();
  } catch (error) {
    if (isFinal(error)) throw new StorageError(error);
    if (!isDeadConnection(error)) throw error;
    // On purpose, by `Tablet.close`, or to make way for a newer version while the work was under way.
    if (db.hasBeenClosed()) throw new StorageError(otherVersion(db) ?? error);
  }
  try {
    db.close({ disableAutoOpen: false });
    await opened(db);
    return await work();
  } catch (error) {
    throw isFinal(error) || isDeadConnection(error) ? new StorageError(error) : error;
  }
}

const isFinal = (error: unknown): boolean => error instanceof OtherVersion || isFull(error);

/**
 * All of the work or nothing of it. The wrapper must be an async function itself: that is how Dexie knows to carry the
 * transaction across every await below it.
 */
export const inTransaction = <T>(
  db: Dexie,
  tables: readonly Pick<Table, 'name'>[],
  work: () => Promise<T>,
): Promise<T> => {
  const names = tables.map(table => table.name);
  return steadily(db, () => db.transaction('rw', names, async () => await work()));
};

const DEAD = new Set([
  'UnknownError',
  'InvalidStateError',
  'DatabaseClosedError',
  'AbortError',
  'OpenFailedError',
  'MissingAPIError',
  'TimeoutError',
]);

const isDeadConnection = (error: unknown): boolean => error instanceof Error && DEAD.has(error.name);
