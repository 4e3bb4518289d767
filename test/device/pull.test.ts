// Reference data comes down whole or not at all, and goes only where the centre says so.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { createOutbox, getLocal, type Identity } from '../../src/device/store/outbox.ts';
import { createReference, readRows } from '../../src/device/store/reference.ts';
import { basisOf, readCursors, wipeReference } from '../../src/device/store/snapshots.ts';
import { createExchange } from '../../src/device/sync/exchange.ts';
import { pullAll } from '../../src/device/sync/pull.ts';
import { PULL_MEDIA } from '../../src/protocol/limits.ts';
import { json, problem, scope, sealingKey } from './fake-centre.ts';
import { bench, EVENT, enrolled, kioskDraft, person, SESSION, survey } from './fixture.ts';

async function ready() {
  const on = bench();
  const tablet = await enrolled(on);
  const outbox = createOutbox({ indexedDB: on.indexedDB });
  const reference = createReference({ indexedDB: on.indexedDB });
  const exchange = createExchange({ fetch: on.centre.fetch, crypto, schedule: on.time.schedule });
  const identity = (await getLocal(outbox, 'identity')) as Identity;
  on.centre.pulls = [];
  const repull = (as: Identity) =>
    pullAll({ outbox, reference, exchange, crypto, newId: () => crypto.randomUUID() }, as);
  const pull = () => repull(identity);
  const cursors = () => readCursors(reference, basisOf(identity.device, 'epoch-1'));
  const names = async (): Promise<string[]> =>
    (await readRows(reference, 'unit')).map(unit => unit.name).sort();
  return { ...on, tablet, outbox, reference, pull, repull, names, cursors };
}

const unit = (id: string, name = id) => ({ kind: 'unit' as const, id, body: { id, parent_id: null, name } });
const gone = (id: string) => ({ kind: 'unit' as const, id, body: null });

it('asks page by page until there is no more, each from where the last one ended', async () => {
  const { centre, pull, names } = await ready();
  centre.pages = [
    { more: true, scopes: [scope('public', '1', [unit('a')])] },
    { more: true, scopes: [scope('public', '2', [unit('b')])] },
    { more: false, scopes: [scope('public', '3', [unit('c')])] },
  ];
  expect(await pull()).toBeNull();
  expect(await names()).toEqual(['a', 'b', 'c']);
  expect(centre.pulls.map(each => each.scopes)).toEqual([
    [],
    [{ scope: 'public', cursor: '1' }],
    [{ scope: 'public', cursor: '2' }],
  ]);
});

it('goes on after an interruption where the last whole page ended', async () => {
  const { centre, pull, names } = await ready();
  centre.pages = [{ more: true, scopes: [scope('public', '1', [unit('a')])] }];
  const pages = [...centre.pages];
  centre.pullFault = () => {
    const page = pages.shift();
    const req = centre.pulls.at(-1)?.req;
    return page
      ? json({ req, epoch: 'epoch-1', server_time: '', ...page }, 200, PULL_MEDIA)
      : Promise.reject(new TypeError('Failed to fetch'));
  };
  expect(await pull()).toEqual({ kind: 'unreachable' });
  expect(await names()).toEqual(['a']);
  centre.pullFault = null;
  centre.pages = [{ scopes: [scope('public', '2', [unit('b')])] }];
  await pull();
  expect(centre.pulls.at(-1)?.scopes).toEqual([{ scope: 'public', cursor: '1' }]);
  expect(await names()).toEqual(['a', 'b']);
});

it('changes and tombstones are applied, the last of a page wins', async () => {
  const { centre, pull, names } = await ready();
  centre.pages = [{ scopes: [scope('public', '1', [unit('a'), unit('b'), unit('c')])] }];
  await pull();
  centre.pages = [
    {
      scopes: [
        scope('public', '2', [unit('a', 'a2'), gone('b'), gone('never seen'), gone('c'), unit('c', 'c2')]),
      ],
    },
  ];
  await pull();
  expect(await names()).toEqual(['a2', 'c2']);
});

