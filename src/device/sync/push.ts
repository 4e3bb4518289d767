// Brings finished records to the centre, batch by batch, until none is left that may be tried now.
import { PROTO, PUSH_MAX_RECORDS, PUSH_MEDIA } from '../../protocol/limits.ts';
import type { PushRequest } from '../../protocol/push.ts';
import type { RecordEnvelope } from '../../protocol/record.ts';
import { adoptEpoch, readSender, type Sender } from '../store/identity.ts';
import type { Outbox } from '../store/outbox.ts';
import { acknowledge, loadRecords, pendingIds, purgeSent } from '../store/records.ts';
import { fitting, shuffled } from './batch.ts';
import type { Exchange, Failure, Outcome } from './exchange.ts';
import { takeOwnIdentity } from './fork.ts';
import { createParking, type Parking } from './parking.ts';
import { type PushReply, readPushReply } from './push-reply.ts';

type Means = {
  outbox: Outbox;
  exchange: Exchange;
  crypto: Crypto;
  clock: () => number;
  newId: () => string;
  random: () => number;
};

export type Pusher = {
  /** `failure` is null where everything that may be tried now was answered; `progressed`: something was. */
  pushAll(): Promise<{ failure: Failure | null; progressed: boolean }>;
  /** A person asked: records that wait alone are tried again as well. */
  forgive(): void;
  /** How many of what still waits the centre does not take by itself. */
  countHeld(pending: readonly string[]): number;
};

/** What one pusher remembers between rounds; `suspects` and `forks` only within one. */
type Memory = { parking: Parking; limit: number; suspects: Set<string>; forks: number; purgedOn: string };

/** A weak signal gets smaller bodies, though not one record at a time. */
const WEAK_LIMIT = 8;
/** A centre that finds a copy again and again is not to be gone round with for ever. */
const MOST_FORKS = 2;

export function createPusher(means: Means): Pusher {
  const memory: Memory = {
    parking: createParking(means),
    limit: PUSH_MAX_RECORDS,
    suspects: new Set(),
    forks: 0,
    purgedOn: '',
  };
  return {
    pushAll: () => pushAll(means, memory),
    forgive: () => memory.parking.releaseAll(),
    countHeld: pending => pending.filter(id => memory.parking.isHeld(id)).length,
  };
}

async function pushAll(means: Means, memory: Memory): ReturnType<Pusher['pushAll']> {
  memory.suspects.clear();
  memory.forks = 0;
  let progressed = false;
  for (;;) {
    const records = await nextBatch(means, memory);
    const sender = records.length > 0 && (await readSender(means.outbox, means.newId));
    if (!sender) break;
    const { outcome, reply } = await send(means, sender, records);
    if (reply) {
      await settle(means, memory, { sender, records, reply });
      progressed = true;
      continue;
    }
    const failure = isForked(outcome) ? await fork(means, memory, sender) : giveWay(memory, outcome, records);
    if (failure) return { failure, progressed };
  }
  blameSuspects(memory);
  return { failure: null, progressed };
}

async function nextBatch(
  { outbox, random }: Means,
  { parking, suspects, limit }: Memory,
): Promise<RecordEnvelope[]> {
  const ids = (await pendingIds(outbox)).filter(id => !suspects.has(id) && !parking.isParked(id));
  return fitting(await loadRecords(outbox, shuffled(ids, random).slice(0, limit)));
}

async function send(
  { exchange, newId }: Means,
  { identity, epoch, pair, counters }: Sender,
  records: RecordEnvelope[],
): Promise<{ outcome: Outcome; reply: PushReply | null }> {
  const { device } = identity;
  const body: PushRequest = { proto: PROTO, epoch, device, ...pair, req: newId(), counters, records };
  const outcome = await exchange(identity, { path: '/api/v1/push', media: PUSH_MEDIA, body });
  const sent = new Set(records.map(record => record.id));
  return { outcome, reply: outcome.kind === 'reply' ? readPushReply(outcome.body, sent) : null };
}

/** The epoch first: what this very reply acknowledges belongs to the new one. */
async function settle(
  { outbox, clock }: Means,
  memory: Memory,
  { sender, records, reply }: { sender: Sender; records: readonly RecordEnvelope[]; reply: PushReply },
): Promise<void> {
  const { acknowledgements, serverTime, heldById } = reply;
  await adoptEpoch(outbox, reply.epoch);
  await acknowledge(outbox, {
    acknowledgements,
    serverTime,
    deviceTime: clock(),
    pair: sender.pair,
  });
  const answered = new Set(acknowledgements.map(each => each.id));
  for (const { id } of records)
    if (answered.has(id)) memory.parking.release(id);
    else if (heldById.get(id)?.result === 'too_large') memory.parking.parkLong(id);
    else memory.parking.parkShort(id, heldById.get(id)?.afterMs);
  if (answered.size > 0) blameSuspects(memory);
  memory.limit = Math.min(PUSH_MAX_RECORDS, memory.limit * 2);
  const today = serverTime.slice(0, 10);
  if (memory.purgedOn !== today) await purgeSent(outbox);
  memory.purgedOn = today;
}

const isForked = (outcome: Outcome): boolean =>
  outcome.kind === 'rejected' && outcome.problem?.code === 'device.forked';

async function fork(means: Means, memory: Memory, sender: Sender): Promise<Failure | null> {
  memory.forks += 1;
  return memory.forks > MOST_FORKS ? { kind: 'unreachable' } : takeOwnIdentity(means, sender);
}

/** Null: go on in this round, with a smaller batch or without the one that failed alone. */
function giveWay(memory: Memory, outcome: Outcome, records: readonly RecordEnvelope[]): Failure | null {
  if (outcome.kind === 'refused' || outcome.kind === 'busy') return outcome;
  const half = Math.ceil(records.length / 2);
  if (outcome.kind !== 'too_large' && outcome.kind !== 'rejected') {
    memory.limit = Math.max(half, WEAK_LIMIT);
    return { kind: 'unreachable' };
  }
  memory.limit = half;
  const [first] = records;
  if (records.length > 1 || !first) return null;
  if (outcome.kind === 'too_large') memory.parking.parkLong(first.id);
  // A second one in a row: it is the centre that is broken, not the records.
  else if (memory.suspects.size > 0) return { kind: 'unreachable' };
  else memory.suspects.add(first.id);
  return null;
}

/** A record rejected alone is to blame only where the centre has answered for the others. */
function blameSuspects({ parking, suspects }: Memory): void {
  for (const id of suspects) parking.parkLong(id);
  suspects.clear();
}
