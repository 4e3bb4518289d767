// A disk that fills up: no new sheet is begun, none that was begun is lost, and it is said plainly.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { LEAST_BYTES } from '../../src/device/room.ts';
import { isFull } from '../../src/device/store/full.ts';
import { createOutbox } from '../../src/device/store/outbox.ts';
import { StorageError } from '../../src/device/store/steady.ts';
import { bench, EVENT, enrolled, kioskDraft, person, SESSION, survey } from './fixture.ts';

describe('room for a new sheet', () => {
  const persist = async () => true;
  it.each<[string, () => Promise<StorageEstimate>, boolean]>([
    ['there is plenty', async () => ({ quota: 1e9, usage: 1e6 }), true],
    ['just the reserve is left', async () => ({ quota: LEAST_BYTES + 5, usage: 5 }), true],
    ['a byte less than the reserve is left', async () => ({ quota: LEAST_BYTES + 5, usage: 6 }), false],
    ['more is used than is allowed', async () => ({ quota: 10, usage: 20 }), false],
    ['the browser does not say how much there is', async () => ({ usage: 20 }), true],
    ['the browser does not say how much is used', async () => ({ quota: 20 }), true],
    ['the browser fails to say', () => Promise.reject(new Error('no')), true],
  ])('where %s', async (_, estimate, expected) => {
    expect(await bench().open({ storage: { persist, estimate } }).hasRoom()).toBe(expected);
  });

  it('is assumed where the browser cannot be asked, or never answers', async () => {
    const on = bench();
    expect(await on.open().hasRoom()).toBe(true);
    const asked = on.open({ storage: { persist, estimate: () => new Promise(() => {}) } }).hasRoom();
    on.time.pass(2_000);
    expect(await asked).toBe(true);
  });
});

describe('a browser says that there is no room', () => {
  const cases: [string, string, boolean][] = [
    ['QuotaExceededError', '', true],
    ['DataError', 'Failed to write blobs (IOError)', true],
    ['UnknownError', 'Connection is closing because of: IO error: FILE_ERROR_NO_SPACE', true],
    ['DataError', 'The parameter is not a valid key.', false],
    ['UnknownError', 'Internal error.', false],
    ['AbortError', '', false],
  ];
  it.each(cases)('by a %s "%s": %s', (name, message, expected) => {
    const error = new DOMException(message, name);
    const wrapped = [{ inner: error }, { failures: [error] }].map(more => Object.assign(new Error(), more));
    expect([error, ...wrapped].map(isFull)).toEqual([expected, expected, expected]);
  });
});

describe('a full disk', () => {
  /** Every write into that table (or, from then on, of a reserve) fails until what is returned is called. */
  function fill(table: string, how: 'for good' | 'until the reserve is spent' = 'for good'): () => void {
    const { put, add, delete: remove } = IDBObjectStore.prototype;
    let full = table;
    const failing = (honest: typeof put): typeof put =>
      function (this: IDBObjectStore, ...args) {
        if (this.name === full) throw new DOMException('full', 'QuotaExceededError');
        return honest.apply(this, args);
      };
    const freeing: typeof remove = function (this: IDBObjectStore, key) {
      if (this.name === 'reserve' && how === 'until the reserve is spent') full = 'reserve';
      return remove.call(this, key);
    };
    Object.assign(IDBObjectStore.prototype, { put: failing(put), add: failing(add), delete: freeing });
    return () => Object.assign(IDBObjectStore.prototype, { put, add, delete: remove });
  }

  it('at the end of a sheet says so and leaves the sheet as it was; with room again it is finished', async () => {
    const on = bench();
    const tablet = await enrolled(on);
    const draft = kioskDraft();
    await tablet.saveDraft(draft);
    const empty = fill('records');
    try {
      await expect(tablet.finalise(draft, survey)).rejects.toMatchObject({
        problem: { code: 'storage.full' },
      });
      await expect(tablet.mark(EVENT, SESSION, person(1), 'late')).rejects.toBeInstanceOf(StorageError);
    } finally {
      empty();
    }
    expect(await tablet.draft('kiosk')).toEqual(draft);
    const outbox = createOutbox({ indexedDB: on.indexedDB });
    expect(await outbox.marks.count()).toBe(0);
    expect(await tablet.finalise(draft, survey)).toBe(true);
    expect(await outbox.records.count()).toBe(1);
  });

  it.each(['records', 'drafts'])(
    '(%s) gives up the reserve first, so that what was begun is finished; then no new sheet',
    async table => {
      const on = bench();
      const tablet = await enrolled(on);
      const draft = kioskDraft();
      await tablet.saveDraft(draft);
      expect(await tablet.hasRoom()).toBe(true);
      const empty = fill(table, 'until the reserve is spent');
      try {
        await tablet.saveDraft(draft);
        expect(await tablet.finalise(draft, survey)).toBe(true);
        expect(await tablet.hasRoom()).toBe(false);
      } finally {
        empty();
      }
      expect(await tablet.hasRoom()).toBe(true);
    },
  );

  it('in the middle of a sheet says so and keeps what was kept before', async () => {
    const on = bench();
    const tablet = await enrolled(on);
    const draft = kioskDraft({ step: 1 });
    await tablet.saveDraft(draft);
    const empty = fill('drafts');
    try {
      await expect(tablet.saveDraft({ ...draft, step: 2 })).rejects.toMatchObject({
        problem: { code: 'storage.full' },
      });
    } finally {
      empty();
    }
    expect(await tablet.draft('kiosk')).toEqual(draft);
  });
});
