// The push as the device relies on it: idempotent, one final result a record, durable before the reply.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PULL_MEDIA, PUSH_MAX_BYTES, PUSH_MEDIA } from '../../src/protocol/limits.ts';
import {
  addAccount,
  addPlan,
  addUnits,
  EVENT,
  openTestCentre,
  SESSION,
  type TestCentre,
  UNIT,
} from '../server/test-centre.ts';
import {
  addDevice,
  answersOf,
  markRecord,
  seal,
  surveyRecord,
  type TestDevice,
} from '../server/test-device.ts';

let centre: TestCentre;
let tablet: TestDevice;
let folder: string;
let path: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lembar-push-'));
  path = join(folder, 'lembar.sqlite');
  centre = await openTestCentre({ path });
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  tablet = await addDevice(centre, UNIT.west);
});
afterEach(async () => {
  await centre.close();
  rmSync(folder, { recursive: true });
});

const resultsOf = (reply: { json(): { results: { result: string }[] } }) =>
  reply.json().results.map(({ result }) => result);
const rawRows = () => centre.db.selectFrom('raw').selectAll().execute();

describe('what a record comes to', () => {
  it('fault: check-then-insert race (kobocat#470, #859): stores one row of fifty pushes of one record at the same moment', async () => {
    const record = markRecord();
    const replies = await Promise.all(Array.from({ length: 50 }, () => tablet.push([record])));
    const results = replies.flatMap(resultsOf).sort();
    expect(results).toEqual([...Array(49).fill('duplicate'), 'stored']);
    await centre.app.projector.idle();
    expect(await rawRows()).toHaveLength(1);
    expect(await centre.db.selectFrom('mark').selectAll().execute()).toHaveLength(1);
  });

  it('calls a record a duplicate when it comes again after a lost reply', async () => {
    const record = surveyRecord(answersOf('3'));
    expect(resultsOf(await tablet.push([record]))).toEqual(['stored']);
    expect(resultsOf(await tablet.push([record]))).toEqual(['duplicate']);
  });

  it('keeps both when other bytes come under a known id, and projects the first', async () => {
    const first = markRecord();
    const second = markRecord({ mark: 'sick' }, { id: first.id });
    await tablet.push([first]);
    expect(resultsOf(await tablet.push([second]))).toEqual(['conflict_stored']);
    expect(resultsOf(await tablet.push([second]))).toEqual(['conflict_stored']);
    await centre.app.projector.idle();
    const kept = await centre.db.selectFrom('raw_conflict').selectAll().execute();
    expect(kept.map(row => Buffer.from(row.bytes).toString('base64'))).toEqual([second.bytes]);
    expect((await centre.db.selectFrom('mark').selectAll().execute()).map(row => row.mark)).toEqual([
      'present',
    ]);
  });

  it('tells the copies of one record within a batch apart', async () => {
    const record = markRecord();
    const other = markRecord({ mark: 'late' }, { id: record.id });
    const results = resultsOf(await tablet.push([record, record, other]));
    expect(results).toEqual(['stored', 'duplicate', 'conflict_stored']);
  });

  it('gives each record of a batch its own result, whatever its neighbours are', async () => {
    const bad = surveyRecord({ ...answersOf('4'), biaya: '5' });
    const results = resultsOf(await tablet.push([markRecord(), bad, surveyRecord(answersOf('4'))]));
    expect(results).toEqual(['stored', 'quarantined', 'stored']);
  });

  it('is the same for a device out of service, which brings home what it holds', async () => {
    await centre.db.updateTable('device').set({ retired_at: '2026-11-21' }).execute();
    expect(resultsOf(await tablet.push([markRecord()]))).toEqual(['stored']);
  });

  it('is the same for a device of the first builds, which speaks 1', async () => {
    expect(resultsOf(await tablet.push([markRecord()], { proto: 1 }))).toEqual(['stored']);
  });

  it('is nothing for a copy of the device, of whose push nothing is kept', async () => {
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    await tablet.push([markRecord()], { nonce: first, next: second });
    const reply = await tablet.push([markRecord()], { nonce: first, next: third });
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'device.forked']);
    expect(await rawRows()).toHaveLength(1);
  });

  it('echoes the request and names its epoch', async () => {
    const payload = tablet.pushBody([], '00000000-0000-4000-8000-00000000abcd');
    const headers = tablet.headersFor(payload, PUSH_MEDIA);
    const reply = await centre.app.inject({ method: 'POST', url: '/api/v1/push', headers, payload });
    expect(reply.headers['content-type']).toContain(PUSH_MEDIA);
    expect(reply.json()).toMatchObject({ req: '00000000-0000-4000-8000-00000000abcd', results: [] });
    expect(reply.json().epoch).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('what is kept in quarantine', () => {
  const observed = { competence: '1' };
  const cases: [string, () => Promise<ReturnType<typeof seal>> | ReturnType<typeof seal>, object][] = [
    [
      'an answer of 5 on a scale of four',
      () => surveyRecord({ ...answersOf('4'), biaya: '5' }),
      { code: 'answer.out_of_range', details: { question: 'biaya', answer: '5' } },
    ],
    ['an unknown question', () => surveyRecord({ umur: '40' }), { code: 'answer.unknown_question' }],
    [
      'an unknown version of the instrument',
      () => surveyRecord({}, {}, { version: 99 }),
      { code: 'record.unknown_instrument', details: { instrument: 'skm9', version: 99 } },
    ],
    ['an unknown event', () => markRecord({ event_id: randomUUID() }), { code: 'record.unknown_event' }],
    [
      'a session of another event',
      () => markRecord({ session_id: SESSION.east }),
      { code: 'record.unknown_session' },
    ],
    [
      'an unknown participant',
      () => markRecord({ participant_id: randomUUID() }),
      { code: 'record.unknown_participant' },
    ],
    [
      'an event of another branch',
      () => markRecord({ event_id: EVENT.east, session_id: SESSION.east }),
      { code: 'record.outside_scope' },
    ],
    [
      'an observation without an assignment',
      () => surveyRecord(observed, { at: '2026-11-20T08:00:00+07:00' }, { form: 'observasi' }),
      { code: 'record.unknown_assignment' },
    ],
    [
      'an anonymous sheet that tells the time of day',
      () => surveyRecord(answersOf('4'), { at: '2026-11-20T08:00:00+07:00' }),
      { code: 'record.unreadable' },
    ],
    [
      'bytes that do not match their hash',
      () => markRecord({}, { sha256: '0'.repeat(64) }),
      { code: 'record.hash' },
    ],
    [
      'a day that the calendar does not have',
      () => surveyRecord(answersOf('4'), { day: '2026-02-30' }),
      { code: 'record.unreadable', details: { reason: 'no such day: 2026-02-30' } },
    ],
    [
      'a mark at a time that no clock shows',
      () => markRecord({ at: '2026-11-20T24:61:00+07:00' }),
      { code: 'record.unreadable' },
    ],
    [
      'a question’s name without end, told in short',
      () => surveyRecord({ ['x'.repeat(9000)]: '4' }),
      { code: 'answer.unknown_question', details: { question: 'x'.repeat(64) } },
    ],
    [
      'a prototype for an answer',
      () =>
        seal(
          'submission',
          `{"event_id":"${EVENT.west}","assignment_id":null,"day":"2026-11-20","at":null,"answers":{"__proto__":"4"}}`,
          { form: 'skm9', version: 1 },
        ),
      { code: 'answer.unknown_question', details: { question: '__proto__' } },
    ],
    ['bytes that are no JSON', () => seal('mark', 'hadir'), { code: 'record.unreadable' }],
    ['a mark that is none of the five', () => markRecord({ mark: 'asleep' }), { code: 'record.unreadable' }],
    [
      'a field that the protocol does not know',
      () => markRecord({ name: 'Siti' }),
      { code: 'record.unreadable' },
    ],
  ];

  it.each(cases)('%s', async (_title, make, reason) => {
    const record = await make();
    const reply = await tablet.push([record]);
    expect(reply.statusCode).toBe(200);
    expect(reply.json().results).toEqual([
      { id: record.id, result: 'quarantined', reason: expect.objectContaining(reason) },
    ]);
    await centre.app.projector.idle();
    const [row] = await rawRows();
    expect(row).toMatchObject({ id: record.id, state: 'quarantined' });
    expect(Buffer.from(row?.bytes ?? []).toString('base64')).toBe(record.bytes);
    // Told again when the reply was lost, so that the device counts it too.
    expect(resultsOf(await tablet.push([record]))).toEqual(['quarantined']);
  });

  it('comes out by itself when the centre learns of the event', async () => {
    const later = randomUUID();
    const session = randomUUID();
    const survey = surveyRecord(answersOf('4'), { event_id: later });
    await tablet.push([survey, markRecord({ event_id: later, session_id: session })]);
    const plan = await centre.db
      .selectFrom('event')
      .selectAll()
      .where('id', '=', EVENT.west)
      .executeTakeFirstOrThrow();
    await centre.db
      .insertInto('event')
      .values({ ...plan, id: later })
      .execute();
    const officer = await addAccount(centre.db, 'officer', UNIT.west);
    await centre.app.inject({
      method: 'PATCH',
      url: `/api/v1/accounts/${officer.id}`,
      headers: officer.headers,
      payload: { name: 'Ibu Officer' },
    });
    await centre.app.projector.idle();
    expect((await rawRows()).map(row => [row.kind, row.state])).toEqual([
      ['submission', 'projected'],
      ['mark', 'quarantined'],
    ]);
  });
});

describe('what is refused and acknowledges nothing', () => {
  const post = (headers: Record<string, string>, payload: string | Buffer) =>
    centre.app.inject({ method: 'POST', url: '/api/v1/push', headers, payload });

  it.each<[string, number, string, () => Promise<Awaited<ReturnType<typeof post>>>]>([
    [
      'a body over the limit',
      413,
      'request.too_large',
      () => {
        const payload = 'x'.repeat(PUSH_MAX_BYTES + 1);
        return post(tablet.headersFor(payload, PUSH_MEDIA), payload);
      },
    ],
    [
      'plain JSON',
      415,
      'request.media_type',
      () => {
        const payload = tablet.pushBody([markRecord()]);
        return post(tablet.headersFor(payload, 'application/json'), payload);
      },
    ],
    [
      'the media type of the pull',
      415,
      'request.media_type',
      () => {
        const payload = tablet.pushBody([markRecord()]);
        return post(tablet.headersFor(payload, PULL_MEDIA), payload);
      },
    ],
    [
      'a signature over other bytes',
      401,
      'device.signature',
      () => {
        const payload = tablet.pushBody([markRecord()]);
        return post(tablet.headersFor(`${payload} `, PUSH_MEDIA), payload);
      },
    ],
    [
      'no signature',
      401,
      'device.signature',
      () => {
        const payload = tablet.pushBody([markRecord()]);
        const { 'lembar-signature': _, ...headers } = tablet.headersFor(payload, PUSH_MEDIA);
        return post(headers as Record<string, string>, payload);
      },
    ],
    [
      'an unknown device',
      401,
      'device.unknown',
      () => {
        const payload = tablet.pushBody([markRecord()]);
        return post({ ...tablet.headersFor(payload, PUSH_MEDIA), 'lembar-device': randomUUID() }, payload);
      },
    ],
    [
      'another device’s name in the body',
      401,
      'device.signature',
      () => {
        const payload = tablet.pushBody([markRecord()]).replace(tablet.id, randomUUID());
        return post(tablet.headersFor(payload, PUSH_MEDIA), payload);
      },
    ],
    [
      'signed bytes that are no JSON',
      400,
      'request.not_json',
      () => {
        const payload = '{"proto":';
        return post(tablet.headersFor(payload, PUSH_MEDIA), payload);
      },
    ],
    [
      'more than a hundred records',
      400,
      'request.invalid',
      () => tablet.push(Array.from({ length: 101 }, () => markRecord())),
    ],
    [
      'a version beyond what a database counts to',
      400,
      'request.invalid',
      () => tablet.push([surveyRecord({}, {}, { version: 2 ** 31 })]),
    ],
    [
      'an instrument’s code that no text column holds',
      400,
      'request.invalid',
      () => tablet.push([surveyRecord({}, {}, { form: 'skm9\u0000' })]),
    ],
    [
      'a count beyond what a database counts to',
      400,
      'request.invalid',
      () => {
        const payload = tablet.pushBody([]).replace('"finalised":0', '"finalised":9e16');
        return post(tablet.headersFor(payload, PUSH_MEDIA), payload);
      },
    ],
    [
      'a lost device',
      403,
      'device.lost',
      async () => {
        await centre.db.updateTable('device').set({ lost_at: '2026-11-21' }).execute();
        return tablet.push([markRecord()]);
      },
    ],
  ])('%s', async (_title, status, code, send) => {
    const reply = await send();
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json().code).toBe(code);
    expect(Object.keys(reply.json())).toEqual(['code', 'details']);
    expect(await rawRows()).toEqual([]);
  });
});

describe('what is durable', () => {
  it('has committed every record when the reply is written', async () => {
    let seen = -1;
    const other = new DatabaseSync(path);
    const record = markRecord();
    const payload = tablet.pushBody([record]);
    const reply = await new Promise<{ statusCode: number }>((resolve, reject) => {
      centre.app.inject(
        { method: 'POST', url: '/api/v1/push', headers: tablet.headersFor(payload, PUSH_MEDIA), payload },
        (error, response) => {
          // Another connection sees only what is committed.
          seen = other.prepare('select count(*) as n from raw where id = ?').get(record.id).n;
          if (response) resolve(response);
          else reject(error);
        },
      );
    });
    other.close();
    expect(reply.statusCode).toBe(200);
    expect(seen).toBe(1);
  });

  it('asks the disk at every commit', async () => {
    const { sql } = await import('kysely');
    const read = async (pragma: string) =>
      Object.values((await sql.raw<object>(`pragma ${pragma}`).execute(centre.db)).rows[0] ?? {})[0];
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
  });

  it('keeps nothing of a batch that could not be committed whole', async () => {
    const { db } = centre;
    const failing = { ...centre.centre, now: () => new Date(Number.NaN) };
    const { receive } = await import('../../src/server/receive/receive.ts');
    const device = { id: tablet.id, unit_id: UNIT.west, account_id: null };
    const batch = { records: [markRecord()], counters: { finalised: 1, acknowledged: 0 } };
    const how = { road: 'wire', report: () => {} } as const;
    await expect(receive(failing, device, batch, how)).rejects.toThrow();
    expect(await db.selectFrom('raw').selectAll().execute()).toEqual([]);
  });
});
