// One talk with the centre: records up, reference down, and what to say of it.
import type { Outbox } from '../store/outbox.ts';
import { readLocal } from '../store/outbox.ts';
import { pendingIds } from '../store/records.ts';
import type { Reference } from '../store/reference.ts';
import { wipeReference } from '../store/snapshots.ts';
import type { Exchange, Failure } from './exchange.ts';
import { reoffer } from './have.ts';
import { pullAll } from './pull.ts';
import type { Pusher } from './push.ts';

export type RoundEnd = {
  failure: Failure | null;
  /** The centre acknowledged records, or answered a pull to its end. */
  contacted: boolean;
  /** The centre acknowledged records. */
  progressed: boolean;
  /** Records that still wait, alone or behind a failure. */
  left: number;
  /** Of these: those that the centre does not take by themselves. */
  held: number;
};

export type RoundMeans = {
  outbox: Outbox;
  reference: Reference;
  exchange: Exchange;
  crypto: Crypto;
  newId: () => string;
  pusher: Pusher;
};

/** Null where this device is not enrolled: nobody to talk to. */
export async function runRound(means: RoundMeans, begin: () => Promise<void>): Promise<RoundEnd | null> {
  if (!(await readLocal(means.outbox, 'identity'))) return null;
  await begin();
  const end = await talk(means);
  const pending = await pendingIds(means.outbox);
  return { ...end, left: pending.length, held: means.pusher.countHeld(pending) };
}

async function talk(means: RoundMeans): Promise<Omit<RoundEnd, 'left' | 'held'>> {
  const { progressed, ...sent } = await sendAll(means);
  const failure = sent.failure ?? (await pull(means));
  if (failure) {
    await obey(means, failure);
    return { failure, contacted: progressed, progressed };
  }
  // Finished meanwhile, or to be offered again since the pull told of another epoch.
  const rest = await sendAll(means);
  return { failure: rest.failure, contacted: true, progressed: progressed || rest.progressed };
}

/** What waits, then what has to be offered again and turned out to be missing. */
async function sendAll({
  pusher,
  ...means
}: RoundMeans): Promise<{ failure: Failure | null; progressed: boolean }> {
  const sent = await pusher.pushAll();
  const failure = sent.failure ?? (await reoffer(means));
  if (failure) return { failure, progressed: sent.progressed };
  const again = await pusher.pushAll();
  return { failure: again.failure, progressed: sent.progressed || again.progressed };
}

/** The identity may have changed while sending. */
async function pull(means: RoundMeans): Promise<Failure | null> {
  const identity = await readLocal(means.outbox, 'identity');
  return identity ? pullAll(means, identity) : null;
}

/** A device that is lost, or retired and done, keeps nothing of others' data; what it captured stays. */
async function obey({ reference }: RoundMeans, failure: Failure): Promise<void> {
  if (failure.kind === 'refused' && WIPING.has(failure.problem.code)) await wipeReference(reference);
}

const WIPING: ReadonlySet<string> = new Set(['device.lost', 'device.retired']);
