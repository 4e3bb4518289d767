// An enrolment code as people type and paste it.
import { CODE_ALPHABET, CODE_LENGTH } from '../../../protocol/limits.ts';

export type TypedCode =
  | { kind: 'complete'; code: string }
  | { kind: 'incomplete'; length: number }
  | { kind: 'symbols' };

/** Spaces, dashes and case do not matter; anything outside the alphabet is named before the centre is asked. */
export function readCode(typed: string): TypedCode {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  if ([...code].some(symbol => !CODE_ALPHABET.includes(symbol))) return { kind: 'symbols' };
  return code.length === CODE_LENGTH
    ? { kind: 'complete', code }
    : { kind: 'incomplete', length: code.length };
}

/** The code in a link such as `/enrol#code=ABCD-2345`, or nothing. */
export const codeInLink = (hash: string): string =>
  new URLSearchParams(hash.replace(/^#/, '')).get('code') ?? '';
