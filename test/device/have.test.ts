// After a restore of the centre, or under a new identity: what was lost there is sent again, and nothing else is.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { getLocal, type Outbox, putLocal } from '../../src/device/store/outbox.ts';
import { readCounters, readEventCounts } from '../../src/device/store/records.ts';
import { nextOffer, type Offer, settleOffer } from '../../src/device/store/reoffer.ts';
import { HAVE_MAX_RECORDS } from '../../src/protocol/limits.ts';
import { type FakeCentre, json, problem } from './fake-centre.ts';
import { EVENT, person, SESSION, seen } from './fixture.ts';
import { ready, roadOf } from './ready.ts';

/** Three records acknowledged; then the centre comes back from a copy that holds `held` of them. */
async function restored(held: number) {
  const on = await ready(3);
  await on.push();
  restore(on.centre, held, 'epoch-2');
  await on.tablet.mark(EVENT, SESSION, person(8), 'late');
  on.centre.pushes = [];
  await on.push();
  return on;
}

function restore(centre: FakeCentre, held: number, epoch: string): void {
  centre.raw = new Map([...centre.raw].slice(0, held));
  centre.nonces.clear();
  centre.epoch = epoch;
}

const sentAgain = (centre: FakeCentre): number =>
  centre.pushes.slice(1).reduce((sum, push) => sum + push.records.length, 0);

describe('a restored centre', () => {
  it.each([0, 1, 3])('that held %i of 3 is sent the others again, and only those', async held => {
    const { centre, outbox, push, reoffer } = await restored(held);
    expect(await reoffer()).toBeNull();
    expect(await outbox.records.count()).toBe(3 - held);
    expect(await readCounters(outbox)).toMatchObject({ finalised: 4, acknowledged: 1 + held });
    expect((await readEventCounts(outbox, EVENT)).received.records).toBe(1 + held);
    await push();
    expect(sentAgain(centre)).toBe(3 - held);
    expect(centre.raw.size).toBe(4);
    expect(await readCounters(outbox)).toMatchObject({ finalised: 4, acknowledged: 4 });
    expect((await readEventCounts(outbox, EVENT)).received.records).toBe(4);
    expect(await getLocal(outbox, 'reoffer')).toBeUndefined();
    await reoffer();
    expect(centre.haves).toHaveLength(1);
  });

  it('that holds other bytes under an id is sent ours', async () => {
    const { centre, outbox, reoffer } = await restored(3);
    const [first] = centre.raw.values();
    if (first) centre.raw.set(first.id, { ...first, sha256: '0'.repeat(64) });
    await reoffer();
    expect(await outbox.records.toCollection().primaryKeys()).toEqual([first?.id]);
  });

  it.each<[string, (honest: () => Response) => Response | Promise<Response>]>([
    ['the network fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'the reply is lost',
      honest => {
        honest();
        throw new TypeError('Failed to fetch');
      },
    ],
    ['a portal answers', () => json('<html>', 200, 'text/html')],
    ['what is missing is no list', async honest => json({ ...(await honest().json()), missing: 'none' })],
    ['it breaks', () => problem(500, 'server.failed')],
    ['a portal knows no such page', () => json('<html>', 404, 'text/html')],
  ])('whose answer does not count (%s) is asked again later', async (_, fault) => {
    const on = await restored(1);
    on.centre.haveFault = fault;
    await on.reoffer();
    expect(await on.outbox.records.count()).toBe(0);
    expect(await getLocal(on.outbox, 'reoffer')).toEqual({ cursor: '' });
    on.centre.haveFault = null;
    await roadOf(on).reoffer();
    expect(await on.outbox.records.count()).toBe(2);
  });

  it('that does not know the question is sent everything again', async () => {
    const { centre, outbox, reoffer } = await restored(1);
    centre.haveFault = () => problem(404, 'request.not_found');
    await reoffer();
    expect(await outbox.records.count()).toBe(4);
    expect(await getLocal(outbox, 'reoffer')).toBeUndefined();
  });

  it('that speaks of records which it was not asked about moves none of them', async () => {
    const { centre, outbox, reoffer } = await restored(3);
    centre.haveFault = async honest =>
      json(
        { ...(await honest().json()), missing: [crypto.randomUUID()] },
        200,
        'application/vnd.lembar.have+json',
      );
    await reoffer();
    expect(await outbox.records.count()).toBe(0);
    expect(await outbox.sent.count()).toBe(4);
  });

  it('restored once more in the middle of it is asked from the start', async () => {
    const { centre, outbox, reoffer } = await restored(3);
    centre.haveFault = honest => {
      restore(centre, 0, 'epoch-3');
      centre.haveFault = null;
      return honest();
    };
    expect(await reoffer()).toBeNull();
    expect(await getLocal(outbox, 'reoffer')).toEqual({ cursor: '' });
    expect(await getLocal(outbox, 'epoch')).toBe('epoch-3');
    await reoffer();
    expect(await outbox.records.count()).toBe(4);
  });
});

