// Acknowledged bytes stay for thirty days that really passed, in case that the centre is restored from an older copy.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { getLocal, putLocal } from '../../src/device/store/outbox.ts';
import { acknowledge } from '../../src/device/store/records.ts';
import { EVENT, person, SESSION } from './fixture.ts';
import { ready } from './ready.ts';

const DAY = 24 * 3600_000;
const YEAR = 365 * DAY;

/** A tablet with one acknowledged record, and contacts of one new record each at which both clocks have moved on. */
async function acknowledged() {
  const on = await ready(1);
  await on.push();
  const [oldest] = await on.outbox.sent.toCollection().primaryKeys();
  let n = 100;
  const contact = async (moved: { server: number; device: number }) => {
    on.centre.serverTime = new Date(Date.parse(on.centre.serverTime) + moved.server).toISOString();
    on.time.now += moved.device;
    await on.tablet.mark(EVENT, SESSION, person(n++), 'late');
    await on.push();
  };
  const isKept = async () => (await on.outbox.sent.get(oldest ?? '')) !== undefined;
  return { ...on, contact, isKept };
}

it('goes when thirty days have passed by the centre and by this clock, and not before', async () => {
  const { contact, isKept } = await acknowledged();
  for (let day = 1; day <= 30; day++) {
    await contact({ server: DAY, device: DAY });
    expect(await isKept()).toBe(true);
  }
  await contact({ server: DAY, device: DAY });
  expect(await isKept()).toBe(false);
});

it.each<[string, { server: number; device: number }[]]>([
  ['the clock of the centre jumps by years', [{ server: 10 * YEAR, device: DAY }]],
  ['this clock jumps by years', [{ server: DAY, device: 10 * YEAR }]],
  ['both jump by years at once', [{ server: 10 * YEAR, device: 10 * YEAR }]],
  [
    'the clock of the centre goes to and fro',
    Array.from({ length: 20 }, (_, n) => ({ server: n % 2 ? -10 * YEAR : 10 * YEAR, device: 3600_000 })),
  ],
  [
    'this clock goes to and fro',
    Array.from({ length: 20 }, (_, n) => ({ server: 3600_000, device: n % 2 ? -10 * YEAR : 10 * YEAR })),
  ],
])('stays where %s', async (_, moves) => {
  const { contact, isKept } = await acknowledged();
  for (const moved of moves) await contact(moved);
  await contact({ server: DAY, device: DAY });
  expect(await isKept()).toBe(true);
});

it('stays as long as it has still to be offered again', async () => {
  const { outbox, contact, isKept } = await acknowledged();
  await putLocal(outbox, 'reoffer', { cursor: '' });
  for (let week = 0; week < 6; week++) await contact({ server: 7 * DAY, device: 7 * DAY });
  expect(await isKept()).toBe(true);
  await outbox.local.delete('reoffer');
  await contact({ server: DAY, device: DAY });
  expect(await isKept()).toBe(false);
});

it('of the first builds, which kept no age with it, stays thirty days more', async () => {
  const { outbox, contact, isKept } = await acknowledged();
  await outbox.sent.toCollection().modify(row => {
    delete row.kept_since;
  });
  await contact({ server: 29 * DAY, device: 29 * DAY });
  expect(await isKept()).toBe(true);
});

it('of a centre whose time cannot be read grows no older', async () => {
  const { outbox } = await ready(0);
  const receipt = { acknowledgements: [], pair: { nonce: 'a', next: 'b' }, deviceTime: 0 };
  for (const serverTime of ['2026-11-23T05:00:00.000Z', '', 'yesterday', '9999-99-99'])
    await acknowledge(outbox, { ...receipt, serverTime });
  expect(await getLocal(outbox, 'age')).toMatchObject({ elapsedMs: 0 });
});
