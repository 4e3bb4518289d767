// The push against every way in which a road or a centre can fail: nothing is acknowledged that was not stored.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { getLocal, type Identity, type Outbox } from '../../src/device/store/outbox.ts';
import { readCounters } from '../../src/device/store/records.ts';
import { scheduleWithTimers } from '../../src/device/surroundings.ts';
import { fitting, shuffled } from '../../src/device/sync/batch.ts';
import { createExchange } from '../../src/device/sync/exchange.ts';
import { createPusher } from '../../src/device/sync/push.ts';
import { PUSH_MAX_BYTES, PUSH_MEDIA } from '../../src/protocol/limits.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import { type FakeCentre, type Fault, json, problem } from './fake-centre.ts';
import { chance, EVENT, person, SESSION } from './fixture.ts';
import { ready } from './ready.ts';

const ids = (records: Iterable<{ id: string }>): string[] => [...records].map(each => each.id).sort();
const waiting = async (outbox: Outbox): Promise<number> => outbox.records.count();

it('brings every record home and keeps its bytes with the result', async () => {
  const { centre, outbox, push } = await ready(3);
  expect(await push()).toEqual({ failure: null, progressed: true });
  expect(await waiting(outbox)).toBe(0);
  const sent = await outbox.sent.toArray();
  expect(ids(sent)).toEqual(ids(centre.raw.values()));
  expect(sent.every(row => row.result === 'stored' && row.record.bytes.length > 0)).toBe(true);
  expect(await readCounters(outbox)).toEqual({ finalised: 3, acknowledged: 3, quarantined: 0 });
});

it('says what was ever finalised and acknowledged, so that a loss is noticed', async () => {
  const { centre, push, tablet } = await ready(2);
  await push();
  await tablet.mark(EVENT, SESSION, person(9), 'sick');
  await push();
  expect(centre.pushes.map(each => each.counters)).toEqual([
    { finalised: 2, acknowledged: 0 },
    { finalised: 3, acknowledged: 2 },
  ]);
});

const reply = (change: (honest: Record<string, unknown>) => unknown, media?: string): Fault => {
  return async honest => json(change(await honest().json()), 200, media);
};
const network: Fault = () => Promise.reject(new TypeError('Failed to fetch'));

describe('acknowledges nothing where', () => {
  it.each<[string, Fault]>([
    ['the network fails', network],
    [
      'the reply is lost after the centre has committed',
      honest => {
        honest();
        throw new TypeError('Failed to fetch');
      },
    ],
    [
      'a captive portal answers 200 with HTML',
      () => json('<html>Selamat datang</html>', 200, 'text/html; charset=utf-8'),
    ],
    ['a portal answers 200 with HTML under our media type', () => json('<html></html>')],
    ['the reply is plain JSON', reply(body => body, 'application/json')],
    ['the JSON is torn', async honest => json((await honest().text()).slice(0, -20))],
    ['the reply echoes another request', reply(body => ({ ...body, req: crypto.randomUUID() }))],
    ['the reply has no results', reply(({ results: _, ...body }) => body)],
    ['the reply has no epoch', reply(({ epoch: _, ...body }) => body)],
    ['the reply is null', reply(() => null)],
    ['the results are no list', reply(body => ({ ...body, results: 'stored' }))],
    ['a result has no id', reply(body => ({ ...body, results: [{ result: 'stored' }] }))],
    [
      'a result speaks of a record that was not sent',
      reply(body => ({
        ...body,
        results: [...(body.results as object[]), { id: crypto.randomUUID(), result: 'stored' }],
      })),
    ],
    [
      'a record has two results',
      reply(body => {
        const results = body.results as object[];
        return { ...body, results: [...results, results[0]] };
      }),
    ],
    ['the status is 201', async honest => json(await honest().json(), 201)],
    ['the status is 202', async honest => json(await honest().json(), 202)],
    ['the status is 500', async honest => json(await honest().json(), 500)],
    ['the status is 502', () => json('Bad gateway', 502, 'text/html')],
    ['the status is 511', () => json('<html>', 511, 'text/html')],
  ])('%s', async (_, fault) => {
    const { centre, outbox, push } = await ready(1);
    centre.always = fault;
    await push();
    expect(await waiting(outbox)).toBe(1);
    expect(await outbox.sent.count()).toBe(0);
    expect(await readCounters(outbox)).toMatchObject({ acknowledged: 0 });

    centre.always = null;
    await createPusherAfterRestart(outbox, centre.fetch)();
    expect(await waiting(outbox)).toBe(0);
    expect(centre.raw.size).toBe(1);
  });
});

