// A consistent copy of the database while it is in use, the proof that a copy is whole, and its new life as the database.
import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { isUnusable } from './database.ts';
import { latestMigration, migrate } from './migrate.ts';

type Sqlite = InstanceType<typeof DatabaseSync>;

const BUSY_MS = 5000;
/** Records and second contents of records: what a copy must not have fewer of. */
const KEPT = ['raw', 'raw_conflict'] as const;
type Kept = Record<(typeof KEPT)[number], number>;

/**
 * Writes a copy to `to`, which must be missing or empty, and answers how much the database held when it began. The
 * copy is the database at one instant; writers go on meanwhile. It is not yet synced.
 */
export function copyDatabase(from: string, to: string): Kept {
  const source = new DatabaseSync(from, { timeout: BUSY_MS, readOnly: true });
  try {
    const kept = countKept(source);
    source.prepare('vacuum into ?').run(to);
    nameAsCopy(to);
    return kept;
  } finally {
    source.close();
  }
}

/** Put back by hand it is noticed as not the database that was last used (put-back.ts). */
function nameAsCopy(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    copy.prepare("insert or replace into setting (key, value) values ('run', 'copy')").run();
  } finally {
    copy.close();
  }
}

/** `newer`: written by a later build. */
export type BadCopy = 'damaged' | 'not_lembar' | 'newer';
export type Copy = {
  readonly kept: Kept;
  /** Keys to which something in it is sealed. */
  readonly keyIds: readonly string[];
};

/** Opens a copy and looks at every page of it. */
export function checkCopy(path: string): { ok: true; copy: Copy } | { ok: false; why: BadCopy } {
  const bad = (why: BadCopy) => ({ ok: false, why }) as const;
  try {
    const copy = new DatabaseSync(path, { readOnly: true });
    try {
      if (!hasTable(copy, 'migration') || !hasTable(copy, 'raw')) return bad('not_lembar');
      const [result] = copy.prepare('pragma integrity_check(1)').all() as { integrity_check: string }[];
      if (result?.integrity_check !== 'ok') return bad('damaged');
      if (countRows(copy, 'migration') > latestMigration) return bad('newer');
      return { ok: true, copy: { kept: countKept(copy), keyIds: keyIdsIn(copy) } };
    } finally {
      copy.close();
    }
  } catch (error) {
    if (isUnusable(error)) return bad('damaged');
    throw error;
  }
}

/** Tables and columns are this build's own names, never input. */
const countRows = (database: Sqlite, table: string): number =>
  (database.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;

const countKept = (database: Sqlite): Kept =>
  Object.fromEntries(KEPT.map(table => [table, countRows(database, table)])) as Kept;

const hasTable = (database: Sqlite, table: string): boolean =>
  database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(table) !== undefined;

/** A copy from before records were sealed has no such column. */
function keyIdsIn(copy: Sqlite): string[] {
  const columns = copy.prepare('pragma table_info(raw)').all() as { name: string }[];
  if (!columns.some(({ name }) => name === 'key_id')) return [];
  const rows = copy
    .prepare(
      'select key_id from raw where key_id is not null union select key_id from raw_conflict where key_id is not null',
    )
    .all() as { key_id: string }[];
  return rows.map(({ key_id }) => key_id);
}

/**
 * Makes a checked copy the start of a new life: this build's tables, another epoch, so that every device offers again
 * what the copy lacks, and no nonces, so that none of them is taken for a copy. Nobody is signed in any more.
 */
export function beginNewLife(path: string, epoch: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma journal_mode = delete; pragma synchronous = full');
    migrate(database);
    database.exec('begin immediate');
    database.prepare("insert or replace into setting (key, value) values ('epoch', ?)").run(epoch);
    database.exec('update device set nonce = null; delete from sign_in; commit');
  } finally {
    database.close();
  }
}

/** The files of a database at this path that exist. After a clean end there is only the first; else its log counts too. */
export const filesOf = (path: string): string[] =>
  [path, `${path}-wal`, `${path}-shm`].filter(file => existsSync(file));

/** The log of a database that has been put aside must not be read into the one that takes its place. */
export const dropLog = (path: string): void => {
  for (const file of filesOf(path).slice(1)) rmSync(file);
};
