// The digests that forms can ask for, computed at once (the platform's own answer later, which a calculation cannot wait for).
import { base64Of, bytesOf } from './bytes.ts';
import { md5, sha1 } from './older-digests.ts';
import { sha2 } from './sha2.ts';

/** '' for an algorithm or a way of writing that the specification does not name. */
export function digest(text: string, algorithm: string, writing: string): string {
  const compute = ALGORITHMS[algorithm.trim().toUpperCase()];
  const write = WRITINGS[writing.trim().toLowerCase()];
  return compute && write ? write(compute(bytesOf(text))) : '';
}

const ALGORITHMS: Readonly<Record<string, (bytes: readonly number[]) => readonly number[]>> = {
  MD5: md5,
  'SHA-1': sha1,
  'SHA-256': bytes => sha2(bytes, { word: 32, isShort: false }),
  'SHA-384': bytes => sha2(bytes, { word: 64, isShort: true }),
  'SHA-512': bytes => sha2(bytes, { word: 64, isShort: false }),
};

const WRITINGS: Readonly<Record<string, (bytes: readonly number[]) => string>> = {
  hex: bytes => bytes.map(byte => byte.toString(16).padStart(2, '0')).join(''),
  base64: base64Of,
};
