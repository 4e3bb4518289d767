// Whom this outbox belongs to and talks to, and what every push tells of that.
import type { Counters, SealingKey } from '../../protocol/fields.ts';
import { getLocal, type Identity, type NoncePair, type Outbox, putLocal } from './outbox.ts';
import { readCounters } from './records.ts';
import { offerAgain } from './reoffer.ts';
import { inTransaction, steadily } from './steady.ts';

/** Another epoch: the centre was restored and may have lost what it acknowledged. */
export const adoptEpoch = (outbox: Outbox, epoch: string): Promise<void> =>
  inTransaction(outbox, [outbox.sent, outbox.local], async () => {
    if ((await getLocal(outbox, 'epoch')) === epoch) return;
    await putLocal(outbox, 'epoch', epoch);
    await offerAgain(outbox);
  });

/** A new identity; drafts and outbox stay. `instead` of the device that asked for it: another one is left alone. */
export const keepIdentity = (
  outbox: Outbox,
  identity: Identity,
  { epoch, key, instead }: { epoch: string; key: SealingKey | null; instead?: string },
): Promise<void> =>
  inTransaction(outbox, [outbox.sent, outbox.local], async () => {
    if (instead !== undefined && (await getLocal(outbox, 'identity'))?.device !== instead) return;
    await putLocal(outbox, 'identity', identity);
    await putLocal(outbox, 'epoch', epoch);
    if (key) await putLocal(outbox, 'centre_key', key);
    await outbox.local.bulkDelete(['nonce', 'fork']);
    await offerAgain(outbox);
  });

/** What is finished from now on is sealed to this one. Written only where it changed: strict writes cost a flush. */
export const putKey = (outbox: Outbox, key: SealingKey): Promise<void> =>
  steadily(outbox, async () => {
    if ((await getLocal(outbox, 'centre_key'))?.key_id !== key.key_id)
      await putLocal(outbox, 'centre_key', key);
  });

/** What every push tells of its sender. */
export type Sender = {
  identity: Identity;
  epoch: string;
  pair: NoncePair;
  counters: Counters;
};

/** Null where this device is not enrolled. The nonces are kept before anything is sent under them. */
export const readSender = (outbox: Outbox, newId: () => string): Promise<Sender | null> =>
  inTransaction(outbox, [outbox.local], async () => {
    const identity = await getLocal(outbox, 'identity');
    if (!identity) return null;
    const { finalised, acknowledged } = await readCounters(outbox);
    const epoch = (await getLocal(outbox, 'epoch')) ?? '';
    const { nonce = newId(), next } = (await getLocal(outbox, 'nonce')) ?? {};
    const pair = { nonce, next: next ?? newId() };
    if (next === undefined) await putLocal(outbox, 'nonce', pair);
    return { identity, epoch, pair, counters: { finalised, acknowledged } };
  });

/** The key pair that a new identity is being asked for; the one kept before, where there is one. */
export const keepForkKeys = (outbox: Outbox, keys: CryptoKeyPair): Promise<CryptoKeyPair> =>
  inTransaction(outbox, [outbox.local], async () => {
    const kept = await getLocal(outbox, 'fork');
    if (!kept) await putLocal(outbox, 'fork', keys);
    return kept ?? keys;
  });

export const forgetForkKeys = (outbox: Outbox): Promise<void> =>
  steadily(outbox, () => outbox.local.delete('fork'));
