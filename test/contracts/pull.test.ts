// The pull as the device relies on it: its scopes and no others, every change once, tombstones, pages.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { observation } from '../../src/domain/instrument/shipped/observation.ts';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';
import type { FeedKind } from '../../src/protocol/feed.ts';
import { PULL_MEDIA, PULL_PAGE_ROWS } from '../../src/protocol/limits.ts';
import type { PullReply } from '../../src/protocol/pull.ts';
import { openDatabase, type Trx } from '../../src/server/store/database.ts';
import { accountScope, feedRows, publish, scopeVersions, unitScope } from '../../src/server/store/feed.ts';
import { publishAssignment } from '../../src/server/store/roster/assignments.ts';
import {
  ASSIGNMENT,
  addAccount,
  addPlan,
  addUnits,
  EVENT,
  openTestCentre,
  type TestCentre,
  UNIT,
} from '../server/test-centre.ts';
import { addDevice, surveyRecord, type TestDevice } from '../server/test-device.ts';

let centre: TestCentre;
let supervisor: Awaited<ReturnType<typeof addAccount>>;
beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  supervisor = await addAccount(centre.db, 'supervisor', UNIT.west);
  await addPlan(centre.db, supervisor.id);
});
afterEach(() => centre.close());

const put = (scope: string, id: string, body: object | null, kind: FeedKind = 'session') =>
  centre.db.transaction().execute(trx => publish(trx, scope, kind, id, body as never));

/** A replica as a device keeps it: everything pulled so far. */
function replica(device: TestDevice) {
  const rows = new Map<string, object>();
  let epoch = '';
  let cursors: { scope: string; cursor: string }[] = [];
  return {
    rows,
    forget: (change: { epoch?: string; cursor?: string }) => {
      epoch = change.epoch ?? epoch;
      cursors = cursors.map(({ scope, cursor }) => ({ scope, cursor: change.cursor ?? cursor }));
    },
    /** Pulls until nothing more is said; gives the pages. */
    async pull(): Promise<PullReply[]> {
      const pages: PullReply[] = [];
      for (;;) {
        const reply = await device.pull(epoch, cursors);
        expect(reply.statusCode).toBe(200);
        const page: PullReply = reply.json();
        epoch = page.epoch;
        cursors = page.scopes.map(({ scope, cursor }) => ({ scope, cursor }));
        for (const { scope, rows: changed } of page.scopes)
          for (const { kind, id, body } of changed)
            if (body) rows.set(`${scope}/${kind}/${id}`, body);
            else rows.delete(`${scope}/${kind}/${id}`);
        pages.push(page);
        if (!page.more) return pages;
      }
    },
  };
}

describe('what a device may see', () => {
  it('is, for a unit’s tablet, the public, its unit and all below, and nothing else', async () => {
    for (const unit of Object.values(UNIT)) await put(unitScope(unit), randomUUID(), { of: unit });
    await put(accountScope(supervisor.id), randomUUID(), {}, 'assignment');
    const [page] = await replica(await addDevice(centre, UNIT.west)).pull();
    const scopes = page?.scopes.map(({ scope }) => scope).sort();
    expect(scopes).toEqual(['public', unitScope(UNIT.west), unitScope(UNIT.westOffice)].sort());
    const kinds = page?.scopes.find(({ scope }) => scope === 'public')?.rows.map(row => row.kind);
    expect(new Set(kinds)).toEqual(new Set(['unit', 'instrument']));
  });

  it('is, for a supervisor’s phone, instruments and own assignments', async () => {
    await put(unitScope(UNIT.west), randomUUID(), {});
    const stranger = await addAccount(centre.db, 'supervisor', UNIT.west);
    await put(accountScope(stranger.id), randomUUID(), {}, 'assignment');
    await centre.db.transaction().execute(trx => publishAssignment(trx, ASSIGNMENT));
    const phone = replica(await addDevice(centre, UNIT.west, supervisor.id));
    await phone.pull();
    expect([...phone.rows.keys()].sort()).toEqual([
      `account:${supervisor.id}/assignment/${ASSIGNMENT}`,
      'public/instrument/observasi@1',
      'public/instrument/skm9@1',
    ]);
  });

  it('is no assignment any more once the supervisor’s account is closed', async () => {
    await centre.db.updateTable('account').set({ active: 0 }).where('id', '=', supervisor.id).execute();
    const [page] = await replica(await addDevice(centre, UNIT.west, supervisor.id)).pull();
    expect(page?.scopes.map(({ scope }) => scope)).toEqual(['public']);
  });
});

