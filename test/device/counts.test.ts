// What a tablet says of an event is counted where it happens: made when finished, received only by receipts.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { keepCloseOut } from '../../src/device/store/capture.ts';
import { createOutbox, getLocal, putLocal } from '../../src/device/store/outbox.ts';
import { readEventCounts } from '../../src/device/store/records.ts';
import { json } from './fake-centre.ts';
import { EVENT, kioskDraft, observation, observationDraft, person, SESSION, survey } from './fixture.ts';
import { ready } from './ready.ts';

const OTHER = '00000000-0000-4000-8000-00000000e002';

async function captured() {
  const on = await ready(2);
  for (const draft of [kioskDraft(), kioskDraft(), kioskDraft({ event_id: OTHER })])
    await on.tablet.finalise(draft, survey);
  await on.tablet.finalise(observationDraft(), observation);
  await on.tablet.closeOut(EVENT, { attended: 2, responses: 2 });
  return on;
}

it('by event: sheets of its survey, and records of every kind', async () => {
  const { outbox } = await captured();
  expect(await readEventCounts(outbox, EVENT)).toEqual({
    responses: 2,
    received: { responses: 0, records: 0 },
    finalised: 6,
    closed_on: '2026-11-23',
  });
  expect(await readEventCounts(outbox, OTHER)).toMatchObject({ responses: 1, finalised: 1, closed_on: null });
});

it('sheets that the first builds counted are counted on', async () => {
  const { outbox, tablet } = await ready(0);
  await putLocal(outbox, `responses:${EVENT}`, 7);
  await tablet.finalise(kioskDraft(), survey);
  expect((await readEventCounts(outbox, EVENT)).responses).toBe(8);
});

it('received are those with a receipt, also where they are in quarantine', async () => {
  const { centre, outbox, push, time } = await captured();
  centre.faults = [
    async honest => {
      const body = await honest().json();
      const [, second, ...rest] = body.results;
      return json({ ...body, results: [{ ...second, result: 'quarantined' }, ...rest] });
    },
  ];
  await push();
  const { received } = await readEventCounts(outbox, EVENT);
  const other = (await readEventCounts(outbox, OTHER)).received;
  expect(received.records + other.records).toBe(6);
  time.now += 6_000;
  await push();
  expect((await readEventCounts(outbox, EVENT)).received).toEqual({ responses: 2, records: 6 });
  expect((await readEventCounts(outbox, OTHER)).received).toEqual({ responses: 1, records: 1 });
});

it('nothing of that leaves the tablet', async () => {
  const { centre, push } = await captured();
  await push();
  for (const record of centre.raw.values()) {
    expect(record).not.toHaveProperty('event_id');
    expect(record).not.toHaveProperty('response');
  }
  expect(centre.raw.size).toBe(7);
});

describe('a close-out', () => {
  it('says what this tablet counted, and may be repeated', async () => {
    const { centre, outbox, tablet } = await ready(0);
    await tablet.closeOut(EVENT, { attended: 24, responses: 23 });
    await tablet.closeOut(EVENT, { attended: 25, responses: 23 });
    const records = await outbox.records.toArray();
    expect(records.map(record => record.kind)).toEqual(['close-out', 'close-out']);
    const contents = await Promise.all(records.map(async each => JSON.parse(await centre.key.open(each))));
    expect(contents.map(each => each.attended).sort()).toEqual([24, 25]);
    expect(contents[0]).toEqual({
      event_id: EVENT,
      attended: expect.any(Number),
      responses: 23,
      at: expect.stringMatching(/^2026-11-23T/),
    });
  });

  it('kept over a connection that dies just after its commit is one record', async () => {
    const { outbox } = await ready(0);
    const record = { id: crypto.randomUUID(), kind: 'close-out', bytes: '', sha256: '0'.repeat(64) };
    for (let n = 0; n < 2; n++)
      await keepCloseOut(outbox, { ...record, event_id: EVENT }, { event_id: EVENT, day: '2026-11-23' });
    expect(await readEventCounts(outbox, EVENT)).toMatchObject({ finalised: 1, closed_on: '2026-11-23' });
  });

  it('survives a restart', async () => {
    const { indexedDB, tablet } = await ready(0);
    await tablet.closeOut(EVENT, { attended: 1, responses: 0 });
    tablet.close();
    const outbox = createOutbox({ indexedDB });
    expect((await readEventCounts(outbox, EVENT)).closed_on).toBe('2026-11-23');
  });
});

it('a mark given twice is counted once', async () => {
  const { outbox, tablet } = await ready(0);
  for (let n = 0; n < 3; n++) await tablet.mark(EVENT, SESSION, person(1), 'late');
  expect((await readEventCounts(outbox, EVENT)).finalised).toBe(1);
  expect(await getLocal(outbox, 'counters')).toMatchObject({ finalised: 1 });
});
