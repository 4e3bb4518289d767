// When the tablet talks: on signals and taps at once, after failures ever more rarely, one tab at a time.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createOutbox } from '../../src/device/store/outbox.ts';
import { retryDelay } from '../../src/device/sync/backoff.ts';
import type { Tablet } from '../../src/device/tablet.ts';
import { type FakeCentre, json, problem, scope } from './fake-centre.ts';
import {
  bench,
  chance,
  EVENT,
  enrolled,
  kioskDraft,
  person,
  SESSION,
  seen,
  settled,
  survey,
} from './fixture.ts';

const MINUTE = 60_000;

async function ready() {
  const on = bench();
  const tablet = await enrolled(on);
  await vi.waitFor(() => expect(on.time.planned.at(-1)).toBe(15 * MINUTE));
  return { ...on, tablet };
}

const drained = (tablet: Tablet) =>
  seen(tablet.sync.status(), status => status.pending === 0 && status.state.kind === 'idle');
const unreachable = (tablet: Tablet) =>
  seen(tablet.sync.status(), status => status.state.kind === 'unreachable');

const offline = () => Promise.reject(new TypeError('Failed to fetch'));

it('what was finished goes out soon after, without being asked, and the sentence says so', async () => {
  const { tablet, time, centre } = await ready();
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  await tablet.mark(EVENT, SESSION, person(2), 'present');
  expect(centre.pushes).toHaveLength(0);
  await vi.waitFor(() => expect(time.planned[0]).toBe(2_000));
  time.pass(2_000);
  expect(await drained(tablet)).toMatchObject({ last_contact_at: time.now, quarantined: 0 });
  expect(centre.pushes).toHaveLength(1);
});

it('an anonymous sheet waits a while by chance, so that its arrival does not tell its hour', async () => {
  const { tablet, time } = await ready();
  const draft = kioskDraft();
  await tablet.saveDraft(draft);
  await tablet.finalise(draft, survey);
  await vi.waitFor(() => expect(time.planned).toHaveLength(2));
  expect(time.planned[0]).toBeGreaterThanOrEqual(10_000);
  expect(time.planned[0]).toBeLessThanOrEqual(40_000);
});

it('a crash between finishing and sending loses nothing', async () => {
  const { tablet, open, centre, time } = await ready();
  const draft = kioskDraft();
  await tablet.saveDraft(draft);
  await tablet.finalise(draft, survey);
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  tablet.close();
  const again = open();
  await again.start();
  time.pass(1_000);
  await drained(again);
  expect(centre.raw.size).toBe(2);
});

describe('after a failure', () => {
  it('tries again later and later, by chance, and what is finished meanwhile does not hurry it', async () => {
    const { tablet, centre, time } = await ready();
    centre.always = offline;
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    await vi.waitFor(() => expect(time.planned[0]).toBe(2_000));
    time.pass(2_000);
    const { state } = await unreachable(tablet);
    await vi.waitFor(() => expect(time.planned).toHaveLength(1));
    expect(state).toEqual({ kind: 'unreachable', retry_at: time.now + (time.planned[0] ?? 0) });
    expect(time.planned[0]).toBeLessThanOrEqual(5_000);
    await tablet.mark(EVENT, SESSION, person(2), 'present');
    await new Promise(resolve => setImmediate(resolve));
    expect(time.planned).toHaveLength(1);
    centre.always = null;
    time.pass(time.planned[0] ?? 0);
    await drained(tablet);
  });

  it('the delay is full jitter under a ceiling that doubles from 5 s to 15 min', () => {
    const always = (x: number) => () => x;
    expect([1, 2, 3, 8, 20, 5000].map(n => retryDelay(n, always(1)))).toEqual([
      5_000,
      10_000,
      20_000,
      640_000,
      15 * MINUTE,
      15 * MINUTE,
    ]);
    expect(retryDelay(9, always(0))).toBe(1_000);
  });

  it.each(['online', 'visibilitychange', 'a tap'])('%s tries at once', async signal => {
    const { tablet, centre, time, events } = await ready();
    centre.always = offline;
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    tablet.sync.now();
    await unreachable(tablet);
    await vi.waitFor(() => expect(time.planned).toHaveLength(1));
    centre.always = null;
    if (signal === 'a tap') tablet.sync.now();
    else events.dispatchEvent(new Event(signal));
    await drained(tablet);
    expect(centre.raw.size).toBe(1);
  });

  it('Retry-After is kept to', async () => {
    const { tablet, centre, time } = await ready();
    centre.always = () => new Response('', { status: 503, headers: { 'retry-after': '77' } });
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    tablet.sync.now();
    expect(await unreachable(tablet)).toMatchObject({ state: { retry_at: time.now + 77_000 } });
  });

  it('a refused device goes on capturing, says why, and asks rarely', async () => {
    const { tablet, centre, time } = await ready();
    centre.always = () => problem(403, 'device.retired');
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    tablet.sync.now();
    const status = await seen(tablet.sync.status(), ({ state }) => state.kind === 'refused');
    expect(status.state).toEqual({ kind: 'refused', problem: { code: 'device.retired', details: {} } });
    await vi.waitFor(() => expect(time.planned).toEqual([15 * MINUTE]));
    await tablet.mark(EVENT, SESSION, person(2), 'present');
    expect(await seen(tablet.sync.status())).toMatchObject({ pending: 2, state: { kind: 'refused' } });
  });
});