const createPusherAfterRestart = (outbox: Outbox, fetch: typeof globalThis.fetch) =>
  createPusher({
    outbox,
    crypto,
    exchange: createExchange({ fetch, crypto, schedule: scheduleWithTimers }),
    clock: Date.now,
    newId: () => crypto.randomUUID(),
    random: Math.random,
  }).pushAll;

it('a record that the reply leaves out stays; the others are done', async () => {
  const { centre, outbox, push, time } = await ready(4);
  let left = '';
  centre.faults = [
    reply(body => {
      const [first, ...results] = body.results as { id: string }[];
      left = first?.id ?? '';
      return { ...body, results };
    }),
  ];
  expect(await push()).toEqual({ failure: null, progressed: true });
  expect(ids(await outbox.records.toArray())).toEqual([left]);
  // Not in a tight circle: it waits for a while, by itself.
  expect(centre.pushes).toHaveLength(1);
  time.pass(6_000);
  await push();
  expect(await waiting(outbox)).toBe(0);
});

/** The first of the batch gets this result instead of its own. */
const first = (result: object): Fault =>
  reply(body => {
    const [one, ...rest] = body.results as object[];
    return { ...body, results: [{ ...one, ...result }, ...rest] };
  });

describe('of a batch one record is not taken:', () => {
  it.each<[string, object, { stillAfterMs: number; againAfterMs: number }]>([
    ['retry, soon again', { result: 'retry' }, { stillAfterMs: 900, againAfterMs: 6_000 }],
    [
      'retry, when the centre says',
      { result: 'retry', after: 600 },
      { stillAfterMs: 599_000, againAfterMs: 600_000 },
    ],
    [
      'too large, rarely again',
      { result: 'too_large' },
      { stillAfterMs: 14 * 60_000, againAfterMs: 15 * 60_000 },
    ],
    [
      'a result that this build does not know',
      { result: 'melted' },
      { stillAfterMs: 900, againAfterMs: 6_000 },
    ],
  ])('%s', async (_, result, { stillAfterMs, againAfterMs }) => {
    const { centre, outbox, pusher, push, time } = await ready(3);
    centre.faults = [first(result)];
    expect(await push()).toEqual({ failure: null, progressed: true });
    expect(await waiting(outbox)).toBe(1);
    expect(await outbox.sent.count()).toBe(2);
    expect(pusher.countHeld(await outbox.records.toCollection().primaryKeys())).toBe(1);
    time.now += stillAfterMs;
    await push();
    expect(centre.pushes).toHaveLength(1);
    time.now += againAfterMs - stillAfterMs;
    await push();
    expect(await waiting(outbox)).toBe(0);
    expect(pusher.countHeld(await outbox.records.toCollection().primaryKeys())).toBe(0);
  });
});

it('a quarantined record is done for the device, counted, with its reason', async () => {
  const { centre, outbox, push } = await ready(2);
  const reason = { code: 'record.unknown_event', details: {} };
  centre.faults = [
    reply(body => ({
      ...body,
      results: (body.results as object[]).map(each => ({ ...each, result: 'quarantined', reason })),
    })),
  ];
  await push();
  expect(await waiting(outbox)).toBe(0);
  expect(await outbox.sent.toArray()).toMatchObject([{ reason }, { reason }]);
  expect(await readCounters(outbox)).toMatchObject({ acknowledged: 2, quarantined: 2 });
});

