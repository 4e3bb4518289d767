// Faults of a browser's storage that others lost answers by, with the tablet's real databases.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOutbox } from '../../src/device/store/outbox.ts';
import { createReference } from '../../src/device/store/reference.ts';
import type { EventView } from '../../src/device/tablet.ts';
import { upgrade } from '../../src/domain/instrument/older.ts';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';
import { bench, kioskDraft, seen } from '../device/fixture.ts';
import { EVENT, PARTICIPANTS, SESSION } from '../server/test-centre.ts';
import { copyOf } from '../simulation/device/fake-databases.ts';
import { answerSurvey, heldAt, markPeople, openDay, waiting } from './joined.ts';

/** What a crash would leave at each moment from now on, as it is now and after each commit of a tab opened later. */
function crashes(factory: IDBFactory): IDBFactory[] {
  const left = [copyOf(factory)];
  const original = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...words) {
    const transaction = original.apply(this, words);
    if (transaction.mode === 'readwrite')
      transaction.addEventListener('complete', () => left.push(copyOf(factory)));
    return transaction;
  });
  return left;
}
afterEach(() => void vi.restoreAllMocks());

const draftOf = () =>
  kioskDraft({
    event_id: EVENT.west,
    instrument: { code: skm9.code, version: skm9.version },
    answers: Object.fromEntries(
      skm9.questions.map(question => [question.code, question.type === 'text' ? null : '4']),
    ),
  });

it('fault: checkpoint saved before data (pouchdb#1240, rxdb#5571): a crash after any commit of a pull loses no row', async () => {
  const day = await openDay();
  const { indexedDB } = day.on;
  const call = async (method: 'PATCH' | 'POST', path: string, media: string, payload: string) => {
    const headers = { ...day.officer.headers, 'content-type': media };
    const reply = await day.app.inject({
      method,
      url: `/api/v1/events/${EVENT.west}${path}`,
      headers,
      payload,
    });
    expect(reply.statusCode).toBe(200);
  };
  const days = { venue: 'Aula', starts_on: '2026-11-20', ends_on: '2026-11-22' };
  await call('PATCH', '', 'application/json', JSON.stringify({ name: 'Angkatan I', ...days }));
  // More than two pages of rows.
  const people = Array.from({ length: 1100 }, (_, n) => `Pegawai ${n}`);
  await call('POST', '/participants/import', 'text/csv', ['Nama', ...people].join('\n'));
  const isWhole = (view: EventView | null): boolean => view?.participants.length === people.length;
  const left = crashes(indexedDB);
  const first = day.on.open({ fetch: day.road.fetch });
  await first.start();
  first.sync.now();
  await seen(first.event(EVENT.west), isWhole);
  vi.restoreAllMocks();
  expect(left.length).toBeGreaterThan(4);
  for (const factory of left) {
    const tablet = day.on.open({ fetch: day.road.fetch, indexedDB: factory });
    await tablet.start();
    tablet.sync.now();
    expect((await seen(tablet.event(EVENT.west), isWhole))?.event.name).toBe('Angkatan I');
    tablet.close();
  }
});

it('fault: transaction commits across an await (dexie#725): at every instant a sheet is a draft or a record', async () => {
  const day = await openDay();
  // Crypto that takes its time, as on a cheap tablet: nothing may be open meanwhile.
  const slow: Crypto = Object.create(crypto, {
    subtle: {
      value: new Proxy(crypto.subtle, {
        get:
          (subtle, name: keyof SubtleCrypto) =>
          async (...words: unknown[]) => {
            await new Promise(resolve => setTimeout(resolve, 5));
            return (subtle[name] as (...words: unknown[]) => unknown).apply(subtle, words);
          },
      }),
    },
    getRandomValues: { value: crypto.getRandomValues.bind(crypto) },
  });
  const tablet = day.on.open({ fetch: day.road.fetch, crypto: slow });
  const draft = draftOf();
  await day.tablet.saveDraft(draft);
  const left = crashes(day.on.indexedDB);
  expect(await tablet.finalise(draft, upgrade(skm9))).toBe(true);
  vi.restoreAllMocks();
  expect(left.length).toBeGreaterThan(1);
  for (const factory of [...left, day.on.indexedDB]) {
    const outbox = createOutbox({ indexedDB: factory });
    const isDraft = (await outbox.drafts.get(draft.key))?.draft ? 1 : 0;
    expect(isDraft + (await outbox.records.count())).toBe(1);
    outbox.close();
  }
});