it('fault: checkpoint saved before data (pouchdb#1240, rxdb#5571): rows and cursor are saved together or not at all', async () => {
  const { centre, pull, names, reference, cursors } = await ready();
  centre.pages = [{ scopes: [scope('public', '1', [unit('a')])] }];
  await pull();
  // Cannot be stored: the transaction must take the cursor of the other scope back as well.
  const stuck = () => Promise.reject(new Error('crash'));
  reference.use({
    stack: 'dbcore',
    name: 'crash',
    create: core => ({
      ...core,
      table: name => {
        const table = core.table(name);
        return name === 'snapshots'
          ? { ...table, mutate: request => (request.type === 'put' ? stuck() : table.mutate(request)) }
          : table;
      },
    }),
  });
  reference.close({ disableAutoOpen: false });
  centre.pages = [{ scopes: [scope('public', '2', [unit('b')])] }];
  await expect(pull()).rejects.toThrow('crash');
  reference.unuse({ stack: 'dbcore', name: 'crash' });
  reference.close({ disableAutoOpen: false });
  expect(await names()).toEqual(['a']);
  expect(await cursors()).toMatchObject([{ cursor: '1' }]);
});

it('a scope that was left loses its rows, never drafts or what waits to be sent', async () => {
  const { centre, pull, names, tablet, outbox, cursors } = await ready();
  centre.always = () => problem(403, 'device.retired');
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  await tablet.saveDraft(kioskDraft());
  centre.pages = [{ scopes: [scope('public', '1', [unit('a')]), scope('unit:1', '1', [unit('b')])] }];
  await pull();
  expect(await names()).toEqual(['a', 'b']);
  centre.pages = [{ scopes: [scope('public', '1', [])] }];
  await pull();
  expect(await names()).toEqual(['a']);
  expect(await cursors()).toHaveLength(1);
  expect(await outbox.records.count()).toBe(1);
  expect(await tablet.draft('kiosk')).not.toBeNull();
});

it('a thing that moved to another scope is there once, whichever page comes first', async () => {
  const { centre, pull, names } = await ready();
  centre.pages = [{ scopes: [scope('unit:1', '1', [unit('a')]), scope('unit:2', '1', [])] }];
  await pull();
  centre.pages = [{ scopes: [scope('unit:1', '1', []), scope('unit:2', '2', [unit('a')])] }];
  await pull();
  expect(await names()).toEqual(['a']);
  centre.pages = [{ scopes: [scope('unit:1', '2', [gone('a')]), scope('unit:2', '2', [])] }];
  await pull();
  expect(await names()).toEqual(['a']);
});

it('a thing that moves to a scope whose page is still to come stays until then, and what is really gone goes then', async () => {
  const { centre, pull, names, reference } = await ready();
  const [part, whole] = [
    { refetch: false, whole: false },
    { refetch: false, whole: true },
  ];
  centre.pages = [
    { scopes: [scope('unit:2', '2', [unit('a'), unit('b')], whole), scope('unit:1', '', [], whole)] },
  ];
  await pull();
  const shown: string[][] = [];
  const pages = [
    {
      more: true,
      scopes: [scope('unit:2', '4', [gone('a'), gone('b')], whole), scope('unit:1', '', [], part)],
    },
    {
      more: true,
      scopes: [scope('unit:2', '4', [], whole), scope('unit:1', '1', [unit('a', 'moved')], part)],
    },
    { more: false, scopes: [scope('unit:2', '4', [], whole), scope('unit:1', '2', [], whole)] },
  ];
  centre.pullFault = async () => {
    shown.push(await names());
    const { req } = centre.pulls.at(-1) ?? {};
    return json({ req, epoch: 'epoch-1', server_time: '', ...pages.shift() }, 200, PULL_MEDIA);
  };
  expect(await pull()).toBeNull();
  expect(shown).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['b', 'moved'],
  ]);
  expect(await names()).toEqual(['moved']);
  expect(await reference.rows.count()).toBe(1);
});

