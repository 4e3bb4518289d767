// What a person is told to be kept is kept: marks, drafts and finished sheets, through double taps and restarts.
import 'fake-indexeddb/auto';
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createOutbox, type Outbox } from '../../src/device/store/outbox.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import {
  ASSIGNMENT,
  type Bench,
  bench,
  EVENT,
  kioskDraft,
  observation,
  observationDraft,
  person,
  SESSION,
  seen,
  survey,
} from './fixture.ts';

const outboxOf = (on: Bench): Outbox => createOutbox({ indexedDB: on.indexedDB });
const contentOf = (record: RecordEnvelope | undefined) =>
  JSON.parse(Buffer.from(record?.bytes ?? '', 'base64').toString());

async function started(on = bench()) {
  const tablet = on.open();
  await tablet.start();
  return { on, tablet };
}

describe('marks', () => {
  it('become a record and the current mark in one step', async () => {
    const { on, tablet } = await started();
    await tablet.mark(EVENT, SESSION, person(1), 'late');
    const [record] = await outboxOf(on).records.toArray();
    expect(record).toMatchObject({ kind: 'mark' });
    expect(record).not.toHaveProperty('replaces');
    expect(contentOf(record)).toMatchObject({ event_id: EVENT, session_id: SESSION, mark: 'late' });
    expect(contentOf(record).at).toMatch(/^2026-11-23T\d\d:00:00[+-]\d\d:\d\d$/);
    expect(record?.sha256).toBe(
      createHash('sha256')
        .update(Buffer.from(record?.bytes ?? '', 'base64'))
        .digest('hex'),
    );
  });

  it('corrected, form a chain in which each replaces the one before', async () => {
    const { on, tablet } = await started();
    for (const mark of ['present', 'late', 'sick'] as const)
      await tablet.mark(EVENT, SESSION, person(1), mark);
    const records = await outboxOf(on).records.toArray();
    const byMark = new Map(records.map(record => [contentOf(record).mark, record]));
    expect(records).toHaveLength(3);
    expect(byMark.get('late')?.replaces).toBe(byMark.get('present')?.id);
    expect(byMark.get('sick')?.replaces).toBe(byMark.get('late')?.id);
  });

  it('given again, even by two taps at once, make no second record', async () => {
    const { on, tablet } = await started();
    await Promise.all([1, 2, 3].map(() => tablet.mark(EVENT, SESSION, person(1), 'present')));
    expect(await outboxOf(on).records.count()).toBe(1);
  });
});

