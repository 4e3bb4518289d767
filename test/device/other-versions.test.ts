// Another tab with another build of the app: nobody waits in silence, nobody writes into what is not his.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BLOCKED_MS, HANGS_MS } from '../../src/device/store/other-versions.ts';
import { createOutbox } from '../../src/device/store/outbox.ts';
import { createReference } from '../../src/device/store/reference.ts';
import type { DeviceProblem, Live } from '../../src/device/tablet.ts';
import { scope } from './fake-centre.ts';
import { bench, EVENT, enrolled, person, SESSION, seen, settled, survey } from './fixture.ts';

const REFERENCE = createReference().name;

/** A tab that holds the database in a version, and lets go only when told to. */
async function holding(factory: IDBFactory, name: string, version: number): Promise<{ letGo(): void }> {
  const held = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = factory.open(name, version);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error('blocked'));
  });
  onTestFinished(() => held.close());
  return { letGo: () => held.close() };
}

const event = {
  id: EVENT,
  name: 'Pelayanan Prima',
  starts_on: '2026-11-23',
  survey: { code: survey.code, version: survey.version },
};

async function withEvent() {
  const on = bench();
  on.centre.pages = [{ scopes: [scope('unit:1', '1', [{ kind: 'event', id: EVENT, body: event }])] }];
  const tablet = await enrolled(on);
  await seen(tablet.events(), events => events.length > 0);
  return { ...on, tablet };
}

/** The first problem that a live value tells, or what it tells instead. */
const told = (live: Live<unknown>): Promise<DeviceProblem | 'a value'> =>
  new Promise(resolve => {
    const subscription = live.subscribe(() => resolve('a value'), resolve);
    onTestFinished(() => subscription.unsubscribe());
  });

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());

describe('fault: upgrade blocked by another tab: an older tab that does not let go', () => {
  it('of the reference data is told of after a while, and the data come by themselves once it does', async () => {
    const { indexedDB, open, time } = bench();
    const { letGo } = await holding(indexedDB, REFERENCE, 1);
    const tablet = open();
    expect(await tablet.start()).toMatchObject({ ok: true });
    const problems: string[] = [];
    let values = 0;
    const subscription = tablet.events().subscribe(
      () => values++,
      ({ code }) => problems.push(code),
    );
    onTestFinished(() => subscription.unsubscribe());
    await vi.waitFor(() => expect(time.planned).toContain(BLOCKED_MS));
    expect(problems).toEqual([]);
    time.pass(BLOCKED_MS);
    await vi.waitFor(() => expect(problems).toEqual(['storage.blocked']));
    expect(values).toBe(0);
    letGo();
    await vi.waitFor(() => {
      time.pass(5_000);
      expect(values).toBeGreaterThan(0);
    });
  });

  it('of the reference data for which the browser never answers keeps nothing from coming home either', async () => {
    const { tablet: before, open, indexedDB, centre, time } = await withEvent();
    before.close();
    const never = (name: string, version?: number) =>
      name === REFERENCE ? (new EventTarget() as IDBOpenDBRequest) : indexedDB.open(name, version);
    const hanging = new Proxy(indexedDB, {
      get: (factory, key) => (key === 'open' ? never : Reflect.get(factory, key).bind(factory)),
    });
    const tablet = open({ indexedDB: hanging });
    expect(await tablet.start()).toMatchObject({ ok: true });
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    await vi.waitFor(() => {
      time.pass(HANGS_MS);
      expect(centre.raw.size).toBe(1);
    });
  });

  it('of the reference data stops neither capturing nor what waits from coming home', async () => {
    const { tablet: before, open, indexedDB, centre, time } = await withEvent();
    before.close();
    await new Dexie(REFERENCE, { indexedDB }).delete();
    await holding(indexedDB, REFERENCE, 1);
    const tablet = open();
    await tablet.start();
    const status = seen(tablet.sync.status(), ({ pending }) => pending === 1);
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    await vi.waitFor(() => expect(time.planned).toContain(BLOCKED_MS));
    time.pass(BLOCKED_MS);
    expect(await status).toMatchObject({ pending: 1, last_contact_at: null });
    tablet.sync.now();
    await vi.waitFor(() => expect(centre.raw.size).toBe(1));
  });

  it('of the outbox is told of before anything can be captured', async () => {
    const { indexedDB, open, time } = bench();
    await holding(indexedDB, 'lembar-outbox', 1);
    const starting = open().start();
    await vi.waitFor(() => expect(time.planned).toContain(BLOCKED_MS));
    time.pass(BLOCKED_MS);
    expect(await starting).toMatchObject({ ok: false, problem: { code: 'storage.blocked' } });
  });
});

