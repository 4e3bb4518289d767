// Restoring: checked before anything moves, with the keys at hand, and what was there is put aside whole.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup } from '../../../src/server/cli/backup.ts';
import { restore } from '../../../src/server/cli/restore.ts';
import { saveEscrow } from '../../../src/server/cli/save-escrow.ts';
import { openDatabase } from '../../../src/server/store/database.ts';
import { readEpoch } from '../../../src/server/store/settings.ts';
import { sealRecord } from '../seal-record.ts';
import { UNIT } from '../test-centre.ts';
import { addDevice, markRecord } from '../test-device.ts';
import { type Folder, newFolder, openCentreIn, PASSPHRASE, talk } from './data.ts';

let folder: Folder;
let file: string;
/** In the backup, and only in the database after it. */
const early = markRecord();
const late = markRecord();
let epoch: string;

beforeEach(async () => {
  folder = newFolder();
  file = folder.outside('backup.sqlite');
  const centre = await openCentreIn(folder);
  const tablet = await addDevice(centre, UNIT.west);
  const nonces = { nonce: crypto.randomUUID(), next: crypto.randomUUID() };
  await tablet.push([sealRecord(folder.ring().current(), early)], nonces);
  await centre.app.projector.idle();
  epoch = await readEpoch(centre.db);
  const { print, ask } = talk([PASSPHRASE]);
  const { dataFolder, world } = folder;
  await backup({ ...world, dataFolder, print }, [file]);
  const keys = folder.ring();
  await saveEscrow({ ...world, dataFolder, keys, print, ask }, folder.outside('keys.json'));
  await tablet.push([sealRecord(keys.current(), late)], { nonce: nonces.next, next: crypto.randomUUID() });
  await centre.app.projector.idle();
  await centre.close();
});
afterEach(() => folder.remove());

async function run(args: readonly string[], lines: readonly string[] = [], dataFolder = folder.dataFolder) {
  const { ask, print, printed, asked } = talk(lines);
  const code = await restore({ ...folder.world, dataFolder, ask, print }, args);
  return { code, printed: printed(), asked };
}

const idsIn = async (path: string): Promise<string[]> => {
  const db = openDatabase(path);
  const rows = await db.selectFrom('raw').select('id').orderBy('seq').execute();
  await db.destroy();
  return rows.map(({ id }) => id);
};
const aside = (name: string): string => join(folder.dataFolder, 'before-restore-2026-11-22T03-04-05Z', name);
const filesThere = () => readdirSync(folder.dataFolder).sort();

describe('a restored database', () => {
  it('holds what the backup held; the one before it is put aside with all it had', async () => {
    expect((await run([file])).code).toBe(0);
    expect(await idsIn(folder.database)).toEqual([early.id]);
    expect(await idsIn(aside('lembar.sqlite'))).toEqual([early.id, late.id]);
    expect(await idsIn(file)).toEqual([early.id]);
  });

  it('has another epoch, expects no nonce, and nobody is signed in', async () => {
    await run([file]);
    const db = openDatabase(folder.database);
    expect(await readEpoch(db)).not.toBe(epoch);
    expect(await db.selectFrom('device').select('nonce').execute()).toEqual([{ nonce: null }]);
    expect(await db.selectFrom('sign_in').selectAll().execute()).toEqual([]);
    await db.destroy();
  });

  it('reads nothing from the log of the one before it, and the log is put aside with it', async () => {
    // As a killed centre leaves it: what was written last stands in the log only.
    const killed = openDatabase(folder.database);
    await killed.updateTable('device').set({ label: 'Di log saja' }).execute();
    const log = readFileSync(`${folder.database}-wal`);
    await killed.destroy();
    const main = readFileSync(folder.database);
    main.fill('x', 0, 100);
    writeFileSync(folder.database, main);
    writeFileSync(`${folder.database}-wal`, log);
    expect((await run([file])).code).toBe(0);
    expect(await idsIn(folder.database)).toEqual([early.id]);
    const db = openDatabase(folder.database);
    expect(await db.selectFrom('device').select('label').execute()).toEqual([{ label: 'Tablet 1' }]);
    await db.destroy();
    expect(readFileSync(aside('lembar.sqlite-wal')).equals(log)).toBe(true);
  });

  it('may be the first in its folder', async () => {
    const place = folder.outside('new');
    mkdirSync(place);
    const { code, printed } = await run([file, '--escrow', folder.outside('keys.json')], [PASSPHRASE], place);
    expect([code, printed.includes('sebelumnya')]).toEqual([0, false]);
    expect(await idsIn(join(place, 'lembar.sqlite'))).toEqual([early.id]);
  });
});

