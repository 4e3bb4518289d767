// The centre's key that records are sealed to: believed only where it can be sealed to, since else nothing could be finished.
import type { SealingKey } from '../protocol/fields.ts';
import { fromBase64url, hex } from './bytes.ts';
import { putKey } from './store/identity.ts';
import { type Outbox, readLocal } from './store/outbox.ts';

/** Keeps the key that the centre names from now on; one that is none changes nothing. */
export async function keepKey(
  { outbox, crypto }: { outbox: Outbox; crypto: Crypto },
  named: unknown,
): Promise<void> {
  const kept = await readLocal(outbox, 'centre_key');
  if (kept?.key_id === (named as Partial<SealingKey> | null | undefined)?.key_id) return;
  const key = await usableKey(crypto, named);
  if (key) await putKey(outbox, key);
}

/** Null where it is not a point of the curve under its own name. */
export async function usableKey(crypto: Crypto, named: unknown): Promise<SealingKey | null> {
  const { key_id, public_key } = (named ?? {}) as Partial<Record<keyof SealingKey, unknown>>;
  if (typeof key_id !== 'string' || typeof public_key !== 'string') return null;
  try {
    const point = fromBase64url(public_key);
    await crypto.subtle.importKey('raw', point, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', point));
    return hex(digest.subarray(0, 8)) === key_id ? { key_id, public_key } : null;
  } catch {
    return null;
  }
}
