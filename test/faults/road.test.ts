// Faults of the road that others lost or doubled answers by: the real tablet, the real centre, and what lies between.
import { describe, expect, it } from 'vitest';
import { PUSH_MAX_BYTES, PUSH_MEDIA } from '../../src/protocol/limits.ts';
import { PARTICIPANTS } from '../server/test-centre.ts';
import {
  answerSurvey,
  type Day,
  type Fault,
  handOf,
  heldAt,
  lost,
  markPeople,
  openDay,
  straight,
  waiting,
} from './joined.ts';

const onPush =
  (fault: Fault): Fault =>
  (send, body, path) =>
    path === '/api/v1/push' ? fault(send, body, path) : send();

const reply = (status: number, body: string, media = 'text/html'): Fault => {
  const hasBody = status !== 204 && status !== 304;
  return async () => new Response(hasBody ? body : null, { status, headers: { 'content-type': media } });
};

/** Three marks and two sheets. */
async function finishFive({ tablet }: Day): Promise<void> {
  await markPeople(tablet, 3);
  for (let n = 0; n < 2; n++) await answerSurvey(tablet);
}

const FIVE = { raw: 5, quarantined: 0, marked: PARTICIPANTS.slice(0, 3).sort(), responses: 2 };

describe('fault: committed, reply lost', () => {
  it.each([1, 2, 5])(
    '(formhub#678, kpi#5047): %i times over, and every record is there once',
    async times => {
      const day = await openDay();
      await finishFive(day);
      day.road.fault = lost;
      for (let n = 0; n < times; n++) expect((await day.push()).failure).toEqual({ kind: 'unreachable' });
      expect(await waiting(day)).toBe(5);
      day.road.fault = straight;
      expect((await day.push()).failure).toBeNull();
      expect(await waiting(day)).toBe(0);
      expect(await heldAt(day)).toEqual(FIVE);
    },
  );
});

it('fault: deleted locally though the send failed (getodk#1017): after no status and no other answer is a record gone', async () => {
  const day = await openDay();
  await finishFive(day);
  const rewritten =
    (change: (told: { results: object[] }) => object): Fault =>
    async (send, body) =>
      reply(200, JSON.stringify(change(await (await send()).json())), PUSH_MEDIA)(send, body, '');
  const under =
    (status: number): Fault =>
    async (send, body) =>
      reply(status, await (await send()).text(), PUSH_MEDIA)(send, body, '');
  const statuses = [
    201, 202, 204, 206, 301, 304, 400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 425, 429,
  ];
  const faults: [string, Fault][] = [
    ...[...statuses, 500, 501, 502, 503, 504, 507, 511, 520].flatMap((status): [string, Fault][] => [
      [`${status}`, reply(status, '')],
      [`${status} with all that a good answer says`, under(status)],
    ]),
    ['200 of a portal', reply(200, '<html>Selamat datang</html>')],
    ['200 without a body', reply(200, '', PUSH_MEDIA)],
    ['the echo of another request', rewritten(told => ({ ...told, req: 'another' }))],
    ['nothing of any record', rewritten(told => ({ ...told, results: [] }))],
    [
      'results of other records',
      rewritten(told => ({ ...told, results: told.results.map(each => ({ ...each, id: 'x' })) })),
    ],
    [
      'results that nobody knows',
      rewritten(told => ({ ...told, results: told.results.map(each => ({ ...each, result: 'ok' })) })),
    ],
    [
      'half an answer',
      async send =>
        new Response((await (await send()).text()).slice(0, 150), {
          headers: { 'content-type': PUSH_MEDIA },
        }),
    ],
  ];
  for (const [name, fault] of faults) {
    day.road.fault = fault;
    day.pusher.forgive();
    await day.push();
    expect([name, await waiting(day)]).toEqual([name, 5]);
  }
  day.road.fault = straight;
  day.pusher.forgive();
  expect((await day.push()).failure).toBeNull();
  expect(await waiting(day)).toBe(0);
  expect(await heldAt(day)).toEqual(FIVE);
});

