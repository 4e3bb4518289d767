// Seals records as devices do, at once: HPKE with Node's own primitives, so that a test or bench needs no waiting.
import { createCipheriv, createECDH, createHash, createHmac } from 'node:crypto';
import type { SealingKey } from '../../src/protocol/fields.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import {
  LEAST_SUBMISSION_BYTES,
  paddedLength,
  SEAL_INFO,
  sealedContext,
} from '../../src/protocol/sealing.ts';

const KEM = Buffer.from('KEM\u0000\u0010', 'latin1');
const SUITE = Buffer.from('HPKE\u0000\u0010\u0000\u0001\u0000\u0001', 'latin1');
const NONE = Buffer.alloc(0);

const hmac = (key: Uint8Array, ...parts: (string | Uint8Array)[]): Buffer =>
  parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
const extract = (suite: Buffer, salt: Uint8Array, label: string, input: Uint8Array): Buffer =>
  hmac(salt, 'HPKE-v1', suite, label, input);
const expand = (suite: Buffer, secret: Buffer, label: string, info: Buffer, size: number): Buffer =>
  hmac(secret, Buffer.of(0, size), 'HPKE-v1', suite, label, info, Buffer.of(1)).subarray(0, size);

/** One encapsulation to `publicKey` (an uncompressed point), then the ciphertext with its tag. */
export function sealBytes(
  publicKey: Uint8Array,
  content: Uint8Array,
  context: string,
  info: string = SEAL_INFO,
): Buffer {
  const ephemeral = createECDH('prime256v1');
  const encapsulated = ephemeral.generateKeys();
  const dh = ephemeral.computeSecret(publicKey);
  const both = Buffer.concat([encapsulated, publicKey]);
  const shared = expand(KEM, extract(KEM, NONE, 'eae_prk', dh), 'shared_secret', both, 32);
  const schedule = Buffer.concat([
    Buffer.of(0),
    extract(SUITE, NONE, 'psk_id_hash', NONE),
    extract(SUITE, NONE, 'info_hash', Buffer.from(info)),
  ]);
  const secret = extract(SUITE, shared, 'secret', NONE);
  const cipher = createCipheriv(
    'aes-128-gcm',
    expand(SUITE, secret, 'key', schedule, 16),
    expand(SUITE, secret, 'base_nonce', schedule, 12),
  );
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([encapsulated, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** The same record with its content sealed: padded to its size class, bound to its envelope. */
export function sealRecord(key: SealingKey, { bytes, sha256: _, ...clear }: RecordEnvelope): RecordEnvelope {
  const envelope = { ...clear, key_id: key.key_id };
  const content = Buffer.from(bytes, 'base64');
  const least = clear.kind === 'submission' ? LEAST_SUBMISSION_BYTES : 0;
  const padded = Buffer.alloc(paddedLength(content.length, least), ' ');
  content.copy(padded);
  const sealed = sealBytes(Buffer.from(key.public_key, 'base64url'), padded, sealedContext(envelope));
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  return { ...envelope, bytes: sealed.toString('base64'), sha256 };
}