it('another epoch starts over: nothing is missing meanwhile, and nothing stale afterwards', async () => {
  const { centre, pull, names, outbox } = await ready();
  centre.pages = [{ scopes: [scope('public', '7', [unit('stale'), unit('kept')])] }];
  await pull();
  centre.epoch = 'epoch-2';
  const pages = [
    // Of a centre that did not look at the cursors: not to be trusted.
    { scopes: [scope('public', '9', [unit('tail')])] },
    { more: true, scopes: [scope('public', '1', [unit('kept', 'kept again')])] },
    { more: false, scopes: [scope('public', '2', [unit('new')])] },
  ];
  const shown: string[][] = [];
  centre.pullFault = async () => {
    shown.push(await names());
    const { req } = centre.pulls.at(-1) ?? {};
    return json({ req, epoch: 'epoch-2', server_time: '', more: false, ...pages.shift() }, 200, PULL_MEDIA);
  };
  expect(await pull()).toBeNull();
  expect(centre.pulls.slice(1).map(each => each.scopes)).toEqual([
    [{ scope: 'public', cursor: '7' }],
    [{ scope: 'public', cursor: '' }],
    [{ scope: 'public', cursor: '1' }],
  ]);
  expect(shown).toEqual([
    ['kept', 'stale'],
    ['kept', 'stale'],
    ['kept', 'stale'],
  ]);
  expect(await names()).toEqual(['kept again', 'new']);
  expect(await getLocal(outbox, 'epoch')).toBe('epoch-2');
});

it('a centre whose epoch never rests is left alone', async () => {
  const { centre, pull } = await ready();
  let n = 0;
  centre.pullFault = () => {
    const { req } = centre.pulls.at(-1) ?? {};
    return json({ req, epoch: `epoch-${n++}-`, server_time: '', more: false, scopes: [] }, 200, PULL_MEDIA);
  };
  expect(await pull()).toEqual({ kind: 'unreachable' });
});

it.each([
  ['HTML', () => json('<html>', 200, 'text/html')],
  ['another echo', () => json({ req: 'x', epoch: 'epoch-1', more: false, scopes: [] }, 200, PULL_MEDIA)],
])('%s in place of a page changes nothing', async (_, fault) => {
  const { centre, pull, names } = await ready();
  centre.pages = [{ scopes: [scope('public', '1', [unit('a')])] }];
  await pull();
  centre.pullFault = fault;
  expect(await pull()).toEqual({ kind: 'unreachable' });
  expect(await names()).toEqual(['a']);
});

it.each([
  ['no scopes', { scopes: undefined }],
  ['a scope without cursor', { scopes: [{ scope: 'public', rows: [] }] }],
  [
    'a row of an unknown kind',
    { scopes: [{ scope: 'public', cursor: '2', rows: [{ ...unit('b'), kind: 'x' }] }] },
  ],
  ['a scope said twice', { scopes: [scope('public', '2', []), scope('public', '3', [])] }],
  ['a row that is none', { scopes: [{ scope: 'public', cursor: '2', rows: [null] }] }],
  ['more to come where nothing moved', { more: true, scopes: [scope('public', '1', [])] }],
])('a page with %s changes nothing', async (_, page) => {
  const { centre, pull, names, cursors } = await ready();
  centre.pages = [{ scopes: [scope('public', '1', [unit('a')])] }];
  await pull();
  centre.pages = [page as never];
  expect(await pull()).toEqual({ kind: 'unreachable' });
  expect(await names()).toEqual(['a']);
  expect(await cursors()).toMatchObject([{ cursor: '1' }]);
});

