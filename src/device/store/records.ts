// Records on their way: made, waiting, acknowledged, and kept for a while in case that the centre is restored.
import type { PushResult } from '../../protocol/push-result.ts';
import type { RecordEnvelope } from '../../protocol/record.ts';
import {
  type Age,
  type Counters,
  type EventCount,
  getLocal,
  type NoncePair,
  type Outbox,
  putLocal,
  type RecordRow,
} from './outbox.ts';
import { inTransaction, steadily } from './steady.ts';

const DAY_MS = 24 * 3600_000;
const RETENTION_DAYS = 30;
/** However far the clocks jump between two receipts, the outbox has not become older than by this. */
const LONGEST_STEP_MS = 7 * DAY_MS;

export type Acknowledgement = { id: string; result: PushResult; reason: { code: string } | null };

export const pendingIds = (outbox: Outbox): Promise<string[]> =>
  steadily(outbox, () => outbox.records.toCollection().primaryKeys());

/** As they travel. Leaves out those that another tab has brought home meanwhile. */
export const loadRecords = (outbox: Outbox, ids: string[]): Promise<RecordEnvelope[]> =>
  steadily(outbox, async () =>
    (await outbox.records.bulkGet(ids)).flatMap(row => (row ? [envelopeOf(row)] : [])),
  );

const envelopeOf = ({ event_id: _, response: __, ...envelope }: RecordRow): RecordEnvelope => envelope;

/** Inside the caller's transaction. */
export async function addRecord(outbox: Outbox, row: RecordRow): Promise<void> {
  await outbox.records.add(row);
  await countRecords(outbox, { finalised: 1 });
  await countForEvents(outbox, 'made', [row], 1);
}

/** What one answered push says: its receipts, and that the nonces which it named have served. */
export type Receipt = {
  acknowledgements: readonly Acknowledgement[];
  /** ISO 8601, by the centre's clock. */
  serverTime: string;
  /** Epoch ms, by this device's clock. */
  deviceTime: number;
  pair: NoncePair;
};

/** Moves them out of the outbox, in one transaction with all that counts them. */
export const acknowledge = (outbox: Outbox, receipt: Receipt): Promise<void> =>
  inTransaction(outbox, [outbox.records, outbox.sent, outbox.local], async () => {
    const { acknowledgements, serverTime, pair } = receipt;
    const kept_since = wholeDays(await grow(outbox, receipt));
    const rows = await outbox.records.bulkGet(acknowledgements.map(each => each.id));
    const moved = acknowledgements.flatMap((each, index) => {
      const record = rows[index];
      return record ? [{ ...each, record, acknowledged_on: serverTime.slice(0, 10), kept_since }] : [];
    });
    await outbox.sent.bulkPut(moved);
    await outbox.records.bulkDelete(moved.map(row => row.id));
    await countReceived(outbox, moved, 1);
    // Another tab may have gone on meanwhile.
    if ((await getLocal(outbox, 'nonce'))?.next === pair.next)
      await putLocal(outbox, 'nonce', { nonce: pair.next });
  });

/** Inside the caller's transaction: receipts that came, or that no longer hold (-1). */
export async function countReceived(
  outbox: Outbox,
  sent: readonly { record: RecordRow; result: PushResult }[],
  sign: 1 | -1,
): Promise<void> {
  const quarantined = sent.filter(row => row.result === 'quarantined').length;
  await countRecords(outbox, { acknowledged: sign * sent.length, quarantined: sign * quarantined });
  await countForEvents(
    outbox,
    'received',
    sent.map(row => row.record),
    sign,
  );
}

/** Time counts only as far as the centre's clock and this one agree that it passed: one that jumps removes nothing. */
async function grow(
  outbox: Outbox,
  { serverTime, deviceTime }: Pick<Receipt, 'serverTime' | 'deviceTime'>,
): Promise<Age> {
  const server = Date.parse(serverTime) || 0;
  const age = (await getLocal(outbox, 'age')) ?? { server, device: deviceTime, elapsedMs: 0 };
  const step = Math.min(server - age.server, deviceTime - age.device, LONGEST_STEP_MS);
  const grown = { server, device: deviceTime, elapsedMs: age.elapsedMs + Math.max(0, step) };
  await putLocal(outbox, 'age', grown);
  return grown;
}

const wholeDays = ({ elapsedMs }: Age): number => Math.floor(elapsedMs / DAY_MS);

/** Bytes acknowledged longer ago than the retention; none as long as some are still to be offered again. */
export const purgeSent = (outbox: Outbox): Promise<void> =>
  inTransaction(outbox, [outbox.sent, outbox.local], async () => {
    const age = await getLocal(outbox, 'age');
    if (!age || (await getLocal(outbox, 'reoffer'))) return;
    const oldest = wholeDays(age) - RETENTION_DAYS;
    if (oldest > 0) await outbox.sent.filter(row => (row.kept_since ?? 0) < oldest).delete();
  });

/** Written only where it changed: strict writes cost a flush. */
export const noteDemonstration = (outbox: Outbox, demonstration: boolean): Promise<void> =>
  steadily(outbox, async () => {
    if (((await getLocal(outbox, 'demonstration')) ?? false) !== demonstration)
      await putLocal(outbox, 'demonstration', demonstration);
  });

async function countRecords(outbox: Outbox, more: Partial<Counters>): Promise<void> {
  const { finalised, acknowledged, quarantined } = await readCounters(outbox);
  await putLocal(outbox, 'counters', {
    finalised: finalised + (more.finalised ?? 0),
    acknowledged: acknowledged + (more.acknowledged ?? 0),
    quarantined: quarantined + (more.quarantined ?? 0),
  });
}

export const readCounters = async (outbox: Outbox): Promise<Counters> =>
  (await getLocal(outbox, 'counters')) ?? { finalised: 0, acknowledged: 0, quarantined: 0 };

async function countForEvents(
  outbox: Outbox,
  what: 'made' | 'received',
  rows: readonly RecordRow[],
  sign: 1 | -1,
): Promise<void> {
  const more = new Map<string, EventCount>();
  for (const { event_id, response } of rows) {
    if (event_id === undefined) continue;
    const { responses, records } = more.get(event_id) ?? NONE;
    more.set(event_id, { responses: responses + (response ? sign : 0), records: records + sign });
  }
  for (const [event_id, { responses, records }] of more) {
    const key = `${what}:${event_id}` as const;
    const before = (await getLocal(outbox, key)) ?? NONE;
    await putLocal(outbox, key, {
      responses: before.responses + responses,
      records: before.records + records,
    });
  }
}

const NONE: EventCount = { responses: 0, records: 0 };

/** What this device made of an event, and how much of it the centre has acknowledged. For use inside a live query. */
export async function readEventCounts(
  outbox: Outbox,
  event_id: string,
): Promise<{ responses: number; received: EventCount; finalised: number; closed_on: string | null }> {
  const [made = NONE, received = NONE, earlier = 0, closed_on = null] = await Promise.all([
    getLocal(outbox, `made:${event_id}`),
    getLocal(outbox, `received:${event_id}`),
    getLocal(outbox, `responses:${event_id}`),
    getLocal(outbox, `closed:${event_id}`),
  ]);
  return { responses: made.responses + earlier, received, finalised: made.records, closed_on };
}
