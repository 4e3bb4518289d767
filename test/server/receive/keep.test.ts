// The durable commit: one record that breaks it delays no other, and a full disk acknowledges nothing at all.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAccount, addPlan, addUnits, openTestCentre, type TestCentre, UNIT } from '../test-centre.ts';
import { addDevice, markRecord, seal, type TestDevice } from '../test-device.ts';

let folder: string;
let centre: TestCentre;
let tablet: TestDevice;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lembar-keep-'));
  centre = await openTestCentre({ path: join(folder, 'lembar.sqlite') });
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  tablet = await addDevice(centre, UNIT.west);
});
afterEach(async () => {
  await centre.close();
  rmSync(folder, { recursive: true });
});

const states = async () =>
  (await centre.db.selectFrom('raw').select('state').execute()).map(({ state }) => state).sort();

describe('a record whose storing fails by itself', () => {
  it('is to be sent again later, while the others of its batch are stored', async () => {
    const records = Array.from({ length: 9 }, () => markRecord());
    const broken = records[4]?.id ?? '';
    // As a bug would: whatever is stored under this id fails.
    await sql
      .raw(
        `create trigger broken before insert on raw when new.id = '${broken}' begin select raise(abort, 'bug'); end`,
      )
      .execute(centre.db);
    const { results } = (await tablet.push(records)).json();
    expect(results.map(({ id }: { id: string }) => id)).toEqual(records.map(({ id }) => id));
    expect(results[4]).toEqual({ id: broken, result: 'retry', after: 600 });
    expect(new Set(results.toSpliced(4, 1).map(({ result }: { result: string }) => result))).toEqual(
      new Set(['stored']),
    );
    const { acknowledged } = await centre.db
      .selectFrom('device')
      .select('acknowledged')
      .executeTakeFirstOrThrow();
    expect(acknowledged).toBe(8);
    await sql`drop trigger broken`.execute(centre.db);
    const again = (await tablet.push(records)).json().results;
    expect(again[4].result).toBe('stored');
  });
});

describe('a disk that is full', () => {
  const fill = async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(centre.db);
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(centre.db);
  };
  const large = () => seal('mark', ' '.repeat(200_000));

  it('is answered 503 with a time to come back, keeps nothing, and goes on once there is room', async () => {
    await fill();
    const record = large();
    const reply = await tablet.push([markRecord(), record]);
    expect(reply.statusCode).toBe(503);
    expect(reply.headers['retry-after']).toBe('60');
    expect(reply.json()).toEqual({ code: 'server.unavailable', details: {} });
    expect(await states()).toEqual([]);
    await sql`pragma max_page_count = 1000000`.execute(centre.db);
    expect((await tablet.push([record])).json().results).toMatchObject([{ result: 'quarantined' }]);
  });

  it('puts no good record into quarantine while it is projected', async () => {
    const { receive } = await import('../../../src/server/receive/receive.ts');
    const { projectWaiting } = await import('../../../src/server/receive/project.ts');
    const device = { id: tablet.id, unit_id: UNIT.west, account_id: null };
    const records = Array.from({ length: 80 }, () => markRecord());
    const report = () => {};
    const batch = { records, counters: { finalised: 80, acknowledged: 0 } };
    await receive(centre.centre, device, batch, { road: 'wire', report });
    await fill();
    await expect(projectWaiting({ ...centre.centre, report })).rejects.toThrow(/full/);
    expect(new Set(await states())).toEqual(new Set(['waiting']));
    await sql`pragma max_page_count = 1000000`.execute(centre.db);
    await projectWaiting({ ...centre.centre, report });
    expect(new Set(await states())).toEqual(new Set(['projected']));
  });
});
