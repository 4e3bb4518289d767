// The questionnaires that come with Lembar: shipped once, kept as they were where they mean the same, and never over the agency's own.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { observation } from '../../../src/domain/instrument/shipped/observation.ts';
import { skm9 } from '../../../src/domain/instrument/shipped/skm9.ts';
import { shipInstruments } from '../../../src/server/instrument/ship.ts';
import { type Database, openDatabase } from '../../../src/server/store/database.ts';
import { findNewest, publishVersion } from '../../../src/server/store/plan/instruments.ts';
import { spreadsheet } from './spreadsheet.ts';

const shippedFolder = resolve(import.meta.dirname, '../../../public/instruments');
let db: Database;
let folder: string;
beforeEach(() => {
  db = openDatabase(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'lembar-shipped-'));
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

const ship = async (instrumentsFolder?: string): Promise<unknown[]> => {
  const errors: unknown[] = [];
  const report = (error: unknown): unknown => errors.push(error);
  await shipInstruments({ db, now: () => new Date('2026-11-22T03:00:00Z'), instrumentsFolder, report });
  return errors;
};
const rows = () =>
  db.selectFrom('instrument').select(['code', 'version']).orderBy('code').orderBy('version').execute();

describe('the shipped questionnaires', () => {
  it('are all published at the first start, and not again at the next', async () => {
    expect(await ship(shippedFolder)).toEqual([]);
    const first = await rows();
    const files = readdirSync(shippedFolder).map(name => name.replace(/\.xlsx$/, ''));
    expect(first.map(({ code }) => code)).toEqual(files.sort());
    expect(first.every(({ version }) => version === 1)).toBe(true);
    await ship(shippedFolder);
    expect(await rows()).toEqual(first);
  });

  it('of the first builds stay as they are stored, and get their spreadsheet', async () => {
    for (const older of [skm9, observation])
      await db
        .insertInto('instrument')
        .values({ code: older.code, version: 1, definition: JSON.stringify(older) })
        .execute();
    await ship(shippedFolder);
    const found = await db
      .selectFrom('instrument')
      .select(['version', 'definition', 'source'])
      .where('code', 'in', ['skm9', 'observasi'])
      .orderBy('code', 'desc')
      .execute();
    expect(found.map(({ version, definition }) => [version, definition])).toEqual([
      [1, JSON.stringify(skm9)],
      [1, JSON.stringify(observation)],
    ]);
    expect(found.every(({ source }) => source !== null)).toBe(true);
  });

  it('are at least the two that the centre cannot do without', async () => {
    await ship();
    expect(await rows()).toEqual([
      { code: 'observasi', version: 1 },
      { code: 'skm9', version: 1 },
    ]);
  });
});

describe('a shipped spreadsheet that has changed', () => {
  const write = (title: string, name = 'uji.xlsx') =>
    writeFileSync(join(folder, name), spreadsheet({ title }));

  it('becomes the next version', async () => {
    write('Satu');
    await ship(folder);
    write('Dua');
    await ship(folder);
    expect((await rows()).filter(({ code }) => code === 'uji')).toEqual([
      { code: 'uji', version: 1 },
      { code: 'uji', version: 2 },
    ]);
  });

  it('stays behind what the agency has made of it', async () => {
    write('Satu');
    await ship(folder);
    const newest = await findNewest(db, 'uji');
    if (!newest) throw new Error('not shipped');
    const own = { ...newest.instrument, version: 2, title: { default: 'Milik kami' } };
    const by = { source: null, published_at: '2026-11-22', published_by: 'somebody' };
    await db.transaction().execute(trx => publishVersion(trx, { instrument: own, ...by }));
    write('Dua');
    await ship(folder);
    expect((await findNewest(db, 'uji'))?.instrument.title).toEqual({ default: 'Milik kami' });
  });

  it('and is damaged is told, and keeps none of the others back', async () => {
    writeFileSync(join(folder, 'a.xlsx'), 'PK damaged');
    write('Satu');
    expect(await ship(folder)).toHaveLength(1);
    expect((await rows()).map(({ code }) => code)).toContain('uji');
  });
});
