// Faults at the centre and between its copies that others lost, doubled or leaked data by: the real tablet and centre.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getLocal } from '../../src/device/store/outbox.ts';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';
import { addAccount, EVENT, PARTICIPANTS, SESSION, UNIT } from '../server/test-centre.ts';
import { addDevice, answersOf, seal, surveyRecord } from '../server/test-device.ts';
import {
  answerSurvey,
  type Day,
  handOf,
  heldAt,
  lost,
  markPeople,
  openDay,
  straight,
  twinOf,
  waiting,
} from './joined.ts';

const get = ({ app, officer }: Day, path: string) =>
  app.inject({ url: `/api/v1${path}`, headers: officer.headers });
const post = ({ app, officer }: Day, path: string, payload: object = {}) =>
  app.inject({ method: 'POST', url: `/api/v1${path}`, headers: officer.headers, payload });

it('fault: same id, other body (collect#5317): the first counts, the variant is kept beside it and acknowledged', async () => {
  const day = await openDay();
  await markPeople(day.tablet, 1);
  const [id = ''] = await day.outbox.records.toCollection().primaryKeys();
  const other = await addDevice(day, UNIT.west);
  const mark = {
    event_id: EVENT.west,
    session_id: SESSION.west,
    participant_id: PARTICIPANTS[1],
    mark: 'sick',
  };
  await other.push([seal('mark', { ...mark, at: '2026-11-20T08:31:04+07:00' }, { id })]);
  expect((await day.push()).failure).toBeNull();
  expect(await waiting(day)).toBe(0);
  expect(await heldAt(day)).toMatchObject({ raw: 1, marked: [PARTICIPANTS[1]] });
  expect((await get(day, '/quarantine')).json().conflicts).toMatchObject([{ id }]);
});

describe('fault: cloned or restored client (syncthing-android#999)', () => {
  const deviceOf = async ({ outbox }: Pick<Day, 'outbox'>) => (await getLocal(outbox, 'identity'))?.device;

  it('both twins go on, the second under an identity of its own, and no record of either is lost or doubled', async () => {
    const day = await openDay();
    await markPeople(day.tablet, 2);
    await day.push();
    await markPeople(day.tablet, 1, 2);
    const twin = await twinOf(day);
    await markPeople(day.tablet, 2, 3);
    await markPeople(twin.tablet, 2, 5);
    for (const each of [day, twin, day, twin]) expect((await each.push()).failure).toBeNull();
    expect(await deviceOf(twin)).not.toBe(await deviceOf(day));
    expect([await waiting(day), await waiting(twin)]).toEqual([0, 0]);
    expect((await heldAt(day)).marked).toEqual(PARTICIPANTS.slice(0, 7).sort());
  });

  it('a lost reply is told from a copy', async () => {
    const day = await openDay();
    await markPeople(day.tablet, 2);
    await day.push();
    const before = await deviceOf(day);
    await markPeople(day.tablet, 1, 2);
    day.road.fault = lost;
    await day.push();
    day.road.fault = straight;
    await day.push();
    expect(await deviceOf(day)).toBe(before);
    expect(await waiting(day)).toBe(0);
    expect((await heldAt(day)).raw).toBe(3);
  });
});

it('fault: scope moved while offline (cht-core#11306): nothing is dropped, the tablet counts only receipts', async () => {
  const day = await openDay();
  await markPeople(day.tablet, 2);
  await day.push();
  await markPeople(day.tablet, 3, 2);
  const moveTo = (unit_id: string) =>
    day.db.updateTable('event').set({ unit_id }).where('id', '=', EVENT.west).execute();
  await moveTo(UNIT.east);
  expect((await day.push()).failure).toBeNull();
  expect(await getLocal(day.outbox, 'counters')).toEqual({ finalised: 5, acknowledged: 5, quarantined: 3 });
  expect(await getLocal(day.outbox, `received:${EVENT.west}`)).toMatchObject({ records: 5 });
  expect(await heldAt(day)).toMatchObject({ raw: 5, quarantined: 3 });
  await moveTo(UNIT.west);
  expect((await post(day, '/quarantine/retry')).json()).toEqual({ freed: 3, left: [] });
  expect(await heldAt(day)).toMatchObject({
    raw: 5,
    quarantined: 0,
    marked: PARTICIPANTS.slice(0, 5).sort(),
  });
});

