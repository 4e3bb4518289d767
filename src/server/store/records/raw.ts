// Records as they came. Nothing here is ever deleted or rewritten but for the state.
import { sql } from 'kysely';
import type { ConflictingRecord, QuarantinedRecord } from '../../../protocol/office/device.ts';
import type { Problem } from '../../../protocol/problem.ts';
import type { Database, Trx } from '../database.ts';
import type { Schema } from '../schema.ts';

/** That many unguessable bytes. */
type Random = (size: number) => Uint8Array;

export type RawInsert = Omit<Schema['raw'], 'seq' | 'reason'> & { reason: Problem | null };

/** Ids of those that are new. Of several with one id, in this list or between writers, one wins; the rest change nothing. */
export async function insertRaw(trx: Trx, rows: readonly RawInsert[], random: Random): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const added = await trx
    .insertInto('raw')
    .values(
      rows.map(row => ({
        ...row,
        ...(row.device_id === null ? { seq: placeBelowZero(random) } : {}),
        reason: row.reason && JSON.stringify(row.reason),
      })),
    )
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(added.map(row => row.id));
}

/**
 * For a record without a sender: in no order of receipt, and never among those with one, where its neighbours would tell
 * its device and minute. Drawing a place twice is a matter of tens of millions of records; the insert fails then, and the
 * record is sent again.
 */
function placeBelowZero(random: Random): number {
  const drawn = Buffer.from(random(8)).readBigUInt64BE();
  return -1 - Number(drawn >> 12n);
}

export type StoredRaw = { readonly sha256: string; readonly quarantined: Problem | null };

/** What the centre already holds under these ids. */
export async function findRaw(trx: Trx, ids: readonly string[]): Promise<Map<string, StoredRaw>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('raw')
    .select(['id', 'sha256', 'reason'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(row => [row.id, { sha256: row.sha256, quarantined: readReason(row.reason) }]));
}

/** Other bytes under a known id, beside the first ones. */
export async function insertConflicts(trx: Trx, rows: readonly Schema['raw_conflict'][]): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('raw_conflict')
    .values(rows.map(toConflict))
    .onConflict(conflict => conflict.columns(['id', 'sha256']).doNothing())
    .execute();
}

const toConflict = (row: Schema['raw_conflict']): Schema['raw_conflict'] => ({
  id: row.id,
  sha256: row.sha256,
  kind: row.kind,
  form: row.form,
  version: row.version,
  replaces: row.replaces,
  key_id: row.key_id,
  bytes: row.bytes,
  received: row.received,
});

/** Takes what is held under these ids out of the way of better rows; other bytes than theirs are kept as conflicts. */
export async function giveWay(trx: Trx, better: readonly RawInsert[]): Promise<void> {
  const ids = better.map(row => row.id);
  const held = await trx.selectFrom('raw').selectAll().where('id', 'in', ids).execute();
  const isSame = (row: Schema['raw_conflict']) =>
    better.some(({ id, sha256 }) => id === row.id && sha256 === row.sha256);
  await insertConflicts(
    trx,
    held.filter(row => !isSame(row)),
  );
  await trx.deleteFrom('raw').where('id', 'in', ids).execute();
}

const records = (db: Database) =>
  db
    .selectFrom('raw')
    .select(['seq', 'id', 'kind', 'form', 'version', 'replaces', 'key_id', 'bytes', 'sha256'])
    .select(['device_id', 'unit_id', 'reason'])
    .orderBy('seq');

export type RawRow = Awaited<ReturnType<typeof findWaiting>>[number];

// The state is written out, not bound: only so does SQLite see that its partial index serves.

/** The next good records that are not in the projections, in the order of receipt. */
export const findWaiting = (db: Database, limit: number) =>
  records(db).where(sql<boolean>`state = 'waiting'`).limit(limit).execute();

/** One record of a kind that bears no promise of anonymity, by its id. */
export async function findNamedRaw(db: Database, id: string): Promise<RawRow | null> {
  const row = await records(db).where('id', '=', id).where('device_id', 'is not', null).executeTakeFirst();
  return row ?? null;
}

