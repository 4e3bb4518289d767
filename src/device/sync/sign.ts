// The signature under everything that this device says: whoever holds the bytes can tell that it said them.
import { base64url } from '../bytes.ts';
import type { Identity } from '../store/outbox.ts';

/** As protocol/limits.ts's SIGNATURE_HEADER carries it. */
export async function sign(
  crypto: Crypto,
  { keys }: Identity,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, bytes);
  return base64url(new Uint8Array(signature));
}
