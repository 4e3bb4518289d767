// Takes a batch in: every record and its receipt in one durable commit, whatever is in it. Taking it in twice changes nothing.
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { PushRequest, RecordResult } from '../../protocol/push.ts';
import type { Centre } from '../centre.ts';
import type { Trx } from '../store/database.ts';
import { raiseCounters } from '../store/people/counters.ts';
import { type EnrolledDevice, noteContact } from '../store/people/devices.ts';
import { checkNonce } from '../store/people/twins.ts';
import type { RawInsert } from '../store/records/raw.ts';
import { findReferences } from '../store/records/references.ts';
import { unitsBelow } from '../store/unit-tree.ts';
import { type Examined, examine, isNamed, namedBy } from './examine.ts';
import { keepRecords, type Taking } from './keep.ts';
import { isTooLarge, type ReadRecord, readRecord } from './read-record.ts';

type Sent = Pick<PushRequest, 'records' | 'counters' | 'nonce' | 'next'>;
type Sender = Pick<EnrolledDevice, 'id' | 'unit_id' | 'account_id'>;
type World = Pick<Centre, 'db' | 'keys' | 'now' | 'random'>;

export type Receiving = {
  /** A file may come late and more than once: it says nothing of copies, and counters of it only rise. */
  readonly road: 'wire' | 'file';
  /** Told of each record whose storing failed by itself: a bug. */
  readonly report: (error: unknown) => void;
};

/**
 * One result a record, in their order; or `device.forked`, and nothing kept. When this resolves every final result
 * survives a power cut; when it rejects, the database or its disk is unusable and nothing may be acknowledged.
 */
export async function receive(
  world: World,
  device: Sender,
  batch: Sent,
  { road, report }: Receiving,
): Promise<Result<RecordResult[], Problem>> {
  const received = world.now().toISOString();
  const results = await take(world, batch, {
    report,
    judge: (trx, records) => judgeAll(trx, device, records, received),
    async note(trx, acknowledged) {
      if (road === 'file') await raiseCounters(trx, device.id, batch.counters);
      else if (await checkNonce(trx, device.id, batch))
        await noteContact(trx, device.id, {
          ...countersAfter(batch, acknowledged),
          last_contact_at: received,
        });
      else return false;
      return true;
    },
  });
  return results ? accepted(results) : refused('device.forked');
}

/** As the device will count once it has this reply. */
const countersAfter = ({ counters }: Sent, acknowledged: number): Sent['counters'] => ({
  finalised: counters.finalised,
  acknowledged: Math.min(counters.finalised, counters.acknowledged + acknowledged),
});

/**
 * Keeps what came without a signature that holds: nothing that it says of itself is believed, and it gives way to the
 * same record when that comes signed. `unit_id`: whose quarantine it waits in.
 */
export async function keepUnverified(
  world: World,
  { unit_id, claimed }: { readonly unit_id: string; readonly claimed: string },
  batch: Pick<Sent, 'records'>,
  report: Receiving['report'],
): Promise<RecordResult[]> {
  const received = world.now().toISOString();
  const judged = ({ envelope: { kind } }: ReadRecord): Examined => {
    const isAnonymous = !isNamed(kind);
    const device = isAnonymous ? '-' : claimed;
    return { problem: { code: 'record.unverified', details: { device } }, event: null, isAnonymous };
  };
  const results = await take(world, batch, {
    report,
    judge: async (_trx, records) =>
      records.map(record => rowOf(record, judged(record), { device_id: null, unit_id, received })),
    note: async () => true,
  });
  return results ?? [];
}

/** What is above the limit is not kept; its neighbours are. */
async function take(
  world: World,
  batch: Pick<Sent, 'records'>,
  taking: Omit<Taking, 'db' | 'random'>,
): Promise<RecordResult[] | null> {
  const records = batch.records.map(record => readRecord(world.keys, record));
  const kept = await keepRecords(
    { ...world, ...taking },
    records.filter(record => !isTooLarge(record)),
  );
  if (!kept) return null;
  const rest = kept.values();
  return records.map(record => {
    const result = isTooLarge(record) ? undefined : rest.next().value;
    return result ?? { id: record.envelope.id, result: 'too_large' };
  });
}

async function judgeAll(
  trx: Trx,
  device: Sender,
  records: readonly ReadRecord[],
  received: string,
): Promise<RawInsert[]> {
  const known = await findReferences(trx, namedBy(records));
  const units = new Set(await unitsBelow(trx, device.unit_id));
  const sender = { account_id: device.account_id, units };
  return records.map(record => {
    const examined = examine(record, known, sender);
    const { event, isAnonymous } = examined;
    const unit_id = event && units.has(event.unit_id) ? event.unit_id : device.unit_id;
    return rowOf(record, examined, { device_id: isAnonymous ? null : device.id, unit_id, received });
  });
}

function rowOf(
  { envelope, bytes, sha256 }: ReadRecord,
  { problem, event, isAnonymous }: Examined,
  { received, ...from }: Pick<RawInsert, 'device_id' | 'unit_id' | 'received'>,
): RawInsert {
  return {
    ...from,
    id: envelope.id,
    kind: envelope.kind,
    form: envelope.form ?? null,
    version: envelope.version ?? null,
    replaces: envelope.replaces ?? null,
    key_id: envelope.key_id ?? null,
    bytes,
    sha256,
    received: isAnonymous ? received.slice(0, 10) : received,
    event_id: event?.id ?? null,
    state: problem ? 'quarantined' : 'waiting',
    reason: problem,
  };
}