it('knows after a pull whether this tablet holds a demonstration', async () => {
  const { centre, pull, open } = await ready();
  const event = { id: EVENT, name: 'Contoh', demonstration: true, survey: { code: survey.code, version: 2 } };
  centre.pages = [{ scopes: [scope('unit:1', '1', [{ kind: 'event', id: EVENT, body: event }])] }];
  await pull();
  expect(await open().start()).toMatchObject({ value: { demonstration: true } });
  centre.pages = [{ scopes: [scope('unit:1', '2', [{ kind: 'event', id: EVENT, body: null }])] }];
  await pull();
  expect(await open().start()).toMatchObject({ value: { demonstration: false } });
});

it('tells with every page what was ever finished here and acknowledged', async () => {
  const { centre, pull, tablet } = await ready();
  centre.always = () => problem(503, 'server.failed');
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  await pull();
  expect(centre.pulls.at(-1)?.counters).toEqual({ finalised: 1, acknowledged: 0 });
});

it('what is finished next is sealed to the key that the last page named; a page without one changes nothing', async () => {
  const { centre, pull, outbox } = await ready();
  const { key_id, public_key } = sealingKey();
  centre.pages = [{ key: { key_id, public_key }, scopes: [] }];
  expect(await pull()).toBeNull();
  expect(await getLocal(outbox, 'centre_key')).toEqual({ key_id, public_key });
  centre.pages = [{ scopes: [] }, { key: 'HTML' as never, scopes: [] }];
  await pull();
  await pull();
  expect(await getLocal(outbox, 'centre_key')).toEqual({ key_id, public_key });
});

const whole = { refetch: false, whole: true };
const part = { refetch: false, whole: false };
const refetch = { refetch: true, whole: false };

describe('a scope to be fetched anew', () => {
  it('is shown as it was until all of the new snapshot is here, then as the new one, and nothing of the old stays', async () => {
    const { centre, pull, names, reference, cursors } = await ready();
    centre.pages = [{ scopes: [scope('public', '9', [unit('a', 'old'), unit('stale')], whole)] }];
    await pull();
    const pages = [
      { more: true, scopes: [scope('public', '', [], refetch)] },
      { more: true, scopes: [scope('public', '1', [unit('a', 'new')], part)] },
    ];
    // The signal is lost in mid-way.
    centre.pullFault = () => {
      const page = pages.shift();
      const req = centre.pulls.at(-1)?.req;
      return page
        ? json({ req, epoch: 'epoch-1', server_time: '', ...page }, 200, PULL_MEDIA)
        : Promise.reject(new TypeError('Failed to fetch'));
    };
    expect(await pull()).toEqual({ kind: 'unreachable' });
    expect(await names()).toEqual(['old', 'stale']);
    expect(await cursors()).toEqual([{ scope: 'public', cursor: '1' }]);
    centre.pullFault = null;
    centre.pages = [{ scopes: [scope('public', '2', [unit('b')], whole)] }];
    expect(await pull()).toBeNull();
    expect(centre.pulls.map(each => each.scopes.map(({ cursor }) => cursor))).toEqual([
      [],
      ['9'],
      [''],
      ['1'],
      ['1'],
    ]);
    expect(await names()).toEqual(['b', 'new']);
    expect(await reference.rows.count()).toBe(2);
    expect(await reference.snapshots.count()).toBe(1);
  });

  it('waits with the others until all are whole: what moved between them is never in neither', async () => {
    const { centre, pull, names } = await ready();
    centre.pages = [
      { scopes: [scope('unit:1', '5', [unit('a')], whole), scope('unit:2', '5', [unit('b')], whole)] },
    ];
    await pull();
    const shown: string[][] = [];
    const pages = [
      { more: true, scopes: [scope('unit:1', '', [], refetch), scope('unit:2', '', [], refetch)] },
      { more: true, scopes: [scope('unit:1', '1', [unit('c')], whole), scope('unit:2', '', [], part)] },
      { more: false, scopes: [scope('unit:1', '1', [], whole), scope('unit:2', '1', [unit('a')], whole)] },
    ];
    centre.pullFault = async () => {
      shown.push(await names());
      const { req } = centre.pulls.at(-1) ?? {};
      return json({ req, epoch: 'epoch-1', server_time: '', ...pages.shift() }, 200, PULL_MEDIA);
    };
    expect(await pull()).toBeNull();
    expect(shown).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(await names()).toEqual(['a', 'c']);
  });

  it('again and again is left alone', async () => {
    const { centre, pull, names } = await ready();
    centre.pages = [{ scopes: [scope('public', '1', [unit('a')], whole)] }];
    await pull();
    centre.pages = Array.from({ length: 9 }, () => ({
      more: true,
      scopes: [scope('public', '', [], refetch)],
    }));
    expect(await pull()).toEqual({ kind: 'unreachable' });
    expect(centre.pages.length).toBeGreaterThan(5);
    expect(await names()).toEqual(['a']);
  });

  it('is one under a new identity too, beside what the old one saw', async () => {
    const { centre, pull, names, tablet, outbox, repull } = await ready();
    centre.pages = [{ scopes: [scope('unit:1', '7', [unit('a')], whole)] }];
    await pull();
    centre.always = () => problem(503, 'server.failed');
    await tablet.enrol('ABCD-EFGH');
    centre.pulls = [];
    centre.pages = [{ scopes: [scope('unit:2', '1', [unit('b')], whole)] }];
    await repull((await getLocal(outbox, 'identity')) as Identity);
    expect(centre.pulls[0]?.scopes).toEqual([{ scope: 'unit:1', cursor: '' }]);
    expect(await names()).toEqual(['b']);
  });
});