describe('fault: captive portal answers 200 with HTML', () => {
  const page = '<!doctype html><title>Login Wi-Fi</title>';
  it.each<[string, Fault]>([
    ['200 with its page', reply(200, page)],
    ['200 with its page under our media type', reply(200, page, PUSH_MEDIA)],
    ['302 to its page, followed', async () => Response.redirect('http://portal.test/', 302)],
    ['511', reply(511, page)],
    ['JSON of its own', reply(200, '{"success":true}', 'application/json')],
    [
      'our very answer as a page',
      async (send, body) => reply(200, await (await send()).text())(send, body, ''),
    ],
    [
      'our answer cut short',
      async send => {
        const whole = await send();
        return new Response((await whole.text()).slice(0, -1), whole);
      },
    ],
  ])('and acknowledges nothing: %s', async (_, portal) => {
    const day = await openDay();
    await finishFive(day);
    day.road.fault = portal;
    expect((await day.push()).failure).toEqual({ kind: 'unreachable' });
    expect(await waiting(day)).toBe(5);
    day.road.fault = straight;
    await day.push();
    expect(await heldAt(day)).toEqual(FIVE);
  });
});

it('fault: one bad record blocks the queue (avni-client#1992, enketo#1226): 1 in 100 always fails, 99 arrive', async () => {
  const day = await openDay();
  for (let n = 0; n < 100; n++) await answerSurvey(day.tablet);
  const [bad = ''] = await day.outbox.records.toCollection().primaryKeys();
  day.road.fault = onPush(async (send, body) =>
    body.includes(bad) ? reply(500, '')(send, body, '') : send(),
  );
  for (let round = 0; round < 3; round++) await day.push();
  expect((await heldAt(day)).responses).toBe(99);
  expect(await day.outbox.records.toCollection().primaryKeys()).toEqual([bad]);
  expect(day.pusher.countHeld([bad])).toBe(1);
});

it('fault: huge text, 413 (central#2059): smaller and smaller batches bring all home, and the one too large alone is held', async () => {
  const day = await openDay();
  for (let n = 0; n < 12; n++) await answerSurvey(day.tablet);
  const [huge = ''] = await day.outbox.records.toCollection().primaryKeys();
  const most = 6000;
  day.road.fault = onPush(async (send, body) =>
    body.length > most || body.includes(huge) ? reply(413, '')(send, body, '') : send(),
  );
  for (let round = 0; round < 3; round++) await day.push();
  expect((await heldAt(day)).responses).toBe(11);
  expect(day.pusher.countHeld([huge])).toBe(1);
  expect(most).toBeLessThan(PUSH_MAX_BYTES);
});

describe('fault: rejected documents skipped, checkpoint moves on (cht-core#6103)', () => {
  it('of 105 records each has a result of its own, whichever of them the centre cannot use or take', async () => {
    const day = await openDay();
    for (let n = 0; n < 105; n++) await answerSurvey(day.tablet);
    const ids = await day.outbox.records.toCollection().primaryKeys();
    const retried = new Set(ids.slice(0, 3));
    // Five that the centre does not understand: they name an instrument that it never published.
    for (const id of ids.slice(10, 15)) await day.outbox.records.update(id, { version: 99 });
    day.road.fault = onPush(async send => {
      const whole = await send();
      const told = await whole.json();
      const results = told.results.map((each: { id: string }) =>
        retried.has(each.id) ? { id: each.id, result: 'retry', after: 60 } : each,
      );
      return new Response(JSON.stringify({ ...told, results }), whole);
    });
    await day.push();
    expect((await day.outbox.records.toCollection().primaryKeys()).sort()).toEqual([...retried].sort());
    day.road.fault = straight;
    day.pusher.forgive();
    await day.push();
    expect(await waiting(day)).toBe(0);
    expect(await heldAt(day)).toMatchObject({ raw: 105, quarantined: 5, responses: 100 });
  });
});

it('fault: two tabs flush at once (formbricks#7743), without a lock between them, and every record is there once', async () => {
  const day = await openDay();
  await finishFive(day);
  const other = handOf(day.on, day.road);
  await Promise.all([day.push(), other.push(), day.push()]);
  expect(await waiting(day)).toBe(0);
  expect(await heldAt(day)).toEqual(FIVE);
});

it('fault: token expired offline logs the user out (avni#1102, enketo#991): 401 pauses the push, never the capturing', async () => {
  const day = await openDay();
  day.on.time.now += 90 * 24 * 3600_000;
  await markPeople(day.tablet, 1);
  const problem = JSON.stringify({ code: 'device.unknown', details: {} });
  day.road.fault = reply(401, problem, 'application/problem+json');
  expect((await day.push()).failure).toMatchObject({ kind: 'refused' });
  await markPeople(day.tablet, 2, 1);
  for (let n = 0; n < 2; n++) await answerSurvey(day.tablet);
  expect(await waiting(day)).toBe(5);
  day.road.fault = straight;
  await day.push();
  expect(await heldAt(day)).toEqual(FIVE);
});
