// The PIN: slow to guess, through restarts and changed clocks, and never locked for ever.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createOutbox } from '../../src/device/store/outbox.ts';
import { bench } from './fixture.ts';

async function ready() {
  const on = bench();
  const tablet = on.open();
  await tablet.start();
  await tablet.setPin('4711');
  const wrong = async (times: number) => {
    let last = {};
    for (let n = 0; n < times; n++) last = await tablet.checkPin('0000');
    return last;
  };
  return { ...on, tablet, wrong };
}

it('the right one opens, a wrong one does not', async () => {
  const { tablet } = await ready();
  expect(await tablet.hasPin()).toBe(true);
  expect(await tablet.checkPin('4711')).toEqual({ ok: true });
  expect(await tablet.checkPin('4712')).toEqual({ ok: false, wait_ms: 0 });
});

it('none was set: nothing to ask for', async () => {
  const tablet = bench().open();
  await tablet.start();
  expect(await tablet.hasPin()).toBe(false);
  expect(await tablet.checkPin('1')).toEqual({ ok: true });
});

it('wrong tries make the next wait longer, up to a quarter of an hour', async () => {
  const { wrong, time } = await ready();
  expect(await wrong(2)).toEqual({ ok: false, wait_ms: 0 });
  for (const wait_ms of [30_000, 60_000, 300_000, 900_000, 900_000]) {
    expect(await wrong(1)).toEqual({ ok: false, wait_ms });
    time.pass(wait_ms);
  }
});

it('while it waits even the right one is not looked at, also after a restart', async () => {
  const { tablet, wrong, time, open } = await ready();
  await wrong(3);
  time.pass(10_000);
  expect(await tablet.checkPin('4711')).toEqual({ ok: false, wait_ms: 20_000 });
  tablet.close();
  const again = open();
  expect(await again.checkPin('4711')).toEqual({ ok: false, wait_ms: 20_000 });
  time.pass(20_000);
  expect(await again.checkPin('4711')).toEqual({ ok: true });
  expect(await again.checkPin('0000')).toEqual({ ok: false, wait_ms: 0 });
});

it('many tries at once are counted one by one', async () => {
  const { tablet } = await ready();
  const tries = await Promise.all(Array.from({ length: 8 }, () => tablet.checkPin('0000')));
  expect(tries.filter(each => !each.ok && each.wait_ms > 0).length).toBeGreaterThanOrEqual(6);
});

it('a clock set back ten years waits no longer than it would have', async () => {
  const { tablet, wrong, time } = await ready();
  await wrong(3);
  time.now -= 10 * 365 * 24 * 3600_000;
  expect(await tablet.checkPin('4711')).toEqual({ ok: false, wait_ms: 30_000 });
  time.pass(30_000);
  expect(await tablet.checkPin('4711')).toEqual({ ok: true });
});

it('is kept as a salted slow hash only', async () => {
  const { indexedDB } = await ready();
  const outbox = createOutbox({ indexedDB });
  const { value } = (await outbox.local.get('pin')) as { value: { iterations: number; salt: Uint8Array } };
  expect(value.iterations).toBeGreaterThanOrEqual(210_000);
  expect(value.salt).toHaveLength(16);
  expect(JSON.stringify(value)).not.toContain('4711');
});