describe('nonces', () => {
  const pairs = (centre: FakeCentre) => centre.pushes.map(({ nonce, next }) => [nonce, next]);

  it('go on from push to push: each names the one that the last answered push named as next', async () => {
    const { centre, push, tablet } = await ready(1);
    await push();
    await tablet.mark(EVENT, SESSION, person(2), 'late');
    await push();
    const [one, two] = pairs(centre);
    expect(two?.[0]).toBe(one?.[1]);
    expect(new Set([...(one ?? []), ...(two ?? [])]).size).toBe(3);
  });

  it('are kept before they are sent, so that a lost reply is told from a copy, even after a restart', async () => {
    const { centre, outbox, push } = await ready(1);
    centre.faults = [
      honest => {
        honest();
        throw new TypeError('Failed to fetch');
      },
    ];
    await push();
    await createPusherAfterRestart(outbox, centre.fetch)();
    const [one, two] = pairs(centre);
    expect(two).toEqual(one);
    expect(centre.forks).toHaveLength(0);
    expect(await waiting(outbox)).toBe(0);
  });

  it('are not moved back by the late reply of another tab', async () => {
    const { centre, outbox, push, tablet } = await ready(1);
    let late = () => {};
    centre.faults = [
      honest => {
        const answer = honest();
        return new Promise(resolve => {
          late = () => resolve(answer);
        });
      },
    ];
    const slow = push();
    await vi.waitFor(() => expect(centre.pushes).toHaveLength(1));
    const other = createPusherAfterRestart(outbox, centre.fetch);
    await other();
    await tablet.mark(EVENT, SESSION, person(2), 'late');
    await other();
    const before = await getLocal(outbox, 'nonce');
    late();
    await slow;
    expect(await getLocal(outbox, 'nonce')).toEqual(before);
  });
});

describe('refusals', () => {
  it.each([
    [401, 'device.unknown'],
    [403, 'device.retired'],
  ])('%i of the centre ends the round with its problem and keeps everything', async (status, code) => {
    const { centre, outbox, push } = await ready(2);
    centre.faults = [() => problem(status, code)];
    expect(await push()).toEqual({
      failure: { kind: 'refused', problem: { code, details: {} } },
      progressed: false,
    });
    expect(await waiting(outbox)).toBe(2);
  });

  it('403 of a portal is no refusal of the centre', async () => {
    const { centre, push } = await ready(1);
    centre.faults = [() => json('<html>Login</html>', 403, 'text/html')];
    expect((await push()).failure).toEqual({ kind: 'unreachable' });
  });

  it.each([
    [429, '7', 7_000],
    [503, '99999', 3_600_000],
    [503, null, null],
    [429, 'Sun, 22 Nov 2026 08:00:00 GMT', null],
  ])('%i with Retry-After %s asks to wait %s ms', async (status, after, delayMs) => {
    const { centre, push } = await ready(1);
    centre.faults = [() => new Response('', { status, headers: after ? { 'retry-after': after } : {} })];
    expect((await push()).failure).toEqual({ kind: 'busy', delayMs });
  });
});

describe('413', () => {
  it('halves the batch until it passes', async () => {
    const { centre, outbox, push } = await ready(10);
    centre.always = (honest, request) => (request.records.length > 3 ? json('', 413) : honest());
    expect((await push()).failure).toBeNull();
    expect(await waiting(outbox)).toBe(0);
  });

  it('of one record alone parks that one, and no other waits for it', async () => {
    const { centre, outbox, push, pusher, time } = await ready(12);
    const bad = ids(await outbox.records.toArray())[5];
    const refuse: Fault = (honest, request) =>
      request.records.some(record => record.id === bad) ? json('', 413) : honest();
    centre.always = refuse;
    expect((await push()).failure).toBeNull();
    expect(ids(await outbox.records.toArray())).toEqual([bad]);
    const before = centre.pushes.length;
    await push();
    expect(centre.pushes).toHaveLength(before);
    time.pass(15 * 60_000);
    await push();
    expect(centre.pushes).toHaveLength(before + 1);
    centre.always = null;
    await push();
    expect(await waiting(outbox)).toBe(1);
    pusher.forgive();
    await push();
    expect(await waiting(outbox)).toBe(0);
  });
});