describe('what is no whole backup', () => {
  const spoil: [string, (path: string) => void, string][] = [
    [
      'damaged inside',
      path => {
        const bytes = readFileSync(path);
        bytes.fill('x', 8192, 60_000);
        writeFileSync(path, bytes);
      },
      'rusak',
    ],
    ['cut off', path => truncateSync(path, 100_000), 'rusak'],
    ['a letter', path => writeFileSync(path, 'Yang terhormat, '.repeat(500)), 'rusak'],
    ['empty', path => writeFileSync(path, ''), 'bukan cadangan Lembar'],
    [
      'another program’s',
      path => {
        rmSync(path);
        const other = new DatabaseSync(path);
        other.exec('create table setting (key text)');
        other.close();
      },
      'bukan cadangan Lembar',
    ],
    [
      'of a newer Lembar',
      path => {
        const newer = new DatabaseSync(path);
        newer.exec('insert into migration values (900)');
        newer.close();
      },
      'Lembar yang lebih baru',
    ],
    ['missing', path => rmSync(path), 'tidak ada'],
  ];
  it.each(spoil)('is refused: %s; and nothing has changed', async (_title, change, sentence) => {
    change(file);
    const before = { files: filesThere(), bytes: readFileSync(folder.database) };
    const { code, printed } = await run([file]);
    expect([code, printed]).toEqual([1, expect.stringContaining(sentence)]);
    expect(filesThere()).toEqual(before.files);
    expect(readFileSync(folder.database).equals(before.bytes)).toBe(true);
  });
});

describe('the keys', () => {
  const fresh = () => {
    rmSync(join(folder.dataFolder, 'keys'), { recursive: true });
  };
  const escrow = () => ['--escrow', folder.outside('keys.json')];

  it('that its records need must be at hand, or nothing is done', async () => {
    const [key] = folder.ring().all();
    fresh();
    const { code, printed } = await run([file]);
    expect([code, printed]).toEqual([1, expect.stringContaining(key?.key_id ?? '-')]);
    expect(await idsIn(folder.database)).toEqual([early.id, late.id]);
  });

  it('come back from the escrow copy, the same one current as before', async () => {
    const ids = () =>
      folder
        .ring()
        .all()
        .map(({ key_id, private_key }) => [key_id, private_key]);
    const before = ids();
    fresh();
    const { code, asked } = await run([file, ...escrow()], [PASSPHRASE]);
    expect([code, asked]).toEqual([0, ['hidden: Frasa']]);
    expect(ids()).toEqual(before);
    expect(folder.ring().escrowedAt()).not.toBe(null);
  });

  it('do not come back by another passphrase', async () => {
    fresh();
    const { code, printed } = await run([file, ...escrow()], ['frasa sandi yang lain']);
    expect([code, printed]).toEqual([1, expect.stringContaining('tidak terbuka')]);
    expect(await idsIn(folder.database)).toEqual([early.id, late.id]);
  });

  it('that only an escrow copy of something else has are still missing', async () => {
    fresh();
    const other = newFolder();
    const { print, ask } = talk([PASSPHRASE]);
    const keys = other.ring();
    await saveEscrow({ ...other.world, dataFolder: other.dataFolder, keys, print, ask }, other.outside('k'));
    copyFileSync(other.outside('k'), folder.outside('k'));
    other.remove();
    const { code, printed } = await run([file, '--escrow', folder.outside('k')], [PASSPHRASE]);
    expect([code, printed]).toEqual([1, expect.stringContaining('tidak ada di sini')]);
  });
});

it.each([[[]], [['a', 'b']], [['a', '--force']]])('%j shows how the command is used', async args => {
  expect(await run(args)).toMatchObject({ code: 2, printed: expect.stringContaining('Pemakaian') });
  expect(existsSync(aside(''))).toBe(false);
});
