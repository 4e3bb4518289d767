// One of the centre's own keys: made here, written as text, and read again only where it is whole.
import { keyIdOf, publicPoint } from './sealed-open.ts';

/** What making and copying keys needs of the world. */
export type Making = { readonly random: (size: number) => Uint8Array; readonly now: () => Date };

export type CentreKey = {
  readonly key_id: string;
  /** ISO 8601, UTC; the newest is the one to seal to. */
  readonly made_at: string;
  /** The scalar and the uncompressed point, base64url. */
  readonly private_key: string;
  readonly public_key: string;
};

const PRIVATE_BYTES = 32;

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

/** `after`: the newest so far, so that a clock set back does not make an older key of it. */
export function makeKey({ random, now }: Making, after?: CentreKey): CentreKey {
  const earliest = after ? Date.parse(after.made_at) + 1 : 0;
  const made_at = new Date(Math.max(now().getTime(), earliest)).toISOString();
  // Of 2^32 drawn hardly one is no scalar of the curve.
  for (;;) {
    const key = keyOf(random(PRIVATE_BYTES), made_at);
    if (key) return key;
  }
}

/** Null where the bytes are no scalar of the curve. */
function keyOf(scalar: Uint8Array, made_at: string): CentreKey | null {
  try {
    const point = publicPoint(scalar);
    const private_key = Buffer.from(scalar).toString('base64url');
    return { key_id: keyIdOf(point), made_at, private_key, public_key: point.toString('base64url') };
  } catch {
    return null;
  }
}

/** What a file says: everything else follows from the scalar. */
export const toText = ({ key_id, made_at, private_key }: CentreKey): string =>
  `${JSON.stringify({ lembar: 'key', version: 1, key_id, made_at, private_key })}\n`;

/** Null where it is no key of ours, or not whole. */
export function fromText(text: string): CentreKey | null {
  try {
    const { version, key_id, made_at, private_key } = JSON.parse(text);
    const scalar = bytesOf(private_key);
    if (version !== 1 || scalar.length !== PRIVATE_BYTES || Number.isNaN(Date.parse(made_at))) return null;
    const key = keyOf(scalar, made_at);
    return key?.key_id === key_id ? key : null;
  } catch {
    return null;
  }
}