it.each([
  ['ten years slow', -10],
  ['ten years fast', 10],
])(
  'fault: wrong clock (collect#3305, cht-core#6284): a tablet %s loses nothing, and the centre orders',
  async (_, years) => {
    const day = await openDay();
    const far = years * 365.25 * 24 * 3600_000;
    const [person = ''] = PARTICIPANTS;
    day.on.time.now += far;
    await day.tablet.mark(EVENT.west, SESSION.west, person, 'late');
    await answerSurvey(day.tablet);
    await day.push();
    day.on.time.now -= far;
    await day.tablet.mark(EVENT.west, SESSION.west, person, 'present');
    await handOf(day.on, day.road).push();
    expect(await heldAt(day)).toMatchObject({ raw: 3, quarantined: 0, responses: 1 });
    // Nothing acknowledged was thrown away because somebody thought that thirty days were over.
    expect(await day.outbox.sent.count()).toBe(3);
    const rows = await day.db.selectFrom('mark').select(['mark', 'at']).orderBy('seq').execute();
    expect(rows.map(({ mark }) => mark)).toEqual(['late', 'present']);
    // As its owner saw it, zone and all.
    for (const { at } of rows) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    const received = await day.db.selectFrom('raw').select('received').execute();
    for (const row of received) expect(row.received).toMatch(/^2026-11-22/);
  },
);

it('fault: NUL, lone surrogate, BOM (node-postgres#2080, javarosa#687, central#752): kept as they came, shown cleaned', async () => {
  const day = await openDay();
  const device = await addDevice(day, UNIT.west);
  const hostile = [
    '\u0000',
    'a\u0000b',
    '\uD800',
    '\uDC00x',
    '\uFEFFBOM',
    '\u2028',
    '\uFFFF',
    '👩‍👩‍👧',
    ' \u0000 ',
  ];
  const drawn = fc.sample(
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
      .map(codes => String.fromCharCode(...codes)),
    { numRuns: 200, seed: 1 },
  );
  const records = [...hostile, ...drawn].map(saran => surveyRecord({ ...answersOf('4'), saran }));
  for (let at = 0; at < records.length; at += 100) {
    const { results } = (await device.push(records.slice(at, at + 100))).json();
    expect(results.filter((each: { result: string }) => each.result !== 'stored')).toEqual([]);
  }
  expect(await heldAt(day)).toMatchObject({ raw: records.length, quarantined: 0, responses: records.length });
  const kept = await day.db.selectFrom('raw').select(['id', 'bytes']).execute();
  const bytesById = new Map(kept.map(row => [row.id, Buffer.from(row.bytes).toString('base64')]));
  for (const { id, bytes } of records) expect(bytesById.get(id)).toBe(bytes);
  const comments = await day.db.selectFrom('comment').select('text').execute();
  expect(comments.length).toBeGreaterThan(100);
  // Nothing behind a NUL is cut off.
  expect(comments).toContainEqual({ text: 'ab' });
  for (const { text } of comments) {
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toContain('\u0000');
  }
  expect((await get(day, `/events/${EVENT.west}/result`)).statusCode).toBe(200);
});