it('within one epoch and identity an acknowledged record is never asked about nor sent again', async () => {
  const { centre, push, reoffer, tablet } = await ready(2);
  for (const n of [3, 4]) {
    await push();
    await reoffer();
    await tablet.mark(EVENT, SESSION, person(n), 'late');
  }
  await push();
  expect(centre.haves).toHaveLength(0);
  const sent = centre.pushes.flatMap(each => each.records.map(record => record.id));
  expect(new Set(sent).size).toBe(sent.length);
});

describe('with more than one page', () => {
  const MANY = HAVE_MAX_RECORDS * 2 + 5;

  /** As if acknowledged long ago. */
  async function plant(outbox: Outbox): Promise<void> {
    const rows = Array.from({ length: MANY }, () => {
      const record = { id: crypto.randomUUID(), kind: 'mark', bytes: '', sha256: '0'.repeat(64) };
      return {
        id: record.id,
        record,
        result: 'stored' as const,
        reason: null,
        acknowledged_on: '2026-11-01',
      };
    });
    await outbox.sent.bulkPut(rows);
    await putLocal(outbox, 'counters', { finalised: MANY, acknowledged: MANY, quarantined: 0 });
    await putLocal(outbox, 'reoffer', { cursor: '' });
  }

  it('goes on after a crash where its last whole page ended', async () => {
    const on = await ready(0);
    const { centre, outbox } = on;
    await plant(outbox);
    centre.haveFault = honest => {
      if (centre.haves.length === 2) throw new TypeError('Failed to fetch');
      return honest();
    };
    expect(await on.reoffer()).toEqual({ kind: 'unreachable' });
    centre.haveFault = null;
    await roadOf(on).reoffer();
    expect(centre.haves.map(each => each.records.length)).toEqual([1000, 1000, 1000, 5]);
    const asked = [0, 2, 3].flatMap(n => centre.haves[n]?.records.map(record => record.id) ?? []);
    expect(new Set(asked).size).toBe(MANY);
    expect(await outbox.records.count()).toBe(MANY);
    expect(await readCounters(outbox)).toMatchObject({ acknowledged: 0 });
  });
});

it('the whole talk with a restored centre brings everything home by itself', async () => {
  const { centre, tablet, time } = await ready(3);
  tablet.sync.now();
  await seen(tablet.sync.status(), status => status.pending === 0 && status.state.kind === 'idle');
  restore(centre, 0, 'epoch-2');
  // Nothing new is finished: it is the pull that tells of the other epoch.
  time.pass(15 * 60_000);
  await seen(tablet.sync.status(), status => status.state.kind === 'sending' || centre.raw.size === 3);
  await seen(tablet.sync.status(), status => status.state.kind === 'idle' && centre.raw.size === 3);
  expect(centre.raw.size).toBe(3);
});

it('an answer that comes after another tab has gone on, or after another restore, moves nothing', async () => {
  const { outbox } = await restored(0);
  const offer = await nextOffer(outbox, 2);
  const missing = new Set(offer?.records.map(record => record.id));
  const stale: Partial<Offer>[] = [{ epoch: 'epoch-1' }, { from: 'elsewhere' }];
  for (const change of stale) await settleOffer(outbox, { ...(offer as Offer), ...change }, missing);
  expect(await outbox.records.count()).toBe(0);
  expect(await getLocal(outbox, 'reoffer')).toEqual({ cursor: '' });
});
