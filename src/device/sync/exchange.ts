// One signed question to the centre. Only its own media type with the echo of the request counts as an answer.
import { DEVICE_HEADER, SIGNATURE_HEADER } from '../../protocol/limits.ts';
import type { Problem } from '../../protocol/problem.ts';
import { utf8 } from '../bytes.ts';
import { withDeadline } from '../deadline.ts';
import type { Identity } from '../store/outbox.ts';
import type { Schedule } from '../surroundings.ts';
import { mediaOf, problemIn } from './problem-in.ts';
import { sign } from './sign.ts';

const TIMEOUT_MS = 20_000;

export type Outcome =
  | { kind: 'reply'; body: Record<string, unknown> }
  /** 401, 403 of the centre itself: this device may not. */
  | { kind: 'refused'; problem: Problem }
  /** 429, 503: not now; null where it does not say when. */
  | { kind: 'busy'; delayMs: number | null }
  /** 413: the same in smaller pieces. */
  | { kind: 'too_large' }
  /** Any other 4xx, or 500: something in what was sent may be what breaks. Null where it is not the centre's own word. */
  | { kind: 'rejected'; problem: Problem | null }
  /** No network, a time-out, a portal's page, a torn body. */
  | { kind: 'unreachable' };

/** Why a round ended before its time. */
export type Failure = Extract<Outcome, { kind: 'refused' | 'busy' | 'unreachable' }>;

export type Question = { path: string; media: string; body: object & { req: string } };

export type Exchange = (identity: Identity, question: Question) => Promise<Outcome>;

type Means = { fetch: typeof globalThis.fetch; crypto: Crypto; schedule: Schedule };

export const createExchange =
  ({ fetch, crypto, schedule }: Means): Exchange =>
  async (identity, { path, media, body }) => {
    const bytes = utf8(JSON.stringify(body));
    const headers = {
      'content-type': media,
      accept: media,
      [DEVICE_HEADER]: identity.device,
      [SIGNATURE_HEADER]: await sign(crypto, identity, bytes),
    };
    try {
      return await withDeadline(schedule, TIMEOUT_MS, async signal => {
        const response = await fetch(path, {
          method: 'POST',
          headers,
          body: bytes,
          cache: 'no-store',
          credentials: 'omit',
          redirect: 'error',
          signal,
        });
        return judge(response, { media, req: body.req });
      });
    } catch {
      return { kind: 'unreachable' };
    }
  };

async function judge(response: Response, expected: { media: string; req: string }): Promise<Outcome> {
  const { status } = response;
  if (status === 200) return readReply(response, expected);
  if (status === 401 || status === 403) {
    const problem = await problemIn(response);
    return problem ? { kind: 'refused', problem } : { kind: 'unreachable' };
  }
  if (status === 429 || status === 503) return { kind: 'busy', delayMs: retryAfter(response) };
  if (status === 413) return { kind: 'too_large' };
  if ((status >= 400 && status < 500) || status === 500)
    return { kind: 'rejected', problem: await problemIn(response) };
  return { kind: 'unreachable' };
}

async function readReply(
  response: Response,
  { media, req }: { media: string; req: string },
): Promise<Outcome> {
  if (mediaOf(response) !== media) return { kind: 'unreachable' };
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('req' in body) || body.req !== req)
    return { kind: 'unreachable' };
  return { kind: 'reply', body: body as Record<string, unknown> };
}

/** In seconds; a date there would trust two clocks. */
function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') || Number.NaN);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3600) * 1000 : null;
}
