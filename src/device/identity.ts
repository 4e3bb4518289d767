// What an identity of this device is made of: a key that cannot leave the browser, and the centre's word for it.
import type { EnrolReply, EnrolRequest } from '../protocol/enrol.ts';

export const newKeys = (crypto: Crypto): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

export async function publicKeyOf(
  crypto: Crypto,
  { publicKey }: CryptoKeyPair,
): Promise<EnrolRequest['public_key']> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  return { x, y };
}

/** Shallow: enough to tell the centre from a captive portal. A centre of the first builds names no key. */
export function isEnrolReply(value: unknown): value is Omit<EnrolReply, 'key'> & { key?: unknown } {
  const reply = value as Partial<EnrolReply> | null;
  return (
    typeof reply?.device === 'string' &&
    typeof reply.label === 'string' &&
    typeof reply.epoch === 'string' &&
    isNamed(reply.unit) &&
    (reply.account === null || isNamed(reply.account))
  );
}

const isNamed = (value: unknown): boolean => {
  const named = value as { id?: unknown; name?: unknown } | null | undefined;
  return typeof named?.id === 'string' && typeof named.name === 'string';
};
