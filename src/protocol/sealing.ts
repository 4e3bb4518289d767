// How a record is sealed: the one agreement between the tablet, which can only close, and the centre, which alone can open.
import type { RecordEnvelope } from './record.ts';

/**
 * HPKE (RFC 9180) in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM; one encapsulation a record. The
 * sealed bytes are the encapsulated key (65 bytes, an uncompressed point) followed by the ciphertext with its tag.
 */
export const SEAL_INFO = 'lembar/record/1';
export const ENCAPSULATED_BYTES = 65;
export const TAG_BYTES = 16;

/** Plaintext sizes in bytes: beyond the first that fits, nothing tells one sheet from another by its length. */
export const SIZE_CLASSES = [256, 1024, 4096, 16_384, 65_536, 262_144] as const;
/** Every sheet has at least this class, so that a short comment or none looks the same. */
export const LEAST_SUBMISSION_BYTES = 1024;

/** The bytes that a content of this length is filled up to (with spaces, which JSON ignores at its end). */
export const paddedLength = (length: number, least: number): number =>
  SIZE_CLASSES.find(size => size >= length && size >= least) ?? length;

/** What is bound to the sealed bytes without being in them: an envelope cannot be put around another's content. */
export const sealedContext = (
  envelope: Pick<RecordEnvelope, 'id' | 'kind' | 'form' | 'version' | 'replaces' | 'key_id'>,
): string => {
  const { id, kind, form = null, version = null, replaces = null, key_id = null } = envelope;
  return JSON.stringify([id, kind, form, version, replaces, key_id]);
};