it('fault: formula in a cell or a header (onadata#3024, LimeSurvey#3677): no text of a person begins a formula', async () => {
  const day = await openDay();
  const names = ['=1+1', '+62812', '-2', '@SUM(A1)', '=HYPERLINK("http://x.test")'];
  for (const [index, name] of names.entries())
    await day.db.updateTable('person').set({ name }).where('id', 'like', `0000020${index}-%`).execute();
  await day.db.updateTable('session').set({ name: '=cmd|x' }).where('id', '=', SESSION.west).execute();
  const file = await get(day, `/events/${EVENT.west}/attendance.csv`);
  expect(file.statusCode).toBe(200);
  expect(file.body).toContain('HYPERLINK');
  for (const cell of file.body.replace('\uFEFF', '').split(/[;,\t\r\n]+/))
    expect(cell).not.toMatch(/^"?[=+@]/);
});

describe('fault: media readable by URL (kobocat#551)', () => {
  it('every route that is not open on purpose asks who calls', async () => {
    const day = await openDay();
    const closed = day.app.declaredRoutes.filter(({ access }) => access.who !== 'anyone');
    expect(closed.length).toBeGreaterThan(20);
    for (const { method, url, access } of closed) {
      const path = url.replace(':id', EVENT.west);
      const media =
        access.who === 'device' ? `application/vnd.lembar.${url.slice(8)}+json` : 'application/json';
      const reply = await day.app.inject({
        method: method as 'GET',
        url: path,
        headers: { 'content-type': media },
      });
      expect([method, url, reply.statusCode]).toEqual([method, url, 401]);
    }
  });

  it('a signed-in officer of another branch finds nothing', async () => {
    const day = await openDay();
    const { headers } = await addAccount(day.db, 'officer', UNIT.east);
    for (const file of ['result', 'result.csv', 'attendance.csv', 'observations.csv', 'participants'])
      expect(
        (await day.app.inject({ url: `/api/v1/events/${EVENT.west}/${file}`, headers })).statusCode,
      ).toBe(404);
  });
});

it('fault: QR that carries a password in clear: an enrolment code serves once, for a quarter of an hour, and is kept as a hash', async () => {
  const day = await openDay();
  const made = await post(day, '/enrolment-codes', { unit_id: UNIT.west, account_id: null });
  const { code } = made.json();
  const rows = JSON.stringify(await day.db.selectFrom('enrolment_code').selectAll().execute());
  expect(rows).not.toContain(code);
  expect(rows).not.toContain(code.replace('-', ''));
  const one = day.on.open({ fetch: day.road.fetch });
  expect(await one.enrol(code)).toMatchObject({ ok: true });
  expect(await one.enrol(code)).toMatchObject({ ok: false, problem: { code: 'code.used' } });
  const later = (await post(day, '/enrolment-codes', { unit_id: UNIT.west, account_id: null })).json().code;
  day.passMinutes(16);
  expect(await one.enrol(later)).toMatchObject({ ok: false, problem: { code: 'code.expired' } });
});

it('fault: eviction, cleared browser data (kobotoolbox/docs#45, dexie#958): the centre’s counters name the tablet that lost', async () => {
  const day = await openDay();
  await markPeople(day.tablet, 2);
  await day.push();
  await markPeople(day.tablet, 3, 2);
  day.road.fault = async (send, _body, path) => {
    if (path === '/api/v1/push') return new Response('', { status: 413 });
    return send();
  };
  day.tablet.sync.now();
  // From then on nothing is heard of it: the office still knows what it had.
  const listed = async () => (await get(day, '/devices')).json().devices[0];
  await expect.poll(listed).toMatchObject({ finalised: 5, acknowledged: 2 });
});

it('fault: "sync complete" after a time-out (cht-core#8303, Tangerine#2540): what the tablet calls received has a receipt', async () => {
  const day = await openDay();
  for (let n = 0; n < 3; n++) await answerSurvey(day.tablet);
  day.road.fault = lost;
  await day.push();
  expect((await heldAt(day)).responses).toBe(3);
  expect(await getLocal(day.outbox, `received:${EVENT.west}`)).toBeUndefined();
  expect(await getLocal(day.outbox, `made:${EVENT.west}`)).toMatchObject({ responses: 3 });
  day.road.fault = straight;
  await day.push();
  expect(await getLocal(day.outbox, `received:${EVENT.west}`)).toMatchObject({ responses: 3 });
  expect(skm9.anonymous).toBe(true);
});