describe('a newer tab', () => {
  it.each([
    ['outbox', 'lembar-outbox'],
    ['reference data', REFERENCE],
  ])('gets the %s at once; here its next use says so', async (what, name) => {
    const { tablet, indexedDB } = await withEvent();
    await holding(indexedDB, name, 990);
    if (what === 'outbox')
      await expect(tablet.mark(EVENT, SESSION, person(1), 'present')).rejects.toMatchObject({
        problem: { code: 'storage.newer' },
      });
    else await expect(tablet.lockKiosk(EVENT)).rejects.toMatchObject({ problem: { code: 'storage.newer' } });
    expect(await told(tablet.event(EVENT))).toMatchObject({ code: 'storage.newer' });
  });

  it('that has closed again has left what an older build must not open', async () => {
    const { tablet, indexedDB, open } = await withEvent();
    tablet.close();
    for (const name of ['lembar-outbox', REFERENCE]) (await holding(indexedDB, name, 990)).letGo();
    const again = open();
    expect(await again.start()).toMatchObject({ ok: false, problem: { code: 'storage.newer' } });
    expect(await told(again.events())).toMatchObject({ code: 'storage.newer' });
    expect(await createOutbox({ indexedDB }).records.count()).toBe(0);
  });

  it('of the reference data stops neither capturing nor what waits from coming home', async () => {
    const { tablet, indexedDB, centre } = await withEvent();
    await holding(indexedDB, REFERENCE, 990);
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    tablet.sync.now();
    await vi.waitFor(() => expect(centre.raw.size).toBe(1));
    expect(await seen(tablet.sync.status())).toMatchObject({ pending: 0 });
  });
});

it('cleared browser data are not a newer version: the tab goes on with empty databases', async () => {
  const { tablet, indexedDB } = await withEvent();
  await new Dexie(REFERENCE, { indexedDB }).delete();
  expect(await tablet.lockKiosk(EVENT)).toBeNull();
  expect(await seen(tablet.events())).toEqual([]);
});

describe('a connection that dies', () => {
  it('under a live value is opened once more, then told of, then tried again until it is back', async () => {
    const { tablet, time } = await withEvent();
    const original = IDBTransaction.prototype.objectStore;
    let broken = 1;
    IDBTransaction.prototype.objectStore = function (name) {
      if (broken-- > 0) throw new DOMException('dead', 'UnknownError');
      return original.call(this, name);
    };
    onTestFinished(() => {
      IDBTransaction.prototype.objectStore = original;
    });
    expect(await told(tablet.events())).toBe('a value');
    expect(broken).toBeLessThan(1);
    broken = 99;
    const problems: string[] = [];
    const values: unknown[] = [];
    const subscription = tablet.events().subscribe(
      events => values.push(events),
      ({ code }) => problems.push(code),
    );
    onTestFinished(() => subscription.unsubscribe());
    await vi.waitFor(() => expect(problems).toEqual(['storage.failed']));
    broken = 0;
    await vi.waitFor(() => {
      time.pass(5_000);
      expect(values).toMatchObject([[{ name: 'Pelayanan Prima' }]]);
    });
  });

  it('and a page that then comes is told to who follows', async () => {
    const connections = new Set<IDBDatabase>();
    const original = IDBTransaction.prototype.objectStore;
    IDBTransaction.prototype.objectStore = function (name) {
      connections.add(this.db);
      return original.call(this, name);
    };
    onTestFinished(() => {
      IDBTransaction.prototype.objectStore = original;
    });
    const { tablet, centre, events } = await withEvent();
    const renamed = seen(tablet.events(), ([first]) => first?.name === 'Baru');
    await settled(tablet);
    // As a browser does in the background.
    expect(connections.size).toBeGreaterThan(1);
    for (const connection of connections) connection.close();
    centre.pages = [
      { scopes: [scope('unit:1', '2', [{ kind: 'event', id: EVENT, body: { ...event, name: 'Baru' } }])] },
    ];
    events.dispatchEvent(new Event('online'));
    expect(await renamed).toMatchObject([{ name: 'Baru' }]);
  });
});