describe('finishing a sheet', () => {
  it('makes the draft a record and leaves nothing of it behind', async () => {
    const { on, tablet } = await started();
    const draft = kioskDraft();
    await tablet.saveDraft(draft);
    expect(await tablet.finalise(draft, survey)).toBe(true);
    expect(await tablet.draft('kiosk')).toBeNull();
    const outbox = outboxOf(on);
    expect(JSON.stringify(await outbox.drafts.toArray())).not.toContain('Bagus');
    expect(await outbox.records.toArray()).toMatchObject([{ kind: 'submission', form: 'short', version: 2 }]);
  });

  it('of an anonymous instrument keeps no assignment and nothing finer than the day', async () => {
    const { on, tablet } = await started();
    const draft = kioskDraft({ assignment_id: ASSIGNMENT });
    await tablet.saveDraft(draft);
    await tablet.finalise(draft, survey);
    const [record] = await outboxOf(on).records.toArray();
    expect(contentOf(record)).toEqual({
      event_id: EVENT,
      assignment_id: null,
      day: expect.stringMatching(/^2026-11-2\d$/),
      at: null,
      answers: { waktu: '4', saran: 'Bagus' },
    });
    expect(JSON.stringify(record)).not.toContain(draft.id);
  });

  it('twice at once counts once, and says so', async () => {
    const { on, tablet } = await started();
    const draft = kioskDraft();
    await tablet.saveDraft(draft);
    const done = await Promise.all([1, 2, 3].map(() => tablet.finalise(draft, survey)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await outboxOf(on).records.count()).toBe(1);
  });

  it('that was cleared meanwhile does nothing', async () => {
    const { on, tablet } = await started();
    const draft = kioskDraft();
    await tablet.saveDraft(draft);
    await tablet.dropDraft(draft);
    expect(await tablet.finalise(draft, survey)).toBe(false);
    expect(await outboxOf(on).records.count()).toBe(0);
  });

  it('whose place another filling has taken, in another tab, is kept, and the other one stays', async () => {
    const { on, tablet } = await started();
    const first = kioskDraft();
    const next = kioskDraft({ answers: { waktu: '1' } });
    await tablet.saveDraft(first);
    await on.open().saveDraft(next);
    expect(await tablet.finalise(first, survey)).toBe(true);
    expect(await tablet.draft('kiosk')).toEqual(next);
    expect(await tablet.finalise(first, survey)).toBe(false);
    await tablet.saveDraft(first);
    expect(await tablet.draft('kiosk')).toEqual(next);
    expect(await tablet.finalise(next, survey)).toBe(true);
    expect(await outboxOf(on).records.count()).toBe(2);
  });

  it('with an answer that the instrument does not know throws and keeps the draft', async () => {
    const { on, tablet } = await started();
    const draft = kioskDraft({ answers: { waktu: '5' } });
    await tablet.saveDraft(draft);
    await expect(tablet.finalise(draft, survey)).rejects.toThrow('answer.out_of_range');
    expect(await tablet.draft('kiosk')).toEqual(draft);
    expect(await outboxOf(on).records.count()).toBe(0);
  });

  it.each([
    ['ends a text at its limit', 'abcdefghijklmn', 'abcdefghij'],
    ['never in the middle of a character', 'abcdefghi😀', 'abcdefghi'],
    ['keeps a whole character at the limit', 'abcdefgh😀x', 'abcdefgh😀'],
    ['brings a lone surrogate home as it was', 'a\ud800b', 'a\ud800b'],
    ['and control characters', 'a\u0000b\ufeff', 'a\u0000b\ufeff'],
  ])('%s', async (_, typed, kept) => {
    const { on, tablet } = await started();
    const draft = kioskDraft({ answers: { waktu: null, saran: typed } });
    await tablet.saveDraft(draft);
    await tablet.finalise(draft, survey);
    expect(contentOf((await outboxOf(on).records.toArray())[0]).answers.saran).toBe(kept);
  });

  it('of an observation again is a correction of the first', async () => {
    const { on, tablet } = await started();
    for (const waktu of ['2', '3']) {
      const draft = observationDraft({ answers: { waktu } });
      await tablet.saveDraft(draft);
      await tablet.finalise(draft, observation);
    }
    const records = await outboxOf(on).records.toArray();
    const first = records.find(record => !record.replaces);
    expect(records.find(record => record.replaces)?.replaces).toBe(first?.id);
    expect(contentOf(first)).toMatchObject({ assignment_id: ASSIGNMENT, at: expect.any(String) });
  });
});

describe('drafts', () => {
  it('of another filling under the same key are not dropped', async () => {
    const { on, tablet } = await started();
    const [here, there] = [kioskDraft(), kioskDraft()];
    await tablet.saveDraft(here);
    await on.open().saveDraft(there);
    await tablet.dropDraft(here);
    expect(await tablet.draft('kiosk')).toEqual(there);
    expect(await tablet.finalise(here, survey)).toBe(false);
  });

  it('come back after a restart with their own identity', async () => {
    const { on, tablet } = await started();
    const draft = kioskDraft({ step: 1 });
    await tablet.saveDraft(draft);
    tablet.close();
    expect(await on.open().draft('kiosk')).toEqual(draft);
  });

  it.each(['finalise', 'dropDraft'] as const)('are not brought back by a save later than %s', async end => {
    const { tablet } = await started();
    const draft = kioskDraft();
    await tablet.saveDraft(draft);
    await (end === 'finalise' ? tablet.finalise(draft, survey) : tablet.dropDraft(draft));
    await tablet.saveDraft(draft);
    expect(await tablet.draft('kiosk')).toBeNull();
    const next = kioskDraft();
    await tablet.saveDraft(next);
    expect(await tablet.draft('kiosk')).toEqual(next);
  });
});

it('what is waiting is told in every tab, before and after a restart', async () => {
  const { on, tablet } = await started();
  const otherTab = on.open();
  const told = seen(otherTab.sync.status(), status => status.pending === 2);
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  await tablet.mark(EVENT, SESSION, person(2), 'absent');
  expect(await told).toMatchObject({ quarantined: 0, last_contact_at: null, state: { kind: 'idle' } });
  tablet.close();
  otherTab.close();
  expect(await seen(on.open().sync.status())).toMatchObject({ pending: 2 });
});
