// A copy of this device is about, or this is the copy: it takes an identity of its own, and loses nothing by it.
import type { ForkRequest } from '../../protocol/fork.ts';
import { FORK_MEDIA, PROTO } from '../../protocol/limits.ts';
import { usableKey } from '../centre-key.ts';
import { isEnrolReply, newKeys, publicKeyOf } from '../identity.ts';
import { forgetForkKeys, keepForkKeys, keepIdentity, type Sender } from '../store/identity.ts';
import type { Outbox } from '../store/outbox.ts';
import type { Exchange, Failure, Outcome } from './exchange.ts';

type Means = { outbox: Outbox; exchange: Exchange; crypto: Crypto; newId: () => string };

/** Null where this device may go on, under its new identity or, where the centre finds no copy, its old one. */
export async function takeOwnIdentity(
  { outbox, exchange, crypto, newId }: Means,
  { identity, pair }: Sender,
): Promise<Failure | null> {
  // Kept before they are asked for: where the reply is lost, the same keys get the same identity.
  const keys = await keepForkKeys(outbox, await newKeys(crypto));
  const body: ForkRequest = {
    proto: PROTO,
    device: identity.device,
    req: newId(),
    ...pair,
    public_key: await publicKeyOf(crypto, keys),
  };
  const outcome = await exchange(identity, { path: '/api/v1/fork', media: FORK_MEDIA, body });
  if (outcome.kind === 'rejected' && outcome.problem?.code === 'device.not_forked') {
    await forgetForkKeys(outbox);
    return null;
  }
  const reply: unknown = outcome.kind === 'reply' ? outcome.body : null;
  if (!isEnrolReply(reply)) return failureOf(outcome);
  const { device, label, unit, account, epoch } = reply;
  await keepIdentity(
    outbox,
    { device, label, unit, account, keys },
    { epoch, key: await usableKey(crypto, reply.key), instead: identity.device },
  );
  return null;
}

const failureOf = (outcome: Outcome): Failure =>
  outcome.kind === 'refused' || outcome.kind === 'busy' ? outcome : { kind: 'unreachable' };
