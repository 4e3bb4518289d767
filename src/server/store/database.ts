// Opens the centre's database: embedded SQLite, durable at every commit, behind one query layer.
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/**
 * One connection: queries of others wait while a transaction is open. So inside `transaction().execute(trx => …)`
 * use `trx` only; a query on the outer object would wait for itself.
 */
export type Database = Kysely<Schema>;
export type Trx = Transaction<Schema>;

/** How long a writer waits for another process. */
const BUSY_MS = 5000;
/** Statements kept prepared; multi-row inserts of every length would otherwise pile up. */
const PREPARED_MAX = 300;

/** `path` may be `:memory:`. Throws where the file cannot be opened or is newer than this build. */
export function openDatabase(path: string, { busyMs = BUSY_MS } = {}): Database {
  const sqlite = new DatabaseSync(path, { timeout: busyMs, enableForeignKeyConstraints: true });
  sqlite.exec('pragma journal_mode = wal; pragma synchronous = full;');
  migrate(sqlite);
  return new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { close: () => sqlite.close(), prepare: preparing(sqlite) } }),
  });
}

/** The shape that Kysely's dialect asks for, each statement prepared once. */
function preparing(sqlite: InstanceType<typeof DatabaseSync>) {
  const prepared = new Map<string, ReturnType<typeof adapt>>();
  return (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const oldest = prepared.keys().next().value;
    if (prepared.size >= PREPARED_MAX && oldest !== undefined) prepared.delete(oldest);
    const statement = adapt(sqlite, sql);
    prepared.set(sql, statement);
    return statement;
  };
}

/** SQLite's own words; the driver does not always give its number. */
const UNUSABLE = /malformed|not a database|locked|readonly|disk|unable to open/;

/** Whether an error is the fault of the file or the disk, not of a statement. */
export const isUnusable = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'ERR_SQLITE_ERROR' &&
  UNUSABLE.test(error.message);

function adapt(sqlite: InstanceType<typeof DatabaseSync>, sql: string) {
  // A deferred transaction that reads before it writes fails when another process wrote in between.
  const statement = sqlite.prepare(sql === 'begin' ? 'begin immediate' : sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...parameters),
    run: (parameters: readonly unknown[]) =>
      sql === 'rollback' ? rollBack(statement) : statement.run(...parameters),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...parameters),
  };
}

/** A full disk rolls back by itself; complaining of that would hide what was wrong. */
function rollBack<Done>(statement: { run(): Done }): Done | { changes: number; lastInsertRowid: number } {
  try {
    return statement.run();
  } catch (error) {
    if (error instanceof Error && /no transaction is active/.test(error.message))
      return { changes: 0, lastInsertRowid: 0 };
    throw error;
  }
}
