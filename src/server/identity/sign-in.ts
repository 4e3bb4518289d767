// Staying signed in: a random cookie that only the browser holds; the centre keeps its hash.
import { createHash } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Centre } from '../centre.ts';
import { accountOfSignIn, insertSignIn, type SignedInAccount } from '../store/people/accounts.ts';

export const SIGN_IN_COOKIE = 'lembar';
const SIGN_IN_HOURS = 12;

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const newSecret = (random: Centre['random']): string => Buffer.from(random(32)).toString('base64url');

export async function whoIsSignedIn(
  { db, now }: Centre,
  cookie: string | undefined,
): Promise<SignedInAccount | null> {
  return cookie ? accountOfSignIn(db, hashSecret(cookie), now().toISOString()) : null;
}

export async function startSignIn(
  centre: Centre,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: string,
): Promise<void> {
  const token = newSecret(centre.random);
  const expires = new Date(centre.now().getTime() + SIGN_IN_HOURS * 3_600_000);
  const signIn = { token_hash: hashSecret(token), account_id: accountId, expires_at: expires.toISOString() };
  await insertSignIn(centre.db, signIn, centre.now().toISOString());
  reply.setCookie(SIGN_IN_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: SIGN_IN_HOURS * 3600,
  });
}
