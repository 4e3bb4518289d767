// Everything that may happen between a device and the centre instead of an answer.
import { PROBLEMS } from '../../../src/protocol/problem.ts';
import type { Answer, Question } from '../centre/process.ts';
import type { Chance } from '../engine/chance.ts';

export const ROAD_FAULTS = [
  'request dropped',
  'reply delayed',
  'request delivered twice',
  'request delivered late, after others',
  'reply truncated',
  'reply lost after the commit',
  'portal answers 200',
  'portal answers 302',
  'portal answers 511',
  'status 4xx',
  'status 5xx',
  'reply of another request',
  'reply without our echo',
] as const;
export type RoadFault = (typeof ROAD_FAULTS)[number];

/** Every registered status of an error. */
export const STATUSES = [
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421],
  ...[422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
] as const;

const PAGE = '<!doctype html><title>Masuk</title><form action="/login">Selamat datang di WiFi Hotel</form>';

export const page = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: Buffer.from(PAGE),
});

/** A proxy's page, or a refusal in the centre's own words that this request has not deserved. */
export function refusal(status: number, chance: Chance): Answer {
  const busy = chance.is(0.5) ? { 'retry-after': String(chance.whole(0, 600)) } : {};
  // An own word for an unknown path comes from an older centre only, which old-builds.ts plays.
  const codes = Object.entries(PROBLEMS).filter(
    ([code, problem]) => problem.status === status && code !== 'request.not_found',
  );
  if (codes.length === 0 || chance.is(0.5)) return page(status, busy);
  const [code] = chance.pick(codes);
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...busy },
    body: Buffer.from(JSON.stringify({ code, details: {} })),
  };
}

/** As if some other centre had said that all of it is there. */
export function withoutEcho(question: Question): Answer {
  const media = question.headers['content-type'] ?? '';
  const asked = JSON.parse(Buffer.from(question.body ?? []).toString() || '{}') as {
    records?: { id: string }[];
  };
  const results = asked.records?.map(({ id }) => ({ id, result: 'stored' })) ?? [];
  const said = { epoch: 'elsewhere', server_time: '2031-01-01T00:00:00.000Z', more: false, results };
  return { status: 200, headers: { 'content-type': media }, body: Buffer.from(JSON.stringify(said)) };
}

export const truncated = (answer: Answer, chance: Chance): Answer => ({
  ...answer,
  body: answer.body.slice(0, chance.whole(0, Math.max(0, answer.body.length - 1))),
});