describe('fault: connection dies after background (enketo#1576, Expensify#87864)', () => {
  /** So many uses of the connection fail as a browser's dead one does. */
  const dead = (times: number) => {
    let left = times;
    const original = IDBTransaction.prototype.objectStore;
    vi.spyOn(IDBTransaction.prototype, 'objectStore').mockImplementation(function (
      this: IDBTransaction,
      name,
    ) {
      if (left-- > 0) throw new DOMException('The database connection is closing.', 'InvalidStateError');
      return original.call(this, name);
    });
  };

  it('once: reopened, and the mark is kept', async () => {
    const day = await openDay();
    dead(1);
    await markPeople(day.tablet, 1);
    vi.restoreAllMocks();
    expect(await waiting(day)).toBe(1);
  });

  it('for good: the person is told, and nothing pretends to be kept', async () => {
    const day = await openDay();
    dead(99);
    const { tablet } = day;
    await expect(markPeople(tablet, 1)).rejects.toMatchObject({ problem: { code: 'storage.failed' } });
    vi.restoreAllMocks();
    expect(await waiting(day)).toBe(0);
  });
});

it('fault: storage failed to open, fell back to memory (Trilium#10914, enketo-express#324): capture is refused', async () => {
  const on = bench();
  const open = () => {
    throw new DOMException('no', 'UnknownError');
  };
  const tablet = on.open({ indexedDB: Object.assign(Object.create(on.indexedDB), { open }) });
  expect(await tablet.start()).toMatchObject({ ok: false, problem: { code: 'storage.failed' } });
  await expect(tablet.mark(EVENT.west, SESSION.west, PARTICIPANTS[0] ?? '', 'present')).rejects.toThrow();
  await expect(tablet.saveDraft(draftOf())).rejects.toThrow();
  await expect(tablet.finalise(draftOf(), upgrade(skm9))).rejects.toThrow();
});

describe('fault: quota (cht-core#2604, #7149)', () => {
  const full = () =>
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });

  it('reached in mid-sheet loses nothing: the sheet is finished once there is room', async () => {
    const day = await openDay();
    const draft = draftOf();
    await day.tablet.saveDraft(draft);
    full();
    await expect(day.tablet.finalise(draft, upgrade(skm9))).rejects.toMatchObject({
      problem: { code: 'storage.full' },
    });
    vi.restoreAllMocks();
    expect(await day.tablet.draft(draft.key)).toMatchObject({ id: draft.id, answers: draft.answers });
    expect(await day.tablet.finalise(draft, upgrade(skm9))).toBe(true);
    expect(await waiting(day)).toBe(1);
  });

  it('nearly reached begins no new sheet', async () => {
    const on = bench();
    const room = async (usage: number) => {
      const storage = { persist: async () => true, estimate: async () => ({ quota: 2 ** 30, usage }) };
      return on.open({ storage }).hasRoom();
    };
    expect([await room(0), await room(2 ** 30 - 1000)]).toEqual([true, false]);
  });
});

it('fault: a restored session split one answer in two (formbricks#7767): the draft carries its identity', async () => {
  const day = await openDay();
  const draft = draftOf();
  await day.tablet.saveDraft(draft);
  const tabs = [1, 2].map(() => day.on.open({ fetch: day.road.fetch }));
  const restored = await Promise.all(tabs.map(tab => tab.draft(draft.key)));
  expect(restored.map(each => each?.id)).toEqual([draft.id, draft.id]);
  const finished = await Promise.all(tabs.map((tab, n) => tab.finalise(restored[n] ?? draft, upgrade(skm9))));
  expect(finished.sort()).toEqual([false, true]);
  await day.push();
  expect((await heldAt(day)).responses).toBe(1);
});

it('fault: schema bump wiped the queue (WatermelonDB#1609): reference data of another shape cost the outbox nothing', async () => {
  const day = await openDay();
  await answerSurvey(day.tablet);
  const draft = draftOf();
  await day.tablet.saveDraft(draft);
  day.tablet.close();
  await createReference({ indexedDB: day.on.indexedDB }).delete();
  const tablet = day.on.open({ fetch: day.road.fetch });
  expect(await tablet.start()).toMatchObject({ ok: true });
  expect(await waiting(day)).toBe(1);
  expect(await tablet.draft(draft.key)).toMatchObject({ id: draft.id });
  expect([day.outbox.name, day.outbox.verno]).toEqual(['lembar-outbox', 1]);
});