/** The submissions of a questionnaire in these events that are in the projections, page by page. */
export const findSubmissionRecords = (
  db: Database,
  of: { events: readonly string[]; code: string; after: number; limit: number },
) =>
  records(db)
    .where(sql<boolean>`kind = 'submission'`)
    .where('event_id', 'in', [...of.events])
    .where('form', '=', of.code)
    .where('state', '=', 'projected')
    .where('seq', '>', of.after)
    .limit(of.limit)
    .execute();

/** Which of them still wait: another process may have been faster. */
export async function stillWaiting(trx: Trx, seqs: readonly number[]): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('raw')
    .select('seq')
    .where(sql<boolean>`state = 'waiting'`)
    .where('seq', 'in', [...seqs])
    .execute();
  return new Set(rows.map(row => row.seq));
}

/** Everything that was projected is to be projected again. */
export async function unproject(trx: Trx): Promise<void> {
  await trx.updateTable('raw').set({ state: 'waiting' }).where('state', '=', 'projected').execute();
}

/** Of which units, or which one; everything where neither is said. */
export type Quarantined = { readonly units?: readonly string[]; readonly id?: string };

export const findQuarantined = (db: Database, of: Quarantined, after: number, limit: number) =>
  records(db)
    .where(sql<boolean>`state = 'quarantined'`)
    .where('seq', '>', after)
    .$if(of.units !== undefined, query => query.where('unit_id', 'in', of.units ?? []))
    .$if(of.id !== undefined, query => query.where('id', '=', of.id ?? ''))
    .limit(limit)
    .execute();

export async function setProjected(trx: Trx, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return;
  await trx
    .updateTable('raw')
    .set({ state: 'projected' })
    .where('seq', 'in', [...seqs])
    .execute();
}

export async function setQuarantined(db: Database, seq: number, reason: Problem): Promise<void> {
  await db
    .updateTable('raw')
    .set({ state: 'quarantined', reason: JSON.stringify(reason) })
    .where('seq', '=', seq)
    .execute();
}

/** Out of quarantine: to be projected next. */
export async function setWaiting(
  db: Database,
  seq: number,
  place: { event_id: string | null; unit_id: string },
): Promise<void> {
  await db
    .updateTable('raw')
    .set({ state: 'waiting', reason: null, ...place })
    .where('seq', '=', seq)
    .execute();
}

const LISTED_MAX = 500;

/** The latest first; of one day in no order. */
export async function listQuarantined(db: Database, of: Quarantined): Promise<QuarantinedRecord[]> {
  const rows = await db
    .selectFrom('raw')
    .select(['id', 'kind', 'received', 'reason'])
    .where(sql<boolean>`state = 'quarantined'`)
    .$if(of.units !== undefined, query => query.where('unit_id', 'in', of.units ?? []))
    .$if(of.id !== undefined, query => query.where('id', '=', of.id ?? ''))
    .orderBy('received', 'desc')
    .orderBy('id')
    .limit(LISTED_MAX)
    .execute();
  return rows.flatMap(({ reason, ...row }) => {
    const problem = readReason(reason);
    return problem ? [{ ...row, reason: { ...problem, details: { ...problem.details } } }] : [];
  });
}

/** The latest first; of one day in no order. */
export const listConflicts = (db: Database, units: readonly string[]): Promise<ConflictingRecord[]> =>
  db
    .selectFrom('raw_conflict')
    .innerJoin('raw', 'raw.id', 'raw_conflict.id')
    .select(['raw_conflict.id', 'raw_conflict.kind', 'raw_conflict.received'])
    .where('raw.unit_id', 'in', units)
    .orderBy('raw_conflict.received', 'desc')
    .orderBy('raw_conflict.id')
    .limit(LISTED_MAX)
    .execute();

/** Whose a record is, or null where the centre has none of that id. */
export async function unitOfRecord(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom('raw').select('unit_id').where('id', '=', id).executeTakeFirst();
  return row?.unit_id ?? null;
}

export const readReason = (reason: string | null): Problem | null => reason && JSON.parse(reason);
