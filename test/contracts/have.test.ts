// The re-offer as the device relies on it: told of every record whose very bytes the centre lacks, and of no other.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HaveRequest } from '../../src/protocol/have.ts';
import { HAVE_MAX_RECORDS, HAVE_MEDIA } from '../../src/protocol/limits.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import { readEpoch } from '../../src/server/store/settings.ts';
import {
  addAccount,
  addPlan,
  addUnits,
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
let device: TestDevice;
beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  device = await addDevice(centre, UNIT.west);
});
afterEach(() => centre.close());

type Named = HaveRequest['records'][number];

async function ask(records: readonly Named[], from = device) {
  const req = randomUUID();
  const payload = JSON.stringify({ proto: 2, epoch: 'another', device: from.id, req, records });
  const headers = from.headersFor(payload, HAVE_MEDIA);
  const reply = await centre.app.inject({ method: 'POST', url: '/api/v1/have', headers, payload });
  return { reply, req };
}
const named = ({ id, sha256 }: RecordEnvelope): Named => ({ id, sha256 });
const missing = async (records: readonly Named[], from?: TestDevice) => {
  const { reply, req } = await ask(records, from);
  expect(reply.headers['content-type']).toContain(HAVE_MEDIA);
  expect(reply.json()).toMatchObject({ req, epoch: await readEpoch(centre.db) });
  return reply.json().missing;
};

describe('missing', () => {
  it('is what never came, and nothing that did, however it was kept', async () => {
    const kept = [
      markRecord(),
      surveyRecord(answersOf('3')),
      markRecord({ event_id: randomUUID() }), // quarantined
    ];
    const twice = markRecord({ mark: 'late' }, { id: kept[0]?.id ?? '' }); // a conflict
    const never = [markRecord(), markRecord()];
    await device.push([...kept, twice]);
    await centre.app.projector.idle();
    const asked = [...kept, twice, ...never].map(named);
    expect(await missing(asked)).toEqual(never.map(({ id }) => id));
  });

  it('is a record of which only an unproved copy came by file: the signed one must come', async () => {
    const record = markRecord();
    await device.push([record]);
    const reason = JSON.stringify({ code: 'record.unverified', details: {} });
    await centre.db.updateTable('raw').set({ state: 'quarantined', reason }).execute();
    expect(await missing([named(record)])).toEqual([record.id]);
  });

  it('is an id that the centre holds with other bytes only', async () => {
    const record = markRecord();
    await device.push([record]);
    const other = seal('mark', 'other bytes', { id: record.id });
    expect(await missing([named(other)])).toEqual([record.id]);
  });

  it('is nothing where nothing is asked', async () => {
    expect(await missing([])).toEqual([]);
  });

  it('is told to another device of the same records too: copies of a device offer the same', async () => {
    const record = markRecord();
    await device.push([record]);
    expect(await missing([named(record)], await addDevice(centre, UNIT.east))).toEqual([]);
  });

  it(`is told of up to ${HAVE_MAX_RECORDS} records at a time`, async () => {
    const many = Array.from({ length: HAVE_MAX_RECORDS + 1 }, () => ({
      id: randomUUID(),
      sha256: 'a'.repeat(64),
    }));
    expect(await missing(many.slice(1))).toHaveLength(HAVE_MAX_RECORDS);
    expect((await ask(many)).reply.json()).toMatchObject({
      code: 'request.invalid',
      details: { field: 'records', reason: 'too_long' },
    });
  });
});

it('asking leaves no trace of which records a device made', async () => {
  const survey = surveyRecord(answersOf('3'));
  await device.push([survey]);
  await centre.app.projector.idle();
  const before = await centre.db.selectFrom('raw').selectAll().execute();
  await missing([named(survey)]);
  expect(await centre.db.selectFrom('raw').selectAll().execute()).toEqual(before);
});