describe('what is told', () => {
  const scope = unitScope(UNIT.west);
  const of = (device: ReturnType<typeof replica>) =>
    Object.fromEntries(
      [...device.rows]
        .filter(([key]) => key.startsWith(scope))
        .map(([key, body]) => [key.split('/')[2], body]),
    );

  it('is each change once, the newest body, and a tombstone for what is gone', async () => {
    const tablet = replica(await addDevice(centre, UNIT.west));
    await put(scope, 'a', { v: 1 });
    await put(scope, 'b', { v: 1 });
    await tablet.pull();
    await put(scope, 'a', { v: 2 });
    await put(scope, 'a', { v: 3 });
    await put(scope, 'b', null);
    const [page] = await tablet.pull();
    expect(page?.scopes.find(one => one.scope === scope)?.rows).toEqual([
      { kind: 'session', id: 'a', body: { v: 3 } },
      { kind: 'session', id: 'b', body: null },
    ]);
    expect(of(tablet)).toEqual({ a: { v: 3 } });
    const [quiet] = await tablet.pull();
    expect(quiet?.scopes.flatMap(({ rows }) => rows)).toEqual([]);
  });

  it('buries nothing at a first reading', async () => {
    await put(scope, 'a', { v: 1 });
    await put(scope, 'a', null);
    const [page] = await replica(await addDevice(centre, UNIT.west)).pull();
    expect(page?.scopes.find(one => one.scope === scope)?.rows).toEqual([]);
  });

  it('comes in pages that together are whole, also when rows change between them', async () => {
    const count = PULL_PAGE_ROWS * 2 + 7;
    await centre.db.transaction().execute(async trx => {
      for (let index = 0; index < count; index++)
        await publish(trx, scope, 'session', String(index), { v: 1 } as never);
    });
    const device = await addDevice(centre, UNIT.west);
    const first = (await device.pull()).json();
    expect(first.more).toBe(true);
    const tablet = replica(device);
    const pages = await tablet.pull();
    expect(pages.length).toBe(3);
    for (const page of pages)
      expect(page.scopes.flatMap(({ rows }) => rows).length).toBeLessThanOrEqual(PULL_PAGE_ROWS);
    expect(Object.keys(of(tablet))).toHaveLength(count);
  });

  it.each([
    ['another epoch', { epoch: randomUUID() }],
    ['a cursor from nowhere', { cursor: '999999999' }],
    ['a cursor that is none', { cursor: 'x' }],
    ['a cursor below the first', { cursor: '-1' }],
  ])('of a scope held by %s is that it must be fetched anew, and then all of it', async (_title, change) => {
    await put(scope, 'a', { v: 1 });
    const tablet = replica(await addDevice(centre, UNIT.west));
    const [whole] = await tablet.pull();
    tablet.forget(change);
    const [told, again] = await tablet.pull();
    const held = whole?.scopes.filter(({ cursor }) => cursor !== '').map(({ scope }) => scope);
    expect(held).toContain(scope);
    for (const entry of told?.scopes.filter(entry => held?.includes(entry.scope)) ?? [])
      expect(entry).toMatchObject({ refetch: true, whole: false, cursor: '', rows: [] });
    expect(told?.more).toBe(true);
    expect(again?.scopes).toEqual(whole?.scopes);
  });

  it('is that a scope is whole only with its last page', async () => {
    await centre.db.transaction().execute(async trx => {
      for (let index = 0; index <= PULL_PAGE_ROWS; index++)
        await publish(trx, scope, 'session', String(index), { v: 1 } as never);
    });
    const pages = await replica(await addDevice(centre, UNIT.west)).pull();
    const entries = pages.map(page => page.scopes.find(one => one.scope === scope));
    expect(entries.map(entry => entry?.whole)).toEqual([false, true]);
    expect(pages.map(({ more }) => more)).toEqual([true, false]);
  });

  it('is the key to seal to, the new one as soon as there is one', async () => {
    const tablet = replica(await addDevice(centre, UNIT.west));
    const [before] = await tablet.pull();
    expect(before?.key).toEqual(centre.centre.keys.current());
    centre.centre.keys.rotate();
    const [after] = await tablet.pull();
    expect(after?.key).toEqual(centre.centre.keys.current());
    expect(after?.key).not.toEqual(before?.key);
  });

  it('is told to a device that speaks the first protocol too', async () => {
    const device = await addDevice(centre, UNIT.west);
    const message = { proto: 1, schema: 1, epoch: '', device: device.id, req: randomUUID(), scopes: [] };
    const payload = JSON.stringify(message);
    const headers = device.headersFor(payload, PULL_MEDIA);
    const reply = await centre.app.inject({ method: 'POST', url: '/api/v1/pull', headers, payload });
    expect([reply.statusCode, reply.json().req]).toEqual([200, message.req]);
  });

  it('has no questionnaire that a build of the first feed would take for one of its own', async () => {
    const device = await addDevice(centre, UNIT.west);
    await put('public', 'skm9@0', skm9, 'instrument');
    const instruments = async (schema: number): Promise<string[]> => {
      const message = { proto: 2, schema, epoch: '', device: device.id, req: randomUUID(), scopes: [] };
      const payload = JSON.stringify(message);
      const headers = device.headersFor(payload, PULL_MEDIA);
      const reply = await centre.app.inject({ method: 'POST', url: '/api/v1/pull', headers, payload });
      const page: PullReply = reply.json();
      expect(page.scopes.every(({ whole }) => whole)).toBe(true);
      return page.scopes
        .flatMap(({ rows }) => rows)
        .flatMap(({ kind, id }) => (kind === 'instrument' ? [id] : []));
    };
    expect(await instruments(1)).toEqual(['skm9@0']);
    expect((await instruments(2)).sort()).toEqual(['observasi@1', 'skm9@0', 'skm9@1']);
  });

  it('says that an assignment was observed, after the observation has come', async () => {
    const device = await addDevice(centre, UNIT.west, supervisor.id);
    const answers = Object.fromEntries(
      observation.questions
        .filter(({ required }) => required)
        .map(question => [
          question.code,
          question.type === 'text' ? 'ya' : (question.choices[0]?.code ?? ''),
        ]),
    );
    const content = { event_id: EVENT.west, assignment_id: ASSIGNMENT, at: '2026-11-22T09:00:00+07:00' };
    const pushed = await device.push([surveyRecord(answers, content, { form: 'observasi' })]);
    expect(pushed.json().results[0]).toMatchObject({ result: 'stored' });
    await centre.app.projector.idle();
    const phone = replica(device);
    await phone.pull();
    expect(phone.rows.get(`account:${supervisor.id}/assignment/${ASSIGNMENT}`)).toMatchObject({
      observed_on: '2026-11-20',
      due_on: '2026-12-31',
    });
  });
});

