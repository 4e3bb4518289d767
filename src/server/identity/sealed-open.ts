// Opens HPKE (RFC 9180, base mode) with Node's own primitives: over WebCrypto a library opens a tenth as many records a second.
import { createDecipheriv, createECDH, createHash, createHmac, type Hmac } from 'node:crypto';
import { ENCAPSULATED_BYTES, TAG_BYTES } from '../../protocol/sealing.ts';

// DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM: the identifiers of RFC 9180, section 7.
const KEM_SUITE = Buffer.from([...Buffer.from('KEM'), 0x00, 0x10]);
const SUITE = Buffer.from([...Buffer.from('HPKE'), 0x00, 0x10, 0x00, 0x01, 0x00, 0x01]);
const VERSION = Buffer.from('HPKE-v1');
const NONE = Buffer.alloc(0);
const BASE_MODE = Buffer.of(0);

const HASH_BYTES = 32;
const KEY_BYTES = 16;
const NONCE_BYTES = 12;

/** What was sealed, or null where it was not sealed to this key, this info and this context, or is no sealing at all. */
export type Open = (sealed: Uint8Array, context: string | Uint8Array) => Uint8Array | null;

/** Opens the first message of each encapsulation. `privateKey` is the scalar, 32 bytes; throws where it is none. */
export function opener(privateKey: Uint8Array, info: string | Uint8Array): Open {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  const publicKey = ecdh.getPublicKey();
  const schedule = Buffer.concat([
    BASE_MODE,
    extract(SUITE, NONE, 'psk_id_hash', NONE),
    extract(SUITE, NONE, 'info_hash', Buffer.from(info)),
  ]);
  return (sealed, context) => {
    if (sealed.length < ENCAPSULATED_BYTES + TAG_BYTES) return null;
    try {
      const encapsulated = sealed.subarray(0, ENCAPSULATED_BYTES);
      const shared = decapsulate(ecdh.computeSecret(encapsulated), encapsulated, publicKey);
      const secret = extract(SUITE, shared, 'secret', NONE);
      const key = expand(SUITE, secret, 'key', schedule, KEY_BYTES);
      const nonce = expand(SUITE, secret, 'base_nonce', schedule, NONCE_BYTES);
      return decrypt(key, nonce, sealed.subarray(ENCAPSULATED_BYTES), Buffer.from(context));
    } catch {
      // A point that is not on the curve, or a tag that does not fit: Node says so only by throwing.
      return null;
    }
  };
}

/** Section 4.1. */
const decapsulate = (dh: Uint8Array, encapsulated: Uint8Array, publicKey: Uint8Array): Buffer =>
  expand(
    KEM_SUITE,
    extract(KEM_SUITE, NONE, 'eae_prk', dh),
    'shared_secret',
    Buffer.concat([encapsulated, publicKey]),
    HASH_BYTES,
  );

/** Section 4, LabeledExtract: a salt of no bytes is HMAC's key of zeros. */
const extract = (suite: Buffer, salt: Uint8Array, label: string, key: Uint8Array): Buffer =>
  labelled(createHmac('sha256', salt), suite, label).update(key).digest();

/** Section 4, LabeledExpand, for at most one block: nothing here is longer than a hash. */
function expand(suite: Buffer, secret: Buffer, label: string, info: Buffer, bytes: number): Buffer {
  const hmac = createHmac('sha256', secret).update(Buffer.of(0, bytes));
  return labelled(hmac, suite, label).update(info).update(Buffer.of(1)).digest().subarray(0, bytes);
}

const labelled = (hmac: Hmac, suite: Buffer, label: string): Hmac =>
  hmac.update(VERSION).update(suite).update(label);

function decrypt(key: Buffer, nonce: Buffer, ciphertext: Uint8Array, context: Buffer): Buffer {
  const decipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(context);
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
}

/** The uncompressed point of a private key, 65 bytes. Throws where it is none. */
export function publicPoint(privateKey: Uint8Array): Buffer {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  return ecdh.getPublicKey();
}

/** A KeyId: the first 8 bytes of the point's SHA-256, in hex. */
export const keyIdOf = (point: Uint8Array): string =>
  createHash('sha256').update(point).digest('hex').slice(0, 16);
