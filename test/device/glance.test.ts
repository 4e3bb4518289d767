// The first look: the same as the start proper finds, and never in its way.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { glance } from '../../src/device/store/glance.ts';
import { createOutbox, putLocal } from '../../src/device/store/outbox.ts';
import type { StartedTablet } from '../../src/device/tablet.ts';
import { tabletLater } from '../../src/device/tablet-later.ts';
import { bench, EVENT, enrolled, kioskDraft, seen, survey } from './fixture.ts';

test('sees of an enrolled, locked tablet with a draft what the start sees', async () => {
  const on = bench();
  const tablet = await enrolled(on);
  const outbox = createOutbox({ indexedDB: on.indexedDB });
  await putLocal(outbox, 'kiosk', { event: { id: EVENT } as never, instrument: survey });
  await putLocal(outbox, 'demonstration', true);
  await tablet.saveDraft(kioskDraft());
  outbox.close();
  const seenFirst = await glance(on.indexedDB);
  expect(seenFirst).toMatchObject({ kiosk: EVENT, demonstration: true, survey: { draft: { step: 2 } } });
  expect(seenFirst?.enrolment).not.toHaveProperty('keys');
  expect(await on.open().start()).toEqual({ ok: true, value: seenFirst });
});

test('sees nothing on a new tablet, and leaves nothing behind that the start would stumble on', async () => {
  const on = bench();
  expect(await glance(on.indexedDB)).toBeNull();
  expect(await on.indexedDB.databases()).toEqual([]);
  expect(await on.open().start()).toMatchObject({ ok: true });
});

test.each<[string, IDBFactory]>([
  [
    'throws',
    {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    } as never,
  ],
  ['never answers', { open: () => ({}) } as never],
])('where storage %s, it sees nothing and leaves the sentence to the start', async (_, indexedDB) => {
  expect(await glance(indexedDB)).toBeNull();
});

test('lets go of the outbox, so that it can be deleted or opened by another', async () => {
  const on = bench();
  await on.open().start();
  await glance(on.indexedDB);
  const opened = on.indexedDB.open('lembar-outbox', 99);
  const outcome = await new Promise(resolve => {
    opened.onupgradeneeded = () => resolve('upgraded');
    opened.onblocked = () => setTimeout(resolve, 0, 'blocked');
  });
  expect(outcome).toBe('upgraded');
});

test('what is asked before the device is there waits for it, and fails where it does', async () => {
  const on = bench();
  let arrive = (_: StartedTablet): void => undefined;
  const later = tabletLater(
    new Promise(resolve => {
      arrive = resolve;
    }),
  );
  const draft = kioskDraft();
  let isKept = false;
  const saving = later.saveDraft(draft).then(() => {
    isKept = true;
  });
  const status = seen(later.sync.status());
  await new Promise(resolve => setTimeout(resolve, 5));
  expect(isKept).toBe(false);
  const tablet = on.open();
  await tablet.start();
  arrive(tablet);
  await saving;
  expect(await tablet.draft('kiosk')).toEqual(draft);
  expect(await status).toMatchObject({ pending: 0 });
  await expect(tabletLater(Promise.reject(new Error('not there'))).saveDraft(draft)).rejects.toThrow(
    'not there',
  );
});
