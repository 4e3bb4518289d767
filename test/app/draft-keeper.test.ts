// Drafts reach the device at once, in order, and never pile up.
import { expect, test } from 'vitest';
import { DraftKeeper } from '../../src/app/draft-keeper.ts';
import type { Draft } from '../../src/device/tablet.ts';

const draft = (text: string): Draft => ({
  key: 'kiosk',
  id: 'id-1',
  instrument: { code: 'skm9', version: 1 },
  event_id: 'event-1',
  assignment_id: null,
  answers: { saran: text },
  step: 10,
  touched_at: 0,
});

/** A device whose every write waits to be let through. */
function slowDevice() {
  const written: string[] = [];
  let release = () => {};
  const saveDraft = (saved: Draft) =>
    new Promise<void>(resolve => {
      release = () => {
        written.push(saved.answers.saran ?? '');
        resolve();
      };
    });
  const letThrough = async () => {
    release();
    await new Promise(resolve => setTimeout(resolve));
  };
  return { written, saveDraft, letThrough };
}

test('while one save is on its way only the newest of the later ones waits', async () => {
  const device = slowDevice();
  const keeper = new DraftKeeper(device);
  const saves = [keeper.save(draft('a'))];
  await Promise.resolve();
  for (const text of ['ab', 'abc', 'abcd']) saves.push(keeper.save(draft(text)));
  await device.letThrough();
  await device.letThrough();
  await Promise.all(saves);
  expect(device.written).toEqual(['a', 'abcd']);
});

test('dropping waits for the save before it', async () => {
  const device = slowDevice();
  const keeper = new DraftKeeper(device);
  const save = keeper.save(draft('a'));
  const drop = keeper.inTurn(async () => {
    device.written.push('dropped');
  });
  await Promise.resolve();
  await device.letThrough();
  await Promise.all([save, drop]);
  expect(device.written).toEqual(['a', 'dropped']);
});

test("the next person's save waits for the drop before it, however slow the disk", async () => {
  const device = slowDevice();
  const keeper = new DraftKeeper(device);
  const asked = [
    keeper.save(draft('a')),
    keeper.save(draft('ab')),
    keeper.inTurn(async () => {
      device.written.push('dropped');
    }),
    keeper.save(draft('of the next')),
  ];
  await Promise.resolve();
  await device.letThrough();
  await device.letThrough();
  await Promise.all(asked);
  expect(device.written).toEqual(['ab', 'dropped', 'of the next']);
});

test('a save that fails is told, and the next one is tried', async () => {
  const written: Draft[] = [];
  let isFull = true;
  const keeper = new DraftKeeper({
    saveDraft: async saved => {
      if (isFull) throw new Error('QuotaExceededError');
      written.push(saved);
    },
  });
  await expect(keeper.save(draft('a'))).rejects.toThrow('QuotaExceededError');
  isFull = false;
  await keeper.save(draft('ab'));
  expect(written).toHaveLength(1);
});