it('a record that the centre does not take by itself is told of as held, in every tab, until it is taken', async () => {
  const { tablet, open, centre, time } = await ready();
  centre.faults = [
    async (honest, { records }) => {
      const body = await honest().json();
      centre.raw.delete(records[0]?.id ?? '');
      return json({ ...body, results: [{ ...body.results[0], result: 'too_large' }] });
    },
  ];
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  tablet.sync.now();
  await seen(tablet.sync.status(), ({ held }) => held === 1);
  expect(await seen(open().sync.status())).toMatchObject({ pending: 1, held: 1 });
  time.pass(15 * MINUTE);
  expect(await drained(tablet)).toMatchObject({ held: 0 });
  expect(centre.raw.size).toBe(1);
});

describe('a device', () => {
  const withEvent = async () => {
    const on = await ready();
    const event = { id: EVENT, name: 'Pelayanan Prima', starts_on: '2026-11-23' };
    on.centre.pages = [{ scopes: [scope('public', '1', [{ kind: 'event', id: EVENT, body: event }])] }];
    on.tablet.sync.now();
    await seen(on.tablet.events(), events => events.length === 1);
    await settled(on.tablet);
    return on;
  };

  it.each<[string, (centre: FakeCentre) => void]>([
    [
      'that is lost, at the push',
      centre => {
        centre.always = () => problem(403, 'device.lost');
      },
    ],
    [
      'that is lost, at the pull',
      centre => {
        centre.pullFault = () => problem(403, 'device.lost');
      },
    ],
    [
      'that is retired, at the pull',
      centre => {
        centre.pullFault = () => problem(403, 'device.retired');
      },
    ],
  ])('%s gives up what the centre sent down, and nothing of what it captured', async (_, refuse) => {
    const { tablet, centre, indexedDB } = await withEvent();
    const draft = kioskDraft();
    await tablet.saveDraft(draft);
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    refuse(centre);
    tablet.sync.now();
    await seen(tablet.events(), events => events.length === 0);
    expect(await tablet.draft('kiosk')).toEqual(draft);
    const outbox = createOutbox({ indexedDB });
    expect((await outbox.records.count()) + (await outbox.sent.count())).toBe(1);
    expect(await outbox.marks.count()).toBe(1);
  });

  it('that is merely unknown or not signed well keeps all it has', async () => {
    const { tablet, centre } = await withEvent();
    centre.always = () => problem(401, 'device.unknown');
    await tablet.mark(EVENT, SESSION, person(1), 'present');
    tablet.sync.now();
    await seen(tablet.sync.status(), ({ state }) => state.kind === 'refused');
    expect(await seen(tablet.events())).toHaveLength(1);
  });
});

it('a centre that does not answer in time is unreachable, by the timers of this device', async () => {
  const { tablet, centre, time } = await ready();
  centre.always = () => new Promise(() => {});
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  tablet.sync.now();
  await vi.waitFor(() => expect(centre.pushes).toHaveLength(1));
  time.pass(19_000);
  expect(await seen(tablet.sync.status())).toMatchObject({ state: { kind: 'sending' } });
  time.pass(1_000);
  expect(await unreachable(tablet)).toMatchObject({ pending: 1 });
});

it('fault: two tabs flush at once (formbricks#7743): one tab at a time talks to the centre, and nothing is sent twice', async () => {
  const { tablet, open, centre, indexedDB } = await ready();
  let held = 0;
  let most = 0;
  let last: Promise<unknown> = Promise.resolve();
  const locks = {
    request: (_: string, work: () => Promise<unknown>) => {
      const turn = last.then(async () => {
        most = Math.max(most, ++held);
        const value = await work();
        held--;
        return value;
      });
      last = turn.catch(() => null);
      return turn;
    },
  } as unknown as LockManager;
  for (let n = 0; n < 5; n++) await tablet.mark(EVENT, SESSION, person(n), 'present');
  const tabs = [open({ locks }), open({ locks }), open({ locks })];
  for (const tab of tabs) tab.sync.now();
  await vi.waitFor(async () => expect(await createOutbox({ indexedDB }).records.count()).toBe(0));
  await last;
  expect(most).toBe(1);
  expect(centre.pushes.map(each => each.records.length)).toEqual([5]);
});

it('a tablet that is not enrolled asks nobody', async () => {
  const on = bench();
  const tablet = on.open();
  await tablet.start();
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  tablet.sync.now();
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(on.centre.pushes).toHaveLength(0);
  expect(await seen(tablet.sync.status())).toMatchObject({ pending: 1, state: { kind: 'idle' } });
});

it('finite faults of every kind, then quiet: everything comes home once', async () => {
  const { tablet, centre } = await ready();
  const random = chance(11);
  const faults = [
    offline,
    () => problem(500, 'server.failed'),
    () => problem(401, 'device.unknown'),
    () => new Response('', { status: 413 }),
    () => new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }),
    (honest: () => Response) => {
      honest();
      throw new TypeError('reply lost');
    },
  ];
  for (let n = 0; n < 40; n++) {
    await tablet.mark(EVENT, SESSION, person(n), 'present');
    const fault = faults[Math.floor(random() * faults.length * 2)];
    if (fault) centre.faults.push(fault);
    if (n % 4 === 0) {
      tablet.sync.now();
      await settled(tablet);
    }
  }
  centre.faults = [];
  tablet.sync.now();
  await drained(tablet);
  expect(centre.raw.size).toBe(40);
});
