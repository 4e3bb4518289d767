// A copied tablet: the centre tells the twins apart, one takes an identity of its own, and neither loses or doubles anything.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createOutbox, getLocal, type Outbox } from '../../src/device/store/outbox.ts';
import { readCounters } from '../../src/device/store/records.ts';
import { type FakeCentre, problem } from './fake-centre.ts';
import { type Bench, bench, EVENT, person, SESSION } from './fixture.ts';
import { ready, roadOf } from './ready.ts';

/** Another tablet with everything that this one holds at this moment, as a copied profile has it. */
async function copied(from: Outbox, centre: FakeCentre) {
  const on = bench(centre);
  const outbox = createOutbox({ indexedDB: on.indexedDB });
  for (const table of from.tables) await outbox.table(table.name).bulkPut(await table.toArray());
  return readyAgain(on);
}

/** On databases that are there already. */
async function readyAgain(on: Bench) {
  const tablet = on.open();
  await tablet.start();
  return { ...on, ...roadOf(on), tablet };
}

const deviceOf = async (outbox: Outbox) => (await getLocal(outbox, 'identity'))?.device;

async function twins() {
  const first = await ready(2);
  await first.push();
  const copy = await copied(first.outbox, first.centre);
  return { first, copy, centre: first.centre };
}

describe('of two twins', () => {
  it('the one that pushes second takes a new identity, and the records of both come home', async () => {
    const { first, copy, centre } = await twins();
    await first.tablet.mark(EVENT, SESSION, person(5), 'late');
    await copy.tablet.mark(EVENT, SESSION, person(6), 'sick');
    expect(await first.push()).toEqual({ failure: null, progressed: true });
    expect(await copy.push()).toEqual({ failure: null, progressed: true });
    expect(centre.forks).toHaveLength(1);
    expect(await deviceOf(copy.outbox)).not.toBe(await deviceOf(first.outbox));
    expect(centre.raw.size).toBe(4);
    expect([await first.outbox.records.count(), await copy.outbox.records.count()]).toEqual([0, 0]);
    await first.tablet.mark(EVENT, SESSION, person(7), 'late');
    await copy.tablet.mark(EVENT, SESSION, person(8), 'sick');
    expect([(await first.push()).failure, (await copy.push()).failure]).toEqual([null, null]);
    expect(centre.forks).toHaveLength(1);
  });

  it('what both still had to send is at the centre once', async () => {
    const first = await ready(1);
    await first.push();
    await first.tablet.mark(EVENT, SESSION, person(5), 'late');
    const copy = await copied(first.outbox, first.centre);
    await first.push();
    await copy.push();
    expect(first.centre.raw.size).toBe(2);
    expect(await copy.outbox.records.count()).toBe(0);
  });

  it('the new identity offers again what was acknowledged under the old one', async () => {
    const { first, copy } = await twins();
    await first.tablet.mark(EVENT, SESSION, person(5), 'late');
    await first.push();
    await copy.tablet.mark(EVENT, SESSION, person(6), 'sick');
    expect(await getLocal(copy.outbox, 'reoffer')).toBeUndefined();
    await copy.push();
    expect(await getLocal(copy.outbox, 'reoffer')).toEqual({ cursor: '' });
    expect(await readCounters(copy.outbox)).toMatchObject({ finalised: 3, acknowledged: 3 });
  });

  it('one whose reply was lost asks with the same keys again: no third identity is made', async () => {
    const { first, copy, centre } = await twins();
    await first.tablet.mark(EVENT, SESSION, person(5), 'late');
    await first.push();
    await copy.tablet.mark(EVENT, SESSION, person(6), 'sick');
    centre.forkFault = async honest => {
      await honest();
      throw new TypeError('Failed to fetch');
    };
    expect((await copy.push()).failure).toEqual({ kind: 'unreachable' });
    centre.forkFault = null;
    const restarted = await readyAgain(copy);
    expect((await restarted.push()).failure).toBeNull();
    const [lost, again] = centre.forks;
    expect(again?.public_key).toEqual(lost?.public_key);
    expect(await deviceOf(restarted.outbox)).toMatch(/d002$/);
    expect(await getLocal(restarted.outbox, 'fork')).toBeUndefined();
  });
});

describe('409 device.forked', () => {
  const forked = () => problem(409, 'device.forked');

  it('from a centre that then finds no copy changes nothing, and the records go on', async () => {
    const { centre, outbox, push } = await ready(2);
    const device = await deviceOf(outbox);
    centre.faults = [forked];
    expect(await push()).toEqual({ failure: null, progressed: true });
    expect(await deviceOf(outbox)).toBe(device);
    expect(await getLocal(outbox, 'fork')).toBeUndefined();
    expect(centre.raw.size).toBe(2);
  });

  it('again and again ends the round and keeps everything', async () => {
    const { centre, outbox, push } = await ready(2);
    centre.always = forked;
    expect(await push()).toEqual({ failure: { kind: 'unreachable' }, progressed: false });
    expect(centre.pushes.length).toBeLessThan(5);
    expect(await outbox.records.count()).toBe(2);
  });

  it('of a portal is no word of the centre', async () => {
    const { centre, push } = await ready(1);
    centre.faults = [() => new Response('{"code":"device.forked"}', { status: 409 })];
    await push();
    expect(centre.forks).toHaveLength(0);
  });

  it.each([
    ['refuses', () => problem(403, 'device.lost'), 'refused'],
    ['breaks', () => problem(500, 'server.failed'), 'unreachable'],
    ['answers with something else', () => new Response('{}'), 'unreachable'],
  ])('with a centre that %s at the question for an identity keeps the old one', async (_, fault, kind) => {
    const { centre, outbox, push } = await ready(1);
    const device = await deviceOf(outbox);
    centre.faults = [forked];
    centre.forkFault = fault;
    expect((await push()).failure).toMatchObject({ kind });
    expect(await deviceOf(outbox)).toBe(device);
    expect(await outbox.records.count()).toBe(1);
  });

  it('while somebody enrols this device anew leaves that identity alone', async () => {
    const { centre, outbox, push, tablet } = await ready(1);
    centre.faults = [forked];
    centre.forkFault = async honest => {
      centre.nonces.set((await deviceOf(outbox)) ?? '', 'of another');
      const reply = await honest();
      await tablet.enrol('ABCDEFGH');
      return reply;
    };
    await push();
    expect(await deviceOf(outbox)).toMatch(/d003$/);
  });
});
