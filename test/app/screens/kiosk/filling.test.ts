// The kiosk's filling without a screen: nothing of a person's sheet stays alive behind it.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Filling } from '../../../../src/app/screens/kiosk/filling.ts';
import { ALL_FUNCTIONS } from '../../../../src/domain/instrument/evaluate/all.ts';
import { createSheet } from '../../../../src/domain/instrument/sheet/create-sheet.ts';
import { EVENT, fakeTablet } from '../../fake-tablet.ts';
import { rich } from '../../sheet/forms.ts';

const SETTLED = 1000;
const surroundings = { now: () => 0, random: () => 0.5, offsetAt: () => 0, newId: () => 'id' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function begun() {
  const tablet = fakeTablet();
  let ids = 0;
  const filling = new Filling({
    ...{ tablet, instrument: rich, eventId: EVENT.id, isBeside: false, restored: null },
    clock: () => Date.now(),
    newId: () => `id-${++ids}`,
    makeSheet: of => createSheet(rich, { ...of, surroundings, functions: ALL_FUNCTIONS }),
    language: () => 'id',
    attempt: work => void work,
  });
  filling.begin();
  await vi.advanceTimersByTimeAsync(SETTLED);
  return { tablet, filling };
}

test('when a person leaves, the sheet is let go of, and a late answer to it changes nothing', async () => {
  const { tablet, filling } = await begun();
  const [question] = filling.page()?.questions ?? [];
  filling.clear();
  await vi.advanceTimersByTimeAsync(SETTLED);
  expect(filling.open.value).toBeNull();
  question?.answer('ya');
  await vi.advanceTimersByTimeAsync(SETTLED);
  expect(tablet.drafts.size).toBe(0);
});

test('a late answer to one person’s sheet is no sign of the next', async () => {
  const { tablet, filling } = await begun();
  const [question] = filling.page()?.questions ?? [];
  filling.clear();
  await vi.advanceTimersByTimeAsync(SETTLED);
  filling.begin();
  await vi.advanceTimersByTimeAsync(SETTLED);
  const save = vi.spyOn(tablet, 'saveDraft');
  question?.answer('tidak');
  await vi.advanceTimersByTimeAsync(SETTLED);
  expect(save).not.toHaveBeenCalled();
  expect(tablet.drafts.get('kiosk')?.answers).toEqual({});
});
