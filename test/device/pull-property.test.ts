// Whatever pulls, crashes, restores and moves come after another: a cursor means every row up to it, and no other's.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { createOutbox, type Identity, putLocal } from '../../src/device/store/outbox.ts';
import { createReference, type Reference, readRows } from '../../src/device/store/reference.ts';
import { wipeReference } from '../../src/device/store/snapshots.ts';
import type { Exchange } from '../../src/device/sync/exchange.ts';
import { pullAll } from '../../src/device/sync/pull.ts';
import type { PullRequest } from '../../src/protocol/pull.ts';
import { Feed } from './feed.ts';

const SCOPES = ['public', 'unit:1', 'unit:2'] as const;
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

type Step =
  | { do: 'put'; scope: string; id: string }
  | { do: 'remove'; scope: string; id: string }
  | { do: 'move'; from: string; to: string; id: string }
  | { do: 'see'; scopes: readonly string[] }
  | { do: 'forget'; scope: string }
  | { do: 'copy' }
  | { do: 'restore' }
  | { do: 'enrol' }
  | { do: 'wipe' }
  | { do: 'pull'; pages: number; fuse: number; pageRows: number };

const scope = fc.constantFrom(...SCOPES);
const id = fc.constantFrom(...IDS);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant('put' as const), scope, id }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), scope, id }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), from: scope, to: scope, id }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('see' as const), scopes: fc.subarray([...SCOPES]) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), scope }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('copy' as const, 'restore' as const, 'enrol' as const) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('wipe' as const) }) },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('pull' as const),
        pages: fc.integer({ min: 1, max: 8 }),
        // The storage operation at which the tab dies; mostly none.
        fuse: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 20 })),
        pageRows: fc.integer({ min: 1, max: 5 }),
      }),
    },
  ),
  { minLength: 4, maxLength: 40 },
);

