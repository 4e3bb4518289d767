// The escrow copy: all private keys in one file under a passphrase, for the day on which the server's disk is gone.
import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto';
import { accepted, type Result, refused } from '../../domain/result.ts';
import { ESCROW_PASSPHRASE_MIN } from '../../protocol/office/device.ts';
import type { Problem } from '../../protocol/problem.ts';
import { bytesOf, type CentreKey, fromText, type Making, toText } from './centre-key.ts';

/** What guessing one passphrase costs: 64 MiB of memory and some tenths of a second. Written into the file. */
const SCRYPT = { cost: 2 ** 16, block: 8, parallel: 1 };
const SCRYPT_MAX_BYTES = 256 * 1024 * 1024;
const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;

type Header = {
  readonly lembar: 'escrow';
  readonly version: 1;
  readonly made_at: string;
  /** Which keys, so that a copy can be told from an older one without its passphrase. */
  readonly key_ids: readonly string[];
  readonly scrypt: typeof SCRYPT;
  readonly salt: string;
  readonly nonce: string;
};

/** The file's text, or `key.passphrase_short`. */
export function sealEscrow(
  keys: readonly CentreKey[],
  passphrase: string,
  { random, now }: Making,
): Result<string, Problem> {
  if ([...passphrase].length < ESCROW_PASSPHRASE_MIN)
    return refused('key.passphrase_short', { min: ESCROW_PASSPHRASE_MIN });
  const header: Header = {
    lembar: 'escrow',
    version: 1,
    made_at: now().toISOString(),
    key_ids: keys.map(({ key_id }) => key_id),
    scrypt: SCRYPT,
    salt: Buffer.from(random(16)).toString('base64url'),
    nonce: Buffer.from(random(12)).toString('base64url'),
  };
  const cipher = createCipheriv(CIPHER, keyFor(passphrase, header), bytesOf(header.nonce));
  cipher.setAAD(Buffer.from(JSON.stringify(header)));
  const sealed = [
    cipher.update(JSON.stringify(keys.map(toText)), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  const file = { ...header, keys: Buffer.concat(sealed).toString('base64url') };
  return accepted(`${JSON.stringify(file, null, 2)}\n`);
}

/** The keys of an escrow copy, or `key.passphrase_wrong`, also where the file is another or was changed. */
export function openEscrow(file: string, passphrase: string): Result<CentreKey[], Problem> {
  try {
    const { keys: sealed, ...header } = JSON.parse(file) as Header & { keys: string };
    const bytes = bytesOf(sealed);
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv(CIPHER, keyFor(passphrase, header), bytesOf(header.nonce), options);
    decipher.setAAD(Buffer.from(JSON.stringify(header)));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    const keys = (JSON.parse(text.toString('utf8')) as string[]).map(fromText);
    return accepted(keys.filter(key => key !== null));
  } catch {
    return refused('key.passphrase_wrong');
  }
}

/** The same passphrase however its letters were composed by the keyboard. */
function keyFor(passphrase: string, { scrypt, salt }: Pick<Header, 'scrypt' | 'salt'>): Buffer {
  const { cost, block, parallel } = scrypt;
  const cipherKeyBytes = 32;
  return scryptSync(passphrase.normalize('NFKC'), bytesOf(salt), cipherKeyBytes, {
    cost,
    blockSize: block,
    parallelization: parallel,
    maxmem: SCRYPT_MAX_BYTES,
  });
}
