// What screens are told of an event and of sending: what was received by receipts only.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createOutbox, putLocal } from '../../src/device/store/outbox.ts';
import { createReference, writeSync } from '../../src/device/store/reference.ts';
import { statusView } from '../../src/device/store/views.ts';
import { problem, scope } from './fake-centre.ts';
import { bench, EVENT, enrolled, kioskDraft, person, SESSION, seen, survey } from './fixture.ts';

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