it('a page that another tab’s pull has overtaken is not saved over it', async () => {
  const { centre, pull, names, cursors } = await ready();
  centre.pages = [{ scopes: [scope('public', '7', [unit('a'), unit('b')], whole)] }];
  await pull();
  const slow = json(
    { epoch: 'epoch-1', server_time: '', more: false, scopes: [scope('public', '8', [unit('c')], whole)] },
    200,
    PULL_MEDIA,
  );
  centre.pullFault = async () => {
    centre.pullFault = null;
    const { req } = centre.pulls.at(-1) ?? {};
    // Meanwhile the other tab was told to begin anew, and has come to the first page.
    centre.pages = [
      { more: true, scopes: [scope('public', '', [], refetch)] },
      { more: true, scopes: [scope('public', '1', [unit('a')], part)] },
      { more: true, scopes: [scope('public', '1', [], part)] },
    ];
    await pull();
    centre.pullFault = () => Promise.reject(new TypeError('Failed to fetch'));
    return json({ ...((await slow.json()) as object), req }, 200, PULL_MEDIA);
  };
  centre.pages = [];
  await pull();
  expect(await names()).toEqual(['a', 'b']);
  expect(await cursors()).toEqual([{ scope: 'public', cursor: '1' }]);
});

it('what a retired or lost device may not see any more it does not keep, and says nothing of what it captured', async () => {
  const { reference, pull, names, centre, tablet, outbox } = await ready();
  centre.pages = [{ scopes: [scope('public', '1', [unit('a')], whole)] }];
  await pull();
  centre.always = () => problem(503, 'server.failed');
  await tablet.mark(EVENT, SESSION, person(1), 'present');
  await wipeReference(reference);
  expect(await names()).toEqual([]);
  expect(await outbox.records.count()).toBe(1);
  centre.pages = [{ scopes: [scope('public', '1', [unit('a')], whole)] }];
  await pull();
  expect(centre.pulls.at(-1)?.scopes).toEqual([]);
  expect(await names()).toEqual(['a']);
});

it('the database of the first builds goes once this one has all', async () => {
  const { centre, pull, indexedDB } = await ready();
  const older = new Dexie('lembar-reference', { indexedDB });
  older.version(1).stores({ rows: 'id' });
  await older.open();
  older.close();
  centre.pages = [{ scopes: [] }];
  await pull();
  await vi.waitFor(async () =>
    expect((await indexedDB.databases()).map(each => each.name)).not.toContain('lembar-reference'),
  );
});
