// From raw records to the tables that results are read from. May be repeated; a record that breaks it stands aside alone.
import { instrumentKey } from '../../protocol/feed.ts';
import type { Centre } from '../centre.ts';
import { type Database, isUnusable, type Trx } from '../store/database.ts';
import { insertAttachments } from '../store/records/attachments.ts';
import { insertCloseOuts } from '../store/records/close-outs.ts';
import { insertMarks } from '../store/records/marks.ts';
import { insertObservations } from '../store/records/observations.ts';
import { findWaiting, setProjected, setQuarantined, stillWaiting } from '../store/records/raw.ts';
import { findInstruments } from '../store/records/references.ts';
import { insertSubmissions } from '../store/records/submissions.ts';
import { addAnswers, addComments, addResponses } from '../store/records/tallies.ts';
import { publishAssignment } from '../store/roster/assignments.ts';
import { effectsOf, type ReadRow } from './effects.ts';
import { readStored } from './read-record.ts';

const BATCH_ROWS = 200;

export type Projection = Pick<Centre, 'db' | 'keys'> & {
  /** Told of each record that could not be projected: a bug. */
  readonly report: (error: unknown) => void;
  /** All of it or nothing; by itself a transaction of `db`. */
  readonly attempt?: (work: (trx: Trx) => Promise<void>) => Promise<void>;
  /** Tells devices how an assignment stands; by itself at once. */
  readonly publish?: (trx: Trx, assignmentId: string) => Promise<void>;
};

/** Projects everything that waits, in the order of receipt. Rejects only where the database itself fails. */
export async function projectWaiting(projection: Projection): Promise<void> {
  for (;;) {
    const rows = await findWaiting(projection.db, BATCH_ROWS);
    if (rows.length === 0) return;
    // Opened before the transaction, which others wait for.
    const records: ReadRow[] = [];
    for (const row of rows) {
      const content = readStored(projection.keys, row);
      if (content.ok) records.push({ row, content: content.value });
      else await setQuarantined(projection.db, row.seq, content.problem);
    }
    if (records.length > 0) await projectBatch(projection, records);
  }
}

/** One attempt; where that fails, each half by itself, until the record that is to blame stands alone. */
async function projectBatch(projection: Projection, records: readonly ReadRow[]): Promise<void> {
  const { db, report, attempt = work => inTransaction(db, work), publish = publishAssignment } = projection;
  try {
    await attempt(trx => applyRecords(trx, records, publish));
  } catch (error) {
    if (isUnusable(error)) throw error;
    const [only] = records;
    if (only && records.length === 1) {
      report(error);
      return setQuarantined(db, only.row.seq, { code: 'server.failed', details: {} });
    }
    const middle = Math.ceil(records.length / 2);
    await projectBatch(projection, records.slice(0, middle));
    await projectBatch(projection, records.slice(middle));
  }
}

const inTransaction = (db: Database, work: (trx: Trx) => Promise<void>) => db.transaction().execute(work);

/** Those of them that still wait: another process may have been faster. */
async function applyRecords(
  trx: Trx,
  records: readonly ReadRow[],
  publish: NonNullable<Projection['publish']>,
): Promise<void> {
  const waiting = await stillWaiting(
    trx,
    records.map(({ row }) => row.seq),
  );
  const applied = records.filter(({ row }) => waiting.has(row.seq));
  const forms = applied.map(({ row }) => instrumentKey(row.form ?? '', row.version ?? 0));
  const effects = effectsOf(applied, await findInstruments(trx, forms));
  await insertMarks(trx, effects.marks);
  await insertCloseOuts(trx, effects.closeOuts);
  await insertObservations(trx, effects.observations);
  await insertSubmissions(trx, effects.submissions);
  await insertAttachments(trx, effects.attachments);
  await addComments(trx, [...effects.comments.values()]);
  await addResponses(trx, [...effects.responses.values()]);
  await addAnswers(trx, [...effects.answers.values()]);
  for (const { assignment_id } of effects.observations) await publish(trx, assignment_id);
  await setProjected(trx, [...waiting]);
}