describe('500 and other rejections', () => {
  it.each([500, 400, 422])('%i caused by one record of many delays no other', async status => {
    const { centre, outbox, push } = await ready(30);
    const bad = ids(await outbox.records.toArray())[17];
    centre.always = (honest, request) =>
      request.records.some(record => record.id === bad) ? problem(status, 'server.failed') : honest();
    expect((await push()).failure).toBeNull();
    expect(ids(await outbox.records.toArray())).toEqual([bad]);
  });

  it('of everything blame the centre, not the records, and end the round soon', async () => {
    const { centre, outbox, push } = await ready(30);
    centre.always = () => problem(500, 'server.failed');
    expect(await push()).toEqual({ failure: { kind: 'unreachable' }, progressed: false });
    expect(centre.pushes.length).toBeLessThan(10);
    centre.always = null;
    expect((await push()).failure).toBeNull();
    expect(await waiting(outbox)).toBe(0);
  });
});

describe('a batch', () => {
  it('leaves shuffled: neither in order of capture nor of id, and another time otherwise', () => {
    const captured = Array.from({ length: 20 }, (_, n) => n);
    const [once, twice] = [shuffled(captured, chance(1)), shuffled(captured, chance(2))];
    expect(once).not.toEqual(captured);
    expect(twice).not.toEqual(once);
    expect([...once].sort((a, b) => a - b)).toEqual(captured);
  });

  it('is shuffled by chance as it goes out', async () => {
    const { centre, push } = await ready(30);
    await push();
    const order = centre.pushes[0]?.records.map(record => record.id) ?? [];
    expect(order).toHaveLength(30);
    expect(order).not.toEqual([...order].sort());
  });

  it('gives every place to every record alike', () => {
    const random = chance(3);
    const firsts = [0, 0, 0];
    for (let n = 0; n < 3000; n++) {
      const [first] = shuffled([0, 1, 2], random);
      firsts[first as number] = (firsts[first as number] ?? 0) + 1;
    }
    for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('holds at most 100 records', async () => {
    const { centre, push } = await ready(230);
    await push();
    expect(centre.pushes.map(each => each.records.length)).toEqual([100, 100, 30]);
  });

  it('never makes a body larger than the centre takes, nor an empty one', () => {
    const record = (bytes: number): RecordEnvelope => ({
      id: crypto.randomUUID(),
      kind: 'mark',
      bytes: 'A'.repeat(bytes),
      sha256: '0'.repeat(64),
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: PUSH_MAX_BYTES }), { minLength: 1, maxLength: 8 }),
        sizes => {
          const fit = fitting(sizes.map(record));
          expect(fit.length).toBeGreaterThan(0);
          if (fit.length > 1) expect(JSON.stringify(fit).length + 600).toBeLessThan(PUSH_MAX_BYTES);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is signed over its very bytes, without cookies, and never follows a portal', async () => {
    const { centre, outbox } = await ready(1);
    const asked: RequestInit[] = [];
    const exchange = createExchange({
      crypto,
      schedule: scheduleWithTimers,
      fetch: (input, init) => {
        asked.push(init ?? {});
        return centre.fetch(input, init);
      },
    });
    const identity = (await getLocal(outbox, 'identity')) as Identity;
    const req = crypto.randomUUID();
    const body = { req, records: [], counters: {} };
    expect(await exchange(identity, { path: '/api/v1/push', media: PUSH_MEDIA, body })).toMatchObject({
      kind: 'reply',
    });
    expect(asked[0]).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
    expect(identity.keys.privateKey.extractable).toBe(false);
  });
});