class Device {
  feed = Object.assign(new Feed(), { visible: [...SCOPES] as string[] });
  #copy = new Map(this.feed.scopes);
  #number = 0;
  #fuse = -1;
  #pages = 0;
  #failures: string[] = [];
  /** Shown at the start of a pull, and what must therefore be shown after each of its pages. */
  #before = new Set<string>();
  readonly #factory = new IDBFactory();
  readonly outbox = createOutbox({ indexedDB: this.#factory });
  readonly reference = this.#open();

  #open(): Reference {
    const reference = createReference({ indexedDB: this.#factory });
    reference.use({
      stack: 'dbcore',
      name: 'fuse',
      create: core => ({
        ...core,
        table: name => {
          const table = core.table(name);
          return {
            ...table,
            mutate: request =>
              this.#fuse-- === 0 ? Promise.reject(new Error('crash')) : table.mutate(request),
          };
        },
      }),
    });
    return reference;
  }

  get #identity(): Identity {
    const device = `device-${this.#number}`;
    return { device, label: '', unit: { id: '', name: '' }, account: null, keys: {} as CryptoKeyPair };
  }

  async take(step: Step): Promise<void> {
    const { feed } = this;
    if (step.do === 'put') feed.put(step.scope, step.id);
    else if (step.do === 'remove') feed.remove(step.scope, step.id);
    else if (step.do === 'move') {
      if (feed.scope(step.from).rows.get(step.id)?.name == null || step.from === step.to) return;
      feed.remove(step.from, step.id);
      feed.put(step.to, step.id);
    } else if (step.do === 'see') feed.visible = [...step.scopes];
    else if (step.do === 'forget') feed.forget(step.scope);
    else if (step.do === 'copy') this.#copy = structuredClone(feed.scopes);
    else if (step.do === 'restore') feed.restore(this.#copy, `epoch-${++this.#number}`);
    else if (step.do === 'enrol') this.#number++;
    else if (step.do === 'wipe') await wipeReference(this.reference);
    else await this.pull(step);
    await this.check();
  }

  async pull(step: { pages: number; fuse: number; pageRows: number }): Promise<void> {
    this.feed.pageRows = step.pageRows;
    this.#pages = step.pages;
    this.#fuse = step.fuse;
    this.#before = await this.#namesStillToShow();
    const { outbox, reference } = this;
    const newId = () => crypto.randomUUID();
    await pullAll({ outbox, reference, exchange: this.#exchange, crypto, newId }, this.#identity).catch(
      error => expect(String(error)).toContain('crash'),
    );
    this.#fuse = -1;
    await this.#missing();
    expect(this.#failures).toEqual([]);
  }

  #exchange: Exchange = async (_, { body }) => {
    await this.#missing();
    if (this.#pages-- <= 0) return { kind: 'unreachable' };
    return { kind: 'reply', body: this.feed.answer(body as PullRequest) };
  };

  /** Of scopes that stay visible, and not gone by the centre's own word. */
  async #namesStillToShow(): Promise<Set<string>> {
    const { feed } = this;
    const there = new Set(
      feed.visible.flatMap(name => [...feed.scope(name).rows].flatMap(([id, row]) => (row.name ? id : []))),
    );
    const shown = new Map((await this.reference.shown.toArray()).map(row => [row.scope, row.generation]));
    const rows = await this.reference.rows.toArray();
    return new Set(
      rows
        .filter(row => shown.get(row.scope) === row.generation && feed.visible.includes(row.scope))
        .map(row => row.id)
        .filter(id => there.has(id)),
    );
  }

  async #missing(): Promise<void> {
    const shown = new Set((await readRows(this.reference, 'unit')).map(row => row.id));
    for (const id of this.#before) if (!shown.has(id)) this.#failures.push(`${id} has vanished`);
  }

  /** I5, scope by scope, of every snapshot whose cursor still means something to the centre. */
  async check(): Promise<void> {
    const [rows, snapshots, shown] = await Promise.all([
      this.reference.rows.toArray(),
      this.reference.snapshots.toArray(),
      this.reference.shown.toArray(),
    ]);
    const generations = new Set(snapshots.map(row => row.generation));
    expect(rows.filter(row => !generations.has(row.generation))).toEqual([]);
    expect(shown.filter(row => !generations.has(row.generation))).toEqual([]);
    for (const { scope, generation, basis, cursor } of snapshots) {
      const held = this.feed.scope(scope);
      if (!basis.endsWith(`/${this.feed.epoch}`) || Number(cursor) > held.version) continue;
      if (this.forgotten.has(scope)) continue;
      const names = new Map(
        rows
          .filter(row => row.scope === scope && row.generation === generation && !row.leaving)
          .map(row => [row.id, (row.body as { name: string }).name]),
      );
      for (const [id, { version, name }] of held.rows)
        if (version <= Number(cursor)) expect([scope, id, names.get(id) ?? null]).toEqual([scope, id, name]);
      for (const id of names.keys()) expect([...held.rows.keys()]).toContain(id);
    }
  }

  /** Scopes whose history was replaced without a word: until they are fetched anew, a cursor that fits proves nothing. */
  forgotten = new Set<string>();
}

afterEach(() => void vi.restoreAllMocks());

it('a cursor c means every visible row up to c and no other scope’s, nothing vanishes on the way, and in the end the replica agrees', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  await fc.assert(
    fc.asyncProperty(steps, async taken => {
      const device = new Device();
      for (const step of taken) {
        if (step.do === 'forget') device.forgotten.add(step.scope);
        await device.take(step);
      }
      // What forgot its history in silence is told of by another epoch, as a restore does.
      if (device.forgotten.size > 0) device.feed.restore(device.feed.scopes, 'epoch-last');
      device.forgotten.clear();
      await device.pull({ pages: 200, fuse: -1, pageRows: 2 });
      await device.check();
      await expectAgreement(device);
      device.reference.close();
      device.outbox.close();
    }),
    { numRuns: 120 },
  );
});

async function expectAgreement({ feed, reference }: Device): Promise<void> {
  const rows = await reference.rows.toArray();
  const held = rows.map(row => `${row.scope} ${(row.body as { name: string }).name}`).sort();
  const wanted = feed.visible.flatMap(scope =>
    [...feed.scope(scope).rows.values()].flatMap(({ name }) => (name === null ? [] : `${scope} ${name}`)),
  );
  expect(held).toEqual(wanted.sort());
  expect(rows.filter(row => row.leaving)).toEqual([]);
  expect((await reference.snapshots.toArray()).map(row => row.scope).sort()).toEqual(
    [...feed.visible].sort(),
  );
}

it('is told of, where the outbox knows another epoch than the rows', async () => {
  const device = new Device();
  device.feed.put('public', 'a');
  await device.pull({ pages: 9, fuse: -1, pageRows: 2 });
  await putLocal(device.outbox, 'epoch', 'epoch-elsewhere');
  await device.pull({ pages: 9, fuse: -1, pageRows: 2 });
  await expectAgreement(device);
});
