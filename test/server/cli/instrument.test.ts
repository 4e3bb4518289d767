// The command `instrument`: every finding with its place, an exit code that a script can go by, and publishing when asked to.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instrument } from '../../../src/server/cli/instrument.ts';
import { type Database, openDatabase } from '../../../src/server/store/database.ts';
import { spreadsheet, type Written } from '../office/spreadsheet.ts';

let db: Database;
let folder: string;
beforeEach(() => {
  db = openDatabase(':memory:');
  folder = mkdtempSync(join(tmpdir(), 'lembar-instrument-'));
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

const file = (written: Written | string): string => {
  const path = join(folder, 'uji.xlsx');
  writeFileSync(path, typeof written === 'string' ? written : spreadsheet(written));
  return path;
};

async function run(...args: string[]) {
  const said: string[] = [];
  const place = { db, now: () => new Date('2026-11-22T03:00:00Z'), print: (text: string) => said.push(text) };
  return { code: await instrument(place, args), said: said.join('') };
}

const published = () => db.selectFrom('instrument').select(['code', 'version', 'published_by']).execute();

it('says what a good questionnaire would become, and publishes it only when asked to', async () => {
  expect(await run(file({}))).toEqual({
    code: 0,
    said: 'uji: kuesioner baru. / uji: a new questionnaire.\n',
  });
  expect(await published()).toEqual([]);
  expect((await run(file({}), '--publish')).said).toContain('Terbit: uji versi 1.');
  const again = await run(file({ title: 'Lain' }), '--publish');
  expect(again.code).toBe(0);
  expect(again.said).toContain('uji: menjadi versi 2, 1 perubahan.');
  expect(await published()).toEqual([
    { code: 'uji', version: 1, published_by: 'command' },
    { code: 'uji', version: 2, published_by: 'command' },
  ]);
});

it('tells an error by sheet, row and column, and fails', async () => {
  const path = file({ survey: [['select_one tiada', 'a', 'A']] });
  for (const args of [[path], [path, '--publish']]) {
    const { code, said } = await run(...args);
    expect(code).toBe(1);
    expect(said).toMatch(/^Lembar survey, baris 2, kolom type: Kesalahan: .*\[\w+\.\w+\]$/m);
    expect(said).toMatch(/^ {2}Sheet survey, row 2, column type: Error: /m);
  }
  expect(await published()).toEqual([]);
});

it('refuses what is no spreadsheet, what is not there, and other words', async () => {
  expect(await run(file('type,name'))).toMatchObject({
    code: 1,
    said: expect.stringContaining('xlsx.not_xlsx'),
  });
  expect((await run(join(folder, 'tiada.xlsx'))).code).toBe(1);
  expect((await run(folder)).code).toBe(1);
  for (const args of [[], ['--publish'], [file({}), '--now'], [file({}), '--publish', 'x']])
    expect((await run(...args)).code).toBe(2);
});
