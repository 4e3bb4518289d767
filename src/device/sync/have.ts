// The re-offer: asks page by page which acknowledged records the centre holds, and lets those that it lost wait again.
import type { HaveRequest } from '../../protocol/have.ts';
import { HAVE_MAX_RECORDS, HAVE_MEDIA, PROTO } from '../../protocol/limits.ts';
import { adoptEpoch } from '../store/identity.ts';
import { type Outbox, readLocal } from '../store/outbox.ts';
import { nextOffer, type Offer, settleOffer } from '../store/reoffer.ts';
import type { Exchange, Failure, Outcome } from './exchange.ts';

type Means = { outbox: Outbox; exchange: Exchange; newId: () => string };

/** Null where nothing is left to be offered, or the centre cannot say now: the next round goes on from there. */
export async function reoffer(means: Means): Promise<Failure | null> {
  const { outbox } = means;
  for (;;) {
    const offer = await nextOffer(outbox, HAVE_MAX_RECORDS);
    if (!offer) return null;
    if (offer.records.length === 0) {
      await settleOffer(outbox, offer, new Set());
      continue;
    }
    const outcome = await ask(means, offer);
    if (outcome.kind === 'refused' || outcome.kind === 'busy' || outcome.kind === 'unreachable')
      return outcome;
    const answer = read(outcome, offer);
    // A centre that breaks at this question alone must not keep reference data from coming.
    if (!answer) return outcome.kind === 'reply' ? { kind: 'unreachable' } : null;
    if (answer.epoch !== offer.epoch) {
      // Restored once more: all of it is to be asked for again, though not round and round.
      await adoptEpoch(outbox, answer.epoch);
      return null;
    }
    await settleOffer(outbox, offer, answer.missing);
  }
}

async function ask({ outbox, exchange, newId }: Means, { epoch, records }: Offer): Promise<Outcome> {
  const identity = await readLocal(outbox, 'identity');
  if (!identity) return { kind: 'unreachable' };
  const body: HaveRequest = { proto: PROTO, epoch, device: identity.device, req: newId(), records };
  return exchange(identity, { path: '/api/v1/have', media: HAVE_MEDIA, body });
}

type Answer = { epoch: string; missing: ReadonlySet<string> };

/** A centre that does not know the question is sent everything again. */
function read(outcome: Outcome, offer: Offer): Answer | null {
  if (outcome.kind === 'rejected' && outcome.problem?.code === 'request.not_found')
    return { epoch: offer.epoch, missing: new Set(offer.records.map(record => record.id)) };
  if (outcome.kind !== 'reply') return null;
  const { epoch, missing } = outcome.body;
  if (typeof epoch !== 'string' || !Array.isArray(missing)) return null;
  return missing.every(id => typeof id === 'string') ? { epoch, missing: new Set(missing) } : null;
}
