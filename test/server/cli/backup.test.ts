// A backup is whole or not there: taken while others write, checked, never over an older one.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from '../../../src/server/cli/backup.ts';
import { checkCopy } from '../../../src/server/store/copy.ts';
import { openDatabase } from '../../../src/server/store/database.ts';
import { UNIT } from '../test-centre.ts';
import { addDevice, markRecord } from '../test-device.ts';
import { type Folder, newFolder, openCentreIn, talk } from './data.ts';

let folder: Folder;
let centre: Awaited<ReturnType<typeof openCentreIn>>;
beforeEach(async () => {
  folder = newFolder();
  centre = await openCentreIn(folder);
});
afterEach(async () => {
  await centre.close();
  folder.remove();
});

async function run(...args: string[]) {
  const { print, printed } = talk();
  const { dataFolder, world } = folder;
  const code = await backup({ ...world, dataFolder, print }, args);
  return { code, printed: printed() };
}

describe('a backup', () => {
  it('holds every record that was acknowledged when it began, and nothing half done', async () => {
    const tablet = await addDevice(centre, UNIT.west);
    const records = Array.from({ length: 40 }, () => markRecord());
    await tablet.push(records);
    await centre.app.projector.idle();
    await centre.db.transaction().execute(async trx => {
      await trx.updateTable('device').set({ label: 'Tengah jalan' }).execute();
      expect((await run(folder.outside('a.sqlite'))).code).toBe(0);
    });
    const copy = openDatabase(folder.outside('a.sqlite'));
    const kept = await copy.selectFrom('raw').select('id').execute();
    expect(kept.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
    expect(await copy.selectFrom('device').select('label').execute()).toEqual([{ label: 'Tablet 1' }]);
    await copy.destroy();
  });

  it('is for its owner’s eyes, and says plainly that the keys are not in it', async () => {
    const target = folder.outside('a.sqlite');
    const { printed } = await run(target);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(printed).toContain('Kunci pembuka catatan TIDAK ada di dalamnya');
    const [key] = folder.ring().all();
    expect(readFileSync(target).includes(key?.private_key ?? '-')).toBe(false);
  });

  it('gets a dated name where none is given', async () => {
    await run();
    expect(readdirSync(join(folder.dataFolder, 'backups'))).toEqual(['lembar-2026-11-22T03-04-05Z.sqlite']);
  });

  it('is never written over an older one', async () => {
    writeFileSync(folder.outside('a.sqlite'), 'the older one');
    expect(await run(folder.outside('a.sqlite'))).toMatchObject({
      code: 1,
      printed: expect.stringContaining('sudah ada'),
    });
    expect(readFileSync(folder.outside('a.sqlite'), 'utf8')).toBe('the older one');
  });

  it('is made though an earlier try was killed half way', async () => {
    writeFileSync(folder.outside('a.sqlite.part'), 'half');
    expect((await run(folder.outside('a.sqlite'))).code).toBe(0);
    expect(checkCopy(folder.outside('a.sqlite'))).toMatchObject({ ok: true });
  });

  it('that cannot be written leaves nothing behind', async () => {
    mkdirSync(folder.outside('sub'));
    writeFileSync(folder.outside('sub/file'), '');
    await expect(run(folder.outside('sub/file/a.sqlite'))).rejects.toThrow('ENOTDIR');
    expect(readdirSync(folder.outside('sub'))).toEqual(['file']);
  });

  it('of a damaged database is none', async () => {
    await sql`pragma wal_checkpoint(truncate)`.execute(centre.db);
    await centre.close();
    const bytes = readFileSync(folder.database);
    bytes.fill('x', 8192, 60_000);
    writeFileSync(folder.database, bytes);
    await expect(run(folder.outside('a.sqlite'))).rejects.toThrow('malformed');
    expect(readdirSync(folder.outside('.')).sort()).toEqual(['data']);
    folder.remove();
    centre = await openCentreIn(folder);
  });
});
