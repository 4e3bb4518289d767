// Starting, enrolling, locking the kiosk: what a tablet is after any restart, and when it must refuse to be used.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox, getLocal } from '../../src/device/store/outbox.ts';
import { createReference } from '../../src/device/store/reference.ts';
import { json, problem, scope } from './fake-centre.ts';
import {
  ASSIGNMENT,
  type Bench,
  bench,
  EVENT,
  enrolled,
  kioskDraft,
  observation,
  observationDraft,
  person,
  SESSION,
  seen,
  settled,
  survey,
} from './fixture.ts';

const event = {
  id: EVENT,
  unit_id: 'unit-1',
  name: 'Pelayanan Prima',
  starts_on: '2026-11-23',
  ends_on: '2026-11-24',
  survey: { code: survey.code, version: survey.version },
  demonstration: false,
};
const session = (id: string, day: string, starts_at: string) => ({
  kind: 'session' as const,
  id,
  body: { id, event_id: EVENT, day, starts_at },
});
const participant = (id: string, name: string) => ({
  kind: 'participant' as const,
  id,
  body: { id, event_id: EVENT, name },
});
const assignment = (id: string, due_on: string, observed_on: string | null = null) => ({
  kind: 'assignment' as const,
  id,
  body: { id, event_id: EVENT, participant_name: id, due_on, observed_on },
});

async function withPlan(on: Bench = bench()) {
  on.centre.pages = [
    {
      scopes: [
        scope('public', '1', [{ kind: 'instrument', id: 'short@2', body: survey }]),
        scope('unit:1', '1', [
          { kind: 'event', id: EVENT, body: event },
          session('s2', '2026-11-24', '08:00'),
          session('s1', '2026-11-23', '13:00'),
          session(SESSION, '2026-11-23', '08:00'),
          participant(person(1), 'Yusuf'),
          participant(person(2), 'Ahmad'),
          assignment('later', '2027-03-01'),
          assignment(ASSIGNMENT, '2027-01-01'),
          assignment('known', '2027-02-01', '2026-11-01'),
        ]),
      ],
    },
  ];
  const tablet = await enrolled(on);
  await seen(tablet.events(), events => events.length > 0);
  return { ...on, tablet };
}

