// Telling a device from a copy of it, by the nonce that only the last of them to push can know.
import type { PushRequest } from '../../../protocol/push.ts';
import type { Database, Trx } from '../database.ts';

type Nonces = Pick<PushRequest, 'nonce' | 'next'>;

/**
 * The table of protocol/push.ts, to be asked in the transaction that keeps the batch: true where the push is the
 * device's next one or the same again, and from then on the centre holds its `next`. False, and nothing changed, where
 * a copy of the device sends. A push without nonces (by file, or of a device that speaks 1) is never a copy's.
 */
export async function checkNonce(trx: Trx, deviceId: string, { nonce, next }: Nonces): Promise<boolean> {
  if (nonce === undefined || next === undefined) return true;
  const held = await trx
    .updateTable('device')
    .set({ nonce: next })
    .where('id', '=', deviceId)
    .where(({ eb, or }) => or([eb('nonce', 'is', null), eb('nonce', 'in', [nonce, next])]))
    .returning('id')
    .executeTakeFirst();
  return held !== undefined;
}

/** Whether `checkNonce` would say true, without taking anything. */
export async function isNonceDue(
  db: Database,
  deviceId: string,
  { nonce, next }: Required<Nonces>,
): Promise<boolean> {
  const { nonce: held } = await db
    .selectFrom('device')
    .select('nonce')
    .where('id', '=', deviceId)
    .executeTakeFirstOrThrow();
  return held === null || held === nonce || held === next;
}

/** The device that has this key, with the one that it is a copy of. */
export async function findByKey(db: Database, publicKey: string) {
  const row = await db
    .selectFrom('device')
    .select(['id', 'label', 'unit_id', 'account_id', 'copy_of'])
    .where('public_key', '=', publicKey)
    .executeTakeFirst();
  return row ?? null;
}
