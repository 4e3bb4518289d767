// Sealed records at the centre: opened, examined and projected like any other, kept sealed, and waiting where they cannot be opened.
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RECORD_MAX_BYTES } from '../../src/protocol/limits.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import { memoryKeyRing } from '../../src/server/identity/key-ring.ts';
import { sealRecord } from '../server/seal-record.ts';
import {
  addAccount,
  addPlan,
  addUnits,
  EVENT,
  openTestCentre,
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
let officer: { headers: { cookie: string } };
beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  tablet = await addDevice(centre, UNIT.west);
  officer = await addAccount(centre.db, 'officer', UNIT.west);
});
afterEach(() => centre.close());

const sealed = (record: RecordEnvelope) => sealRecord(centre.centre.keys.current(), record);
const resultsOf = (reply: { json(): { results: { result: string }[] } }) =>
  reply.json().results.map(({ result }) => result);
const rawRows = () => centre.db.selectFrom('raw').selectAll().execute();
const call = (method: 'GET' | 'POST', url: string, headers = officer.headers) =>
  centre.app.inject({ method, url: `/api/v1/${url}`, headers });
const closeOut = (change: object = {}) =>
  seal('close-out', {
    event_id: EVENT.west,
    attended: 24,
    responses: 23,
    at: '2026-11-20T16:00:00+07:00',
    ...change,
  });

describe('a sealed record', () => {
  it('of each kind is opened and projected', async () => {
    const records = [markRecord(), surveyRecord({ ...answersOf('4'), saran: 'Bagus' }), closeOut()].map(
      sealed,
    );
    expect(resultsOf(await tablet.push(records))).toEqual(['stored', 'stored', 'stored']);
    await centre.app.projector.idle();
    expect(await centre.db.selectFrom('mark').selectAll().execute()).toHaveLength(1);
    expect(await centre.db.selectFrom('response_tally').selectAll().execute()).toMatchObject([{ n: 1 }]);
    expect(await centre.db.selectFrom('comment').selectAll().execute()).toMatchObject([
      { text: 'Bagus', n: 1 },
    ]);
    expect((await rawRows()).map(row => row.state)).toEqual(Array(3).fill('projected'));
  });

  it('is kept sealed: nothing of what it says stands in the raw records', async () => {
    await tablet.push([sealed(surveyRecord({ ...answersOf('4'), saran: 'KALIMAT-RAHASIA' }))]);
    const [row] = await rawRows();
    expect(row?.key_id).toBe(centre.centre.keys.current().key_id);
    expect(Buffer.from(row?.bytes ?? []).includes('KALIMAT')).toBe(false);
    expect(Buffer.from(row?.bytes ?? [])).toHaveLength(1024 + 65 + 16);
  });

  it('sealed to an older key is opened after a rotation', async () => {
    const record = sealed(markRecord());
    centre.centre.keys.rotate();
    expect(resultsOf(await tablet.push([record, sealed(markRecord())]))).toEqual(['stored', 'stored']);
  });

  it.each<[string, (record: RecordEnvelope) => RecordEnvelope]>([
    ['another id', record => ({ ...record, id: markRecord().id })],
    ['another kind', record => ({ ...record, kind: 'close-out' })],
    ['that it replaces another', record => ({ ...record, replaces: markRecord().id })],
    ['another form', record => ({ ...record, form: 'skm9' })],
  ])('whose envelope says %s than what was sealed is kept and not used', async (_title, change) => {
    const [result] = (await tablet.push([change(sealed(markRecord()))])).json().results;
    expect(result).toMatchObject({ result: 'quarantined', reason: { code: 'record.sealed' } });
    expect(await rawRows()).toMatchObject([{ state: 'quarantined' }]);
  });

  it('to a key that the centre does not have waits in quarantine, and comes out by itself when the key is back', async () => {
    const lost = memoryKeyRing({ random: size => randomBytes(size), now: () => new Date('2026-01-01') });
    const record = sealRecord(lost.current(), markRecord());
    const [result] = (await tablet.push([record])).json().results;
    const { key_id } = lost.current();
    expect(result.reason).toEqual({ code: 'record.key_unknown', details: { key_id } });
    await centre.app.projector.idle();
    centre.centre.keys.restore(lost.all());
    await tablet.push([]);
    await centre.app.projector.idle();
    expect(await rawRows()).toMatchObject([{ state: 'projected', key_id }]);
  });

  it('of a kind that this build does not know is kept unopened, without its sender', async () => {
    const record = sealed(seal('walk-in', { anything: true }));
    const [result] = (await tablet.push([record])).json().results;
    expect(result.reason).toEqual({ code: 'record.unknown_kind', details: { kind: 'walk-in' } });
    expect(await rawRows()).toMatchObject([{ kind: 'walk-in', device_id: null, received: '2026-11-22' }]);
  });

  it('above the limit is not kept, beside neighbours that are', async () => {
    const large = seal('mark', ' '.repeat(RECORD_MAX_BYTES + 1));
    const largest = seal('mark', ' '.repeat(RECORD_MAX_BYTES));
    const results = resultsOf(await tablet.push([markRecord(), large, sealed(largest)]));
    expect(results).toEqual(['stored', 'too_large', 'quarantined']);
    expect((await rawRows()).map(row => row.id)).not.toContain(large.id);
    const { acknowledged } = await centre.db.selectFrom('device').selectAll().executeTakeFirstOrThrow();
    expect(acknowledged).toBe(2);
  });
});

