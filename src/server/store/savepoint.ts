// A part of a transaction that is undone by itself when it fails.
import { sql } from 'kysely';
import type { Trx } from './database.ts';

/** Rejects with what `work` rejects with; what came before it in the transaction stays. Not to be nested. */
export async function atSavepoint(trx: Trx, work: (trx: Trx) => Promise<void>): Promise<void> {
  await sql`savepoint part`.execute(trx);
  try {
    await work(trx);
  } catch (error) {
    await sql`rollback to savepoint part`.execute(trx);
    throw error;
  } finally {
    await sql`release savepoint part`.execute(trx);
  }
}