describe('a start', () => {
  // Dexie remarks on every connection that it has to open again.
  beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());

  it('on a new tablet knows of nothing', async () => {
    expect(await bench().open().start()).toEqual({
      ok: true,
      value: { enrolment: null, kiosk: null, survey: null, demonstration: false },
    });
  });

  it('brings back enrolment, locked kiosk, its instrument and the unfinished sheet in one go, without a signal', async () => {
    const { tablet, open } = await withPlan();
    await tablet.lockKiosk(EVENT);
    const draft = kioskDraft({ step: 1 });
    await tablet.saveDraft(draft);
    tablet.close();
    const started = await open({ fetch: () => Promise.reject(new TypeError('offline')) }).start();
    expect(started).toMatchObject({
      value: {
        enrolment: { label: 'Tablet 1', unit: { name: 'Bakorwil Contoh' }, account: null },
        kiosk: EVENT,
        survey: { event: { name: 'Pelayanan Prima' }, instrument: survey, draft },
      },
    });
    expect(JSON.stringify(started)).not.toContain('keys');
  });

  it('asks the browser not to evict, and does not mind a no', async () => {
    const on = bench();
    let asked = 0;
    const estimate = async () => ({});
    const storage = { estimate, persist: () => Promise.resolve(++asked > 5) };
    const tablet = on.open({ storage });
    await tablet.start();
    await tablet.enrol('ABCDEFGH');
    await on.open({ storage }).start();
    await on.open({ storage: { estimate, persist: () => Promise.reject(new Error('no')) } }).start();
    expect(asked).toBe(2);
  });

  it.each<[string, IDBFactory['open']]>([
    [
      'cannot be opened',
      () => {
        throw new DOMException('no', 'UnknownError');
      },
    ],
    [
      'is forbidden',
      () => {
        throw new DOMException('no', 'SecurityError');
      },
    ],
  ])('refuses where the storage %s, and never falls back to memory', async (_, open) => {
    const on = bench();
    const tablet = on.open({ indexedDB: Object.assign(Object.create(on.indexedDB), { open }) });
    expect(await tablet.start()).toMatchObject({ ok: false, problem: { code: 'storage.failed' } });
    await expect(tablet.mark(EVENT, SESSION, person(1), 'present')).rejects.toThrow();
  });

  it('refuses where the storage hangs', async () => {
    const on = bench();
    const hanging = Object.assign(Object.create(on.indexedDB), { open: () => ({}) });
    const starting = on.open({ indexedDB: hanging }).start();
    on.time.pass(15_000);
    expect(await starting).toMatchObject({ problem: { details: { reason: 'TimeoutError' } } });
  });

  it('refuses where what was written is gone when it is read', async () => {
    const on = bench();
    const tablet = on.open();
    // Each write goes to a database that is thrown away.
    const original = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
      return original.call(this, (value as { key: string }).key === 'probe' ? { key: 'lost' } : value, key);
    };
    try {
      expect(await tablet.start()).toMatchObject({ ok: false, problem: { code: 'storage.failed' } });
    } finally {
      IDBObjectStore.prototype.put = original;
    }
  });

  it('opens a connection that died once more, and says so where that does not help', async () => {
    const { tablet, indexedDB } = await withPlan();
    const original = IDBTransaction.prototype.objectStore;
    let broken = 1;
    IDBTransaction.prototype.objectStore = function (name) {
      if (broken-- > 0) throw new DOMException('dead', 'UnknownError');
      return original.call(this, name);
    };
    try {
      await tablet.mark(EVENT, SESSION, person(1), 'present');
      broken = 99;
      await expect(tablet.mark(EVENT, SESSION, person(2), 'present')).rejects.toMatchObject({
        problem: { code: 'storage.failed', details: { reason: expect.any(String) } },
      });
    } finally {
      IDBTransaction.prototype.objectStore = original;
    }
    expect(broken).toBeLessThan(99);
    expect(await createOutbox({ indexedDB }).records.count()).toBe(1);
  });

  it('loses nothing captured, nor itself, where the reference database is lost', async () => {
    const { tablet, open, indexedDB } = await withPlan();
    await tablet.lockKiosk(EVENT);
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    tablet.close();
    await createReference({ indexedDB }).delete();
    const again = open();
    expect(await again.start()).toMatchObject({ value: { kiosk: EVENT, enrolment: { label: 'Tablet 1' } } });
    expect(await seen(again.sync.status())).toMatchObject({ pending: 1 });
  });

  it('makes way for a newer version that another tab opens', async () => {
    const { tablet, indexedDB } = await withPlan();
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    const upgraded = await new Promise((resolve, reject) => {
      const request = indexedDB.open('lembar-outbox', 99);
      request.onsuccess = () => resolve(request.result.version);
      request.onerror = reject;
      request.onblocked = () => reject(new Error('blocked'));
    });
    expect(upgraded).toBe(99);
  });
});

describe('enrolment', () => {
  it.each([
    ['a wrong code', () => problem(404, 'code.wrong'), 'code.wrong'],
    ['a used code', () => problem(409, 'code.used'), 'code.used'],
    ['a portal', () => json('<html>', 200, 'text/html'), 'centre.unreachable'],
    ['a portal that speaks JSON', () => json({ ok: true }, 200, 'application/json'), 'centre.unreachable'],
    ['an error page', () => json('<html>', 502, 'text/html'), 'centre.unreachable'],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'centre.unreachable'],
  ])('by %s says what is wrong and changes nothing', async (_, fault, code) => {
    const on = bench();
    const tablet = on.open();
    await tablet.start();
    on.centre.enrolFault = fault;
    expect(await tablet.enrol('XXXX')).toMatchObject({ ok: false, problem: { code } });
    expect(await on.open().start()).toMatchObject({ value: { enrolment: null } });
  });

  it('keeps a private key that nobody can take out', async () => {
    const { indexedDB } = await withPlan();
    const identity = await getLocal(createOutbox({ indexedDB }), 'identity');
    await expect(crypto.subtle.exportKey('jwk', identity?.keys.privateKey as CryptoKey)).rejects.toThrow();
  });

  it('again gives a new identity; drafts and what waits stay', async () => {
    const { tablet, centre, indexedDB } = await withPlan();
    const outbox = createOutbox({ indexedDB });
    const publicKey = async () =>
      crypto.subtle.exportKey('jwk', (await getLocal(outbox, 'identity'))?.keys.publicKey as CryptoKey);
    const before = await publicKey();
    centre.always = () => problem(403, 'device.retired');
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    await tablet.saveDraft(kioskDraft());
    expect(await tablet.enrol('ABCDEFGH')).toMatchObject({ ok: true });
    await settled(tablet);
    expect(await outbox.records.count()).toBe(1);
    expect(await tablet.draft('kiosk')).not.toBeNull();
    expect(await publicKey()).not.toEqual(before);
  });
});