describe('what a tablet counted', () => {
  it('stands beside the result, the last count of each tablet', async () => {
    const other = await addDevice(centre, UNIT.west);
    await tablet.push([sealed(closeOut({ responses: 20 }))]);
    await other.push([sealed(closeOut({ attended: 3, responses: 2 }))]);
    await tablet.push([sealed(closeOut())]);
    await centre.app.projector.idle();
    const { close_outs } = (await call('GET', `events/${EVENT.west}/result`)).json();
    expect(close_outs).toHaveLength(2);
    expect(close_outs).toContainEqual({
      device: 'Tablet 1',
      at: '2026-11-20T16:00:00+07:00',
      attended: 24,
      responses: 23,
    });
  });

  it('of another branch’s event is kept and not used', async () => {
    const [result] = (await tablet.push([closeOut({ event_id: EVENT.east })])).json().results;
    expect(result.reason.code).toBe('record.outside_scope');
  });
});

describe('what the office sees of it', () => {
  it('is each record in quarantine and each conflict, the conflict with its whole envelope kept', async () => {
    const first = sealed(markRecord());
    const second = sealRecord(centre.centre.keys.current(), {
      ...markRecord({ mark: 'sick' }),
      id: first.id,
    });
    await tablet.push([first, sealed(markRecord({ mark: 'asleep' }))]);
    expect(resultsOf(await tablet.push([second]))).toEqual(['conflict_stored']);
    const shown = (await call('GET', 'quarantine')).json();
    expect(shown.records).toMatchObject([{ kind: 'mark', reason: { code: 'record.unreadable' } }]);
    expect(shown.conflicts).toMatchObject([{ id: first.id, kind: 'mark' }]);
    expect(await centre.db.selectFrom('raw_conflict').selectAll().execute()).toMatchObject([
      { id: first.id, kind: 'mark', key_id: centre.centre.keys.current().key_id, form: null },
    ]);
    const stranger = await addAccount(centre.db, 'officer', UNIT.east);
    expect((await call('GET', 'quarantine', stranger.headers)).json()).toEqual({
      records: [],
      conflicts: [],
    });
  });

  it('can be looked at again once the cause is mended, one or all, and what is left is told', async () => {
    const bad = sealed(surveyRecord({ ...answersOf('4'), saran: 'x'.repeat(9000) }));
    const worse = sealed(markRecord({ mark: 'asleep' }));
    await tablet.push([bad, worse]);
    const instrument = await centre.db
      .selectFrom('instrument')
      .selectAll()
      .where('code', '=', 'skm9')
      .executeTakeFirstOrThrow();
    const definition = instrument.definition.replace(/"max_length":\d+/, '"max_length":20000');
    await centre.db.updateTable('instrument').set({ definition }).where('code', '=', 'skm9').execute();
    expect((await call('POST', `quarantine/${worse.id}/retry`)).json()).toMatchObject({
      freed: 0,
      left: [{ id: worse.id, reason: { code: 'record.unreadable' } }],
    });
    expect((await call('POST', 'quarantine/retry')).json()).toMatchObject({
      freed: 1,
      left: [{ id: worse.id }],
    });
    await centre.app.projector.idle();
    expect((await rawRows()).map(row => row.state).sort()).toEqual(['projected', 'quarantined']);
    const stranger = await addAccount(centre.db, 'officer', UNIT.east);
    expect((await call('POST', `quarantine/${worse.id}/retry`, stranger.headers)).statusCode).toBe(404);
  });

  it('does not take bytes that came damaged for good ones because somebody asks', async () => {
    const damaged = markRecord({}, { sha256: '0'.repeat(64) });
    await tablet.push([damaged]);
    expect((await call('POST', `quarantine/${damaged.id}/retry`)).json()).toMatchObject({ freed: 0 });
    expect(await rawRows()).toMatchObject([{ state: 'quarantined' }]);
  });
});
