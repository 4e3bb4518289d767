// Tells a refusal of the centre from any other server's error page.
import { PROBLEM_MEDIA } from '../../protocol/limits.ts';
import type { Problem } from '../../protocol/problem.ts';

/** The centre's problem, or null where the body is none. The code may be one that this build does not know. */
export async function problemIn(response: Response): Promise<Problem | null> {
  if (mediaOf(response) !== PROBLEM_MEDIA) return null;
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  if (typeof body?.code !== 'string') return null;
  return { code: body.code, details: isDetails(body.details) ? body.details : {} };
}

export const mediaOf = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

const isDetails = (value: unknown): value is Problem['details'] =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(each => typeof each === 'string' || typeof each === 'number');