describe('a row', () => {
  it('fault: cursor skips a row that committed late (windmill#10894): never hides behind a cursor, in whatever order two writers commit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lembar-feed-'));
    const path = join(folder, 'lembar.sqlite');
    const [first, second, reader] = [
      openDatabase(path),
      openDatabase(path, { busyMs: 0 }),
      openDatabase(path),
    ];
    const scope = unitScope(UNIT.west);
    const kinds = ['session'] as const;
    const put = (trx: Trx, id: string) => publish(trx, scope, 'session', id, { v: 1 } as never);
    const seen: string[] = [];
    let after = 0;
    const pull = async () => {
      const latest = (await scopeVersions(reader, [scope])).get(scope) ?? 0;
      const rows = await feedRows(reader, { scope, after, limit: 100, kinds });
      seen.push(...rows.map(row => row.id));
      after = latest;
    };
    await first.transaction().execute(async trx => {
      await scopeVersions(trx, [scope]);
      // A second writer in between would commit before the first, with the version that the first has drawn or is to draw.
      const late = second.transaction().execute(between => put(between, 'late'));
      await expect(late).rejects.toThrow('locked');
      await put(trx, 'early');
      await pull();
    });
    await pull();
    await second.transaction().execute(trx => put(trx, 'late'));
    await pull();
    expect(seen).toEqual(['early', 'late']);
    for (const db of [first, second, reader]) await db.destroy();
    rmSync(folder, { recursive: true });
  });

  it('keeps its version to itself until its transaction commits', async () => {
    const scope = unitScope(UNIT.west);
    const failed = centre.db.transaction().execute(async trx => {
      await publish(trx, scope, 'session', 'a', { v: 1 } as never);
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow('undone');
    expect((await scopeVersions(centre.db, [scope])).get(scope)).toBeUndefined();
  });
});

describe('what a device counts', () => {
  it('is noted with every pull that says it, and kept where one does not', async () => {
    const device = await addDevice(centre, UNIT.west);
    const ask = async (more: object) => {
      const message = { proto: 2, schema: 1, epoch: '', device: device.id, req: randomUUID(), scopes: [] };
      const payload = JSON.stringify({ ...message, ...more });
      const headers = device.headersFor(payload, PULL_MEDIA);
      const reply = await centre.app.inject({ method: 'POST', url: '/api/v1/pull', headers, payload });
      expect(reply.statusCode).toBe(200);
      return centre.db
        .selectFrom('device')
        .select(['finalised', 'acknowledged', 'last_contact_at'])
        .where('id', '=', device.id)
        .executeTakeFirst();
    };
    const counted = { finalised: 24, acknowledged: 23 };
    expect(await ask({ counters: counted })).toMatchObject(counted);
    centre.passMinutes(5);
    expect(await ask({})).toEqual({ ...counted, last_contact_at: '2026-11-22T03:09:05.678Z' });
  });
});
