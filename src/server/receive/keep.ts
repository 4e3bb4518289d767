// The durable commit behind every receipt; a record that breaks it stands aside alone.
import type { Problem } from '../../protocol/problem.ts';
import type { RecordResult } from '../../protocol/push.ts';
import type { Centre } from '../centre.ts';
import { isUnusable, type Trx } from '../store/database.ts';
import {
  findRaw,
  giveWay,
  insertConflicts,
  insertRaw,
  type RawInsert,
  type StoredRaw,
} from '../store/records/raw.ts';
import type { ReadRecord } from './read-record.ts';

export type Taking = Pick<Centre, 'db' | 'random'> & {
  /** Each record as it is to be stored, in their order. */
  readonly judge: (trx: Trx, records: readonly ReadRecord[]) => Promise<RawInsert[]>;
  /** What is noted of the sender in the same commit, with how many records it may count as acknowledged; false refuses it. */
  readonly note: (trx: Trx, acknowledged: number) => Promise<boolean>;
  readonly report: (error: unknown) => void;
};

/** Seconds. A later build may know what to do with it. */
const RETRY_AFTER = 600;

/**
 * One transaction; where that fails though the database is sound, each half by itself, until the record that is to blame
 * stands alone and is to be sent again later. Null where the sender was refused, and nothing kept. Rejects where the
 * database or its disk is unusable. `before`: those of the same batch that are acknowledged already.
 */
export async function keepRecords(
  taking: Taking,
  records: readonly ReadRecord[],
  before = 0,
): Promise<RecordResult[] | null> {
  try {
    return await taking.db.transaction().execute(async trx => {
      if (!(await taking.note(trx, before + records.length))) return null;
      return store(trx, taking, records);
    });
  } catch (error) {
    const [only] = records;
    if (isUnusable(error) || !only) throw error;
    if (records.length === 1) {
      taking.report(error);
      return [{ id: only.envelope.id, result: 'retry', after: RETRY_AFTER }];
    }
    const middle = Math.ceil(records.length / 2);
    const first = await keepRecords(taking, records.slice(0, middle), before);
    if (!first) return null;
    const kept = first.filter(({ result }) => result !== 'retry').length;
    const second = await keepRecords(taking, records.slice(middle), before + kept);
    return second && [...first, ...second];
  }
}

async function store(trx: Trx, taking: Taking, records: readonly ReadRecord[]): Promise<RecordResult[]> {
  const ids = records.map(record => record.envelope.id);
  const rows = await taking.judge(trx, records);
  const added = await insertRaw(trx, rows, taking.random);
  const stored = await findRaw(trx, ids);
  const better = rows.filter(
    row => isUnverified(stored.get(row.id)?.quarantined) && !isUnverified(row.reason),
  );
  if (better.length > 0) {
    await giveWay(trx, better);
    for (const id of await insertRaw(trx, better, taking.random)) added.add(id);
    for (const [id, held] of await findRaw(trx, ids)) stored.set(id, held);
  }
  await insertConflicts(
    trx,
    rows.filter(row => stored.get(row.id)?.sha256 !== row.sha256),
  );
  return records.map(record => tellResult(record, added, stored));
}

const isUnverified = (reason: Problem | null | undefined): boolean => reason?.code === 'record.unverified';

/**
 * | bytes are those stored | new in this batch | quarantined | result          |
 * | ---------------------- | ----------------- | ----------- | --------------- |
 * | no                     |                   |             | conflict_stored |
 * | yes                    |                   | yes         | quarantined     |
 * | yes                    | yes, its first    | no          | stored          |
 * | yes                    | no, or again      | no          | duplicate       |
 */
function tellResult(
  { envelope: { id }, sha256 }: ReadRecord,
  added: Set<string>,
  stored: ReadonlyMap<string, StoredRaw>,
): RecordResult {
  const held = stored.get(id);
  if (held?.sha256 !== sha256) return { id, result: 'conflict_stored' };
  if (held.quarantined) return { id, result: 'quarantined', reason: told(held.quarantined) };
  return { id, result: added.delete(id) ? 'stored' : 'duplicate' };
}

const told = ({ code, details }: Problem) => ({ code, details: { ...details } });
