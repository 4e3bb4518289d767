// Passwords: Argon2id with the library's own parameters, and the same work for names that do not exist.
import { hash, verify } from '@node-rs/argon2';
import { accepted, type Result, refused } from '../../domain/result.ts';
import { PASSWORD_MIN_LENGTH } from '../../protocol/limits.ts';
import type { Problem } from '../../protocol/problem.ts';

export async function hashPassword(password: string): Promise<Result<string, Problem>> {
  if ([...password].length < PASSWORD_MIN_LENGTH)
    return refused('account.password_short', { min: PASSWORD_MIN_LENGTH });
  return accepted(await hash(password));
}

let ofNobody: Promise<string> | undefined;

/** False for a null hash, after as long a time as for a real one. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  ofNobody ??= hash('the password of an account that does not exist');
  const matches = await verify(passwordHash ?? (await ofNobody), password);
  return passwordHash !== null && matches;
}