describe('the kiosk', () => {
  it('is not locked to an event that this tablet does not hold', async () => {
    const { tablet, open } = await withPlan();
    expect(await tablet.lockKiosk('elsewhere')).toBeNull();
    expect(await open().start()).toMatchObject({ value: { kiosk: null } });
  });

  it('stays unlocked once it is unlocked', async () => {
    const { tablet, open } = await withPlan();
    expect(await tablet.lockKiosk(EVENT)).toMatchObject({ instrument: survey, draft: null });
    await tablet.unlockKiosk();
    expect(await open().start()).toMatchObject({ value: { kiosk: null, survey: null } });
  });
});

describe('what screens follow', () => {
  it('an event comes whole: sessions by time, people by name, marks and responses of this tablet', async () => {
    const { tablet } = await withPlan();
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    await tablet.mark(EVENT, SESSION, person(1), 'late');
    await tablet.mark(EVENT, 's2', person(2), 'sick');
    await tablet.mark(person(99), SESSION, person(2), 'absent');
    const draft = kioskDraft();
    await tablet.saveDraft(draft);
    await tablet.finalise(draft, survey);
    const view = await seen(tablet.event(EVENT));
    expect(view?.sessions.map(each => each.id)).toEqual([SESSION, 's1', 's2']);
    expect(view?.participants.map(each => each.name)).toEqual(['Ahmad', 'Yusuf']);
    expect(view?.marks.get(SESSION)).toEqual(new Map([[person(1), 'late']]));
    expect(view?.marks.get('s2')).toEqual(new Map([[person(2), 'sick']]));
    expect(view?.responses).toBe(1);
    expect(await seen(tablet.event('elsewhere'))).toBeNull();
  });

  it('a mark is told at once to who follows the event, in another tab too', async () => {
    const { tablet, open } = await withPlan();
    const told = seen(open().event(EVENT), view => view?.marks.get(SESSION)?.get(person(1)) === 'excused');
    await tablet.mark(EVENT, SESSION, person(1), 'excused');
    expect((await told)?.event.name).toBe('Pelayanan Prima');
  });

  it('an instrument is found by its version, or not at all', async () => {
    const { tablet } = await withPlan();
    expect(await tablet.instrument('short', 2)).toEqual(survey);
    expect(await tablet.instrument('short', 3)).toBeNull();
  });

  it('assignments by due date are due, then a draft, then done', async () => {
    const { tablet } = await withPlan();
    const states = async () => (await seen(tablet.assignments())).map(each => [each.id, each.state]);
    expect(await states()).toEqual([
      [ASSIGNMENT, 'due'],
      ['known', 'done'],
      ['later', 'due'],
    ]);
    const draft = observationDraft();
    await tablet.saveDraft(draft);
    expect((await states())[0]).toEqual([ASSIGNMENT, 'draft']);
    await tablet.finalise(draft, observation);
    expect((await states())[0]).toEqual([ASSIGNMENT, 'done']);
    const later = observationDraft({ key: 'observation:later', assignment_id: 'later' });
    await tablet.saveDraft(later);
    await tablet.dropDraft(later);
    expect((await states())[2]).toEqual(['later', 'due']);
  });
});
