// The builds before this one: what their devices knew to say, and what their centre understood.
import { DEVICE_HEADER, SIGNATURE_HEADER } from '../../../src/protocol/limits.ts';
import type { Answer, Question } from '../centre/process.ts';

type Said = Record<string, unknown>;
const read = (bytes: Uint8Array | null): Said => JSON.parse(Buffer.from(bytes ?? []).toString()) as Said;
const written = (said: Said): Uint8Array => Buffer.from(JSON.stringify(said));

const NOT_FOUND = problem(404, 'request.not_found');
const UNKNOWN_TO_OLD = new Set(['/api/v1/have', '/api/v1/fork']);

function problem(status: number, code: string): Answer {
  const body = Buffer.from(JSON.stringify({ code, details: {} }));
  return { status, headers: { 'content-type': 'application/problem+json' }, body };
}

/** Without nonces, counters in the pull, and everything else that came with the second protocol; null: never said. */
export async function asOldDevice(question: Question, keys: CryptoKeyPair | null): Promise<Question | null> {
  if (UNKNOWN_TO_OLD.has(question.path)) return null;
  if (question.path === '/api/v1/enrol' || !keys) return question;
  const { nonce: _, next: __, ...said } = read(question.body);
  if (question.path === '/api/v1/pull') delete said.counters;
  const body = written({ ...said, proto: 1 });
  const signed = await globalThis.crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    keys.privateKey,
    body as Uint8Array<ArrayBuffer>,
  );
  const signature = Buffer.from(signed).toString('base64url');
  return { ...question, body, headers: { ...question.headers, [SIGNATURE_HEADER]: signature } };
}

/** What an old build asked of an old centre gets: no key, no word of snapshots. */
export function asOldReply({ path }: Question, answer: Answer): Answer {
  if (answer.status !== 200 || (path !== '/api/v1/enrol' && path !== '/api/v1/pull')) return answer;
  const { key: _, scopes, ...said } = read(answer.body);
  const plain = (scopes as Said[] | undefined)?.map(({ refetch: __, whole: ___, ...scope }) => scope);
  return { ...answer, body: written({ ...said, ...(plain && { scopes: plain }) }) };
}

/** What the old centre says to this question by itself, or null where it does as the present one. */
export function oldRefusal({ path, headers, body }: Question): Answer | null {
  if (UNKNOWN_TO_OLD.has(path)) return NOT_FOUND;
  if (headers[DEVICE_HEADER] === undefined) return null;
  return read(body).proto === 1 ? null : problem(400, 'request.invalid');
}

export const neverSaid = NOT_FOUND;
