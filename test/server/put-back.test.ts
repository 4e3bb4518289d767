// Files that somebody put back by hand are noticed at the next start, so that devices offer again what is missing.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginRun, nameRun } from '../../src/server/put-back.ts';
import { copyDatabase, dropLog } from '../../src/server/store/copy.ts';
import { openDatabase } from '../../src/server/store/database.ts';
import { nameEpoch, readEpoch } from '../../src/server/store/settings.ts';

let folder: string;
let ids: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lembar-put-back-'));
  ids = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);

/** One life of the server; answers its epoch and whether it noticed something. */
async function run(during = () => {}): Promise<{ epoch: string; noticed: boolean }> {
  const needs = { db: openDatabase(path('lembar.sqlite')), newId: () => `id-${++ids}` };
  try {
    const noticed = await beginRun(needs, path('run'));
    await nameEpoch(needs.db, 'first');
    const epoch = await readEpoch(needs.db);
    during();
    await nameRun(needs, path('run'));
    return { epoch, noticed };
  } finally {
    await needs.db.destroy();
  }
}

const copy = () => void copyDatabase(path('lembar.sqlite'), path('copy'));
const putBack = () => {
  dropLog(path('lembar.sqlite'));
  rmSync(path('lembar.sqlite'));
  copyFileSync(path('copy'), path('lembar.sqlite'));
};

describe('the epoch of a database', () => {
  it('stays through starts and ends of the server', async () => {
    expect([await run(), await run(), await run()]).toEqual(
      Array(3).fill({ epoch: 'first', noticed: false }),
    );
  });

  it('is another one after an older copy was put back, be it from the very same run', async () => {
    await run();
    await run(copy);
    putBack();
    const { epoch, noticed } = await run();
    expect(noticed).toBe(true);
    expect(epoch).not.toBe('first');
    expect(await run()).toEqual({ epoch, noticed: false });
  });

  it('is another one for a copy whose server was never stopped cleanly since it was made', async () => {
    const needs = { db: openDatabase(path('lembar.sqlite')), newId: () => `id-${++ids}` };
    await beginRun(needs, path('run'));
    copy();
    await needs.db.destroy();
    putBack();
    expect((await run()).noticed).toBe(true);
  });

  it('is another one where the database was carried to another folder', async () => {
    await run();
    rmSync(path('run'));
    expect((await run()).noticed).toBe(true);
  });
});
