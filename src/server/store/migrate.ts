// Brings a database to this build's shape: numbered steps, each one transaction, each remembered.
import { first } from './migrations/001-first.ts';
import { sealed } from './migrations/002-sealed.ts';
import { instruments } from './migrations/003-instruments.ts';

/** In order; a released one never changes. */
const MIGRATIONS: readonly string[] = [first, sealed, instruments];

/** How many steps this build knows. */
export const latestMigration = MIGRATIONS.length;

type Executes = { exec(sql: string): void; prepare(sql: string): { all(): unknown[] } };

/** The database was written by a later build. */
export class NewerDatabase extends Error {}

/** Throws, having changed nothing, where the database was written by a newer build. */
export function migrate(database: Executes): void {
  database.exec('create table if not exists migration (number integer primary key)');
  database.exec('begin immediate');
  try {
    const done = database.prepare('select number from migration').all().length;
    if (done > MIGRATIONS.length) throw new NewerDatabase(`migration ${done}`);
    for (const [index, sql] of MIGRATIONS.entries()) {
      if (index < done) continue;
      database.exec(`${sql}; insert into migration (number) values (${index + 1})`);
    }
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}
