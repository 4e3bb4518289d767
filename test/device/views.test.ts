// What screens are told of an event and of sending: what was received by receipts only.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { glance } from '../../src/device/store/glance.ts';
import { createOutbox, putLocal } from '../../src/device/store/outbox.ts';
import { createReference, writeSync } from '../../src/device/store/reference.ts';
import { statusView } from '../../src/device/store/views.ts';
import { instrumentKey } from '../../src/protocol/feed.ts';
import { problem, scope } from './fake-centre.ts';
import { bench, EVENT, enrolled, kioskDraft, olderSurvey, person, SESSION, seen, survey } from './fixture.ts';

const event = { id: EVENT, name: 'Pelayanan Prima', survey: { code: survey.code, version: survey.version } };

it('an event counts what was made here, and as received only what has a receipt', async () => {
  const on = bench();
  on.centre.pages = [{ scopes: [scope('unit:1', '1', [{ kind: 'event', id: EVENT, body: event }])] }];
  const tablet = await enrolled(on);
  await seen(tablet.event(EVENT), view => view !== null);
  on.centre.always = () => problem(503, 'server.failed');
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  const draft = kioskDraft();
  await tablet.saveDraft(draft);
  await tablet.finalise(draft, survey);
  await tablet.mark(person(7), SESSION, person(1), 'present');
  const counted = { responses: 1, finalised: 2, closed_on: null };
  expect(await seen(tablet.event(EVENT))).toMatchObject({
    ...counted,
    received: { responses: 0, records: 0 },
  });
  on.centre.always = null;
  tablet.sync.now();
  expect(await seen(tablet.event(EVENT), view => view?.received.records === 2)).toMatchObject({
    ...counted,
    received: { responses: 1, records: 2 },
  });
  await tablet.closeOut(EVENT, { attended: 1, responses: 1 });
  expect(await seen(tablet.event(EVENT))).toMatchObject({ closed_on: '2026-11-23', finalised: 3 });
});

/** A tablet whose centre has sent these rows and cannot be reached any more. */
async function offlineWith(rows: Parameters<typeof scope>[2]) {
  const on = bench();
  on.centre.pages = [{ scopes: [scope('unit:1', '1', rows)] }];
  const tablet = await enrolled(on);
  await vi.waitFor(async () => expect(await tablet.instrument(survey.code, survey.version)).not.toBeNull());
  on.centre.always = () => problem(503, 'server.failed');
  return { on, tablet };
}
const row = (instrument: { code: string; version: number }) => ({
  kind: 'instrument' as const,
  id: instrumentKey(instrument.code, instrument.version),
  body: instrument,
});
const eventRow = { kind: 'event' as const, id: EVENT, body: event };

it('an instrument of the first builds is read as one of today', async () => {
  const { tablet } = await offlineWith([row(olderSurvey)]);
  expect(await tablet.instrument(survey.code, survey.version)).toEqual(survey);
});

it('a half-filled sheet is finished in its own version, without a signal, after a newer one has come', async () => {
  const newer = { ...survey, version: 3 };
  const { on, tablet } = await offlineWith([row(olderSurvey), row(newer), eventRow]);
  const draft = kioskDraft({ key: 'observation:x' });
  await tablet.saveDraft(draft);
  tablet.close();
  const again = on.open();
  const found = await again.draft('observation:x');
  const own = await again.instrument(found?.instrument.code ?? '', found?.instrument.version ?? 0);
  if (!found || !own) throw new Error('the draft or its instrument is gone');
  expect(await again.finalise(found, own)).toBe(true);
  const [record] = await createOutbox({ indexedDB: on.indexedDB }).records.toArray();
  expect(record).toMatchObject({ form: 'short', version: 2 });
});

describe('the kiosk', () => {
  const other = { ...survey, code: 'other', version: 1 };

  it('asks the event’s survey, or the form that is named, also after a restart', async () => {
    const { on, tablet } = await offlineWith([row(olderSurvey), row(other), eventRow]);
    expect((await tablet.lockKiosk(EVENT))?.instrument).toEqual(survey);
    expect((await tablet.lockKiosk(EVENT, other))?.instrument.code).toBe('other');
    tablet.close();
    const start = await on.open().start();
    expect(start).toMatchObject({ value: { kiosk: EVENT, survey: { instrument: { code: 'other' } } } });
  });

  it('is not locked on a form that is not here', async () => {
    const { tablet } = await offlineWith([row(olderSurvey), eventRow]);
    expect(await tablet.lockKiosk(EVENT, other)).toBeNull();
  });

  it('goes on with its own half-filled sheet, and drops one of another form', async () => {
    const { tablet } = await offlineWith([row(olderSurvey), row(other), eventRow]);
    const draft = kioskDraft();
    await tablet.saveDraft(draft);
    expect((await tablet.lockKiosk(EVENT))?.draft).toEqual(draft);
    expect((await tablet.lockKiosk(EVENT, other))?.draft).toBeNull();
    expect(await tablet.draft('kiosk')).toBeNull();
  });

  it('locked by an earlier build comes back with its instrument as one of today', async () => {
    const { on, tablet } = await offlineWith([row(olderSurvey), eventRow]);
    const outbox = createOutbox({ indexedDB: on.indexedDB });
    const { event: locked } = (await tablet.lockKiosk(EVENT)) ?? {};
    if (!locked) throw new Error('the kiosk was not locked');
    await putLocal(outbox, 'kiosk', { event: locked, instrument: olderSurvey });
    expect((await glance(on.indexedDB))?.survey?.instrument).toEqual(survey);
  });
});

it('a sheet of another form is a record of the event, and no response to its survey', async () => {
  const { tablet } = await offlineWith([row(olderSurvey), eventRow]);
  const draft = kioskDraft({ beside: true });
  await tablet.saveDraft(draft);
  await tablet.finalise(draft, survey);
  expect(await seen(tablet.event(EVENT))).toMatchObject({ responses: 0, finalised: 1 });
});

it('what the centre does not take by itself is told as held, never more than waits', async () => {
  const { indexedDB } = bench();
  const [outbox, reference] = [createOutbox({ indexedDB }), createReference({ indexedDB })];
  await outbox.records.add({ id: 'r', kind: 'mark', bytes: '', sha256: '' });
  await putLocal(outbox, 'counters', { finalised: 5, acknowledged: 4, quarantined: 1 });
  await writeSync(reference, { last_contact_at: 7, state: { kind: 'idle' }, held: 3 });
  expect(await seen(statusView({ outbox, reference }))).toEqual({
    pending: 1,
    last_contact_at: 7,
    state: { kind: 'idle' },
    quarantined: 1,
    held: 1,
  });
});
