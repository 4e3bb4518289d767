// From what a record says to the immutable envelope that carries it, sealed so that this tablet cannot open it again.
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { SealingKey } from '../protocol/fields.ts';
import type { RecordEnvelope } from '../protocol/record.ts';
import { LEAST_SUBMISSION_BYTES, paddedLength, SEAL_INFO, sealedContext } from '../protocol/sealing.ts';
import { base64, fromBase64url, hex, joined, utf8 } from './bytes.ts';

type Unsealed = Omit<RecordEnvelope, 'bytes' | 'sha256' | 'key_id'>;

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});

/**
 * As protocol/sealing.ts says; without a key (a device enrolled by the first builds, until its next pull) in clear.
 * `JSON.stringify` writes lone surrogates as escapes, so that every text comes back as it was.
 */
export async function seal(
  crypto: Crypto,
  key: SealingKey | undefined,
  { envelope, content }: { envelope: Unsealed; content: object },
): Promise<RecordEnvelope> {
  const plain = utf8(JSON.stringify(content));
  if (!key) return withHash(crypto, envelope, plain);
  const named = { ...envelope, key_id: key.key_id };
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(fromBase64url(key.public_key)),
    info: utf8(SEAL_INFO),
  });
  const least = envelope.kind === 'submission' ? LEAST_SUBMISSION_BYTES : 0;
  const sealed = await sender.seal(padded(plain, least), utf8(sealedContext(named)));
  return withHash(crypto, named, joined(new Uint8Array(sender.enc), new Uint8Array(sealed)));
}

/** With spaces, which JSON ignores at its end. */
function padded(plain: Uint8Array, least: number): Uint8Array {
  const bytes = new Uint8Array(paddedLength(plain.length, least)).fill(0x20);
  bytes.set(plain);
  return bytes;
}

async function withHash(
  crypto: Crypto,
  envelope: Omit<RecordEnvelope, 'bytes' | 'sha256'>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<RecordEnvelope> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return { ...envelope, bytes: base64(bytes), sha256: hex(new Uint8Array(digest)) };
}
