// Drawing, writing and reading the codes that enrol a device.

import { CODE_ALPHABET, CODE_LENGTH, CODE_LIFE_MINUTES } from '../../protocol/limits.ts';
import type { EnrolmentCode } from '../../protocol/office/device.ts';
import type { Centre } from '../centre.ts';
import { insertCode } from '../store/people/devices.ts';
import { hashSecret } from './sign-in.ts';

type Needs = Pick<Centre, 'db' | 'now' | 'random'>;

/** `accountId` set: for that supervisor's own phone; else for a shared tablet of the unit. */
export async function makeEnrolmentCode(
  { db, now, random }: Needs,
  unit_id: string,
  account_id: string | null,
): Promise<EnrolmentCode> {
  const expires_at = new Date(now().getTime() + CODE_LIFE_MINUTES * 60_000).toISOString();
  for (;;) {
    const code = drawCode(random);
    const row = { code_hash: hashCode(code), unit_id, account_id, expires_at };
    if (await insertCode(db, row)) return { code: `${code.slice(0, 4)}-${code.slice(4)}`, expires_at };
  }
}

/** Hash of a code as a person typed it: case, spaces and dashes do not matter. */
export const hashCode = (typed: string): string =>
  hashSecret(`enrol:${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);

/** Every symbol equally likely: bytes beyond the last whole multiple of the alphabet are drawn again. */
function drawCode(random: Centre['random']): string {
  const limit = 256 - (256 % CODE_ALPHABET.length);
  let code = '';
  while (code.length < CODE_LENGTH)
    for (const byte of random(CODE_LENGTH - code.length))
      if (byte < limit) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
  return code;
}
