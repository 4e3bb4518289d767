// Rosters as offices send them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRow } from '../../../src/domain/roster/check-row.ts';
import { foreignKind } from '../../../src/domain/roster/file-kind.ts';
import { readRoster } from '../../../src/domain/roster/read-roster.ts';
import { readSeparated } from '../../../src/domain/roster/separated-text.ts';

const rowsOf = (text: string) => {
  const roster = readRoster(text, 10);
  if (!roster.ok) throw new Error(roster.problem.code);
  return roster.value;
};
const wati = {
  line: 2,
  name: 'Wati',
  nip: '198504172010012001',
  rank: 'III/b',
  position: 'Analis, muda',
  unit_name: 'Kec. Sukarami',
};

describe('a roster', () => {
  it.each([
    ['commas', 'Nama,NIP,Gol,Jabatan,Unit kerja\nWati,198504172010012001,III/b,"Analis, muda",Kec. Sukarami'],
    [
      'semicolons',
      'nama;nip;GOLONGAN;jabatan;unit\r\nWati;198504172010012001;III/b;Analis, muda;Kec. Sukarami\r\n',
    ],
    [
      'tabs',
      'NAMA\tNIP\tGol.\tJabatan\tUnit Kerja\nWati\t198504172010012001\tIII/b\tAnalis, muda\tKec. Sukarami',
    ],
    [
      'a BOM',
      '\uFEFF"Nama","NIP","Gol","Jabatan","Unit kerja"\r\n"Wati","198504172010012001","III/b","Analis, muda","Kec. Sukarami"',
    ],
    [
      'other columns, in another order',
      'No,Unit kerja,Jabatan,Pangkat/Gol,NIP,Nama Lengkap,TTD\n1,Kec. Sukarami,"Analis, muda",III/b,198504172010012001,Wati,',
    ],
    [
      'old line ends',
      'Nama,NIP,Gol,Jabatan,Unit\rWati,198504172010012001,III/b,"Analis, muda",Kec. Sukarami\r',
    ],
    [
      'apostrophes that keep cells as text',
      'Nama,NIP,Gol,Jabatan,Unit\nWati,\'198504172010012001,III/b,"Analis, muda",Kec. Sukarami',
    ],
  ])('with %s is read', (_, text) => {
    expect(rowsOf(text)).toEqual([wati]);
  });

  it('tells the line of the file, whatever stands between', () => {
    const rows = rowsOf('Nama;NIP\n\n"Dwi\nLestari";\n;;\nEko;1,98504E+17\n');
    expect(rows.map(({ line, name, nip }) => [line, name, nip])).toEqual([
      [3, 'Dwi Lestari', ''],
      [6, 'Eko', '1,98504E+17'],
    ]);
  });

  it("keeps an initial apostrophe that belongs to a name, and skips Excel's own first line", () => {
    expect(rowsOf("sep=;\r\nNama;NIP\r\n'Aisyah;\r\n").map(({ line, name }) => [line, name])).toEqual([
      [3, "'Aisyah"],
    ]);
  });

  it.each([
    ['', 'file.empty'],
    ['\uFEFF \r\n', 'file.empty'],
    ['Nama,NIP\n', 'file.empty'],
    ['NIP,Jabatan\n1,2', 'file.no_name_column'],
    [`Nama\n${'Wati\n'.repeat(11)}`, 'file.too_many_rows'],
  ])('%j is refused: %s', (text, code) => {
    expect(readRoster(text, 10)).toMatchObject({ ok: false, problem: { code } });
  });

  it('gives back every text that was quoted', () => {
    const cell = fc.string().filter(text => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, by) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = [['kepala', 'judul'], ...rows].map(fields => fields.map(quote).join(by)).join('\r\n');
          expect(readSeparated(text).map(({ fields }) => fields)).toEqual([['kepala', 'judul'], ...rows]);
        },
      ),
    );
  });
});

describe('a row', () => {
  const row = { name: 'Wati', nip: '', rank: '', position: '', unit_name: '' };

  it('needs a name, and no NIP', () => {
    expect(checkRow(row)).toMatchObject({ ok: true, value: { nip: null } });
    expect(checkRow({ ...row, nip: ' - ' })).toMatchObject({ ok: true, value: { nip: null } });
    expect(checkRow({ ...row, name: ' . ' })).toMatchObject({
      ok: false,
      problem: { code: 'person.name_missing' },
    });
  });

  it('with a number ruined by a spreadsheet is refused', () => {
    expect(checkRow({ ...row, nip: '1,98504E+17' })).toMatchObject({
      ok: false,
      problem: { code: 'nip.not_digits' },
    });
  });

  it('with a text beyond its column is refused, not cut off', () => {
    expect(checkRow({ ...row, position: 'x'.repeat(121) })).toEqual({
      ok: false,
      problem: { code: 'request.invalid', details: { field: 'position', reason: '121 > 120' } },
    });
  });
});

it.each([
  ['PK\u0003\u0004', 'Excel .xlsx / ZIP'],
  ['%PDF-1.7', 'PDF'],
  ['\u0089PNG\r\n', 'PNG'],
  ['\u00ff\u00feN\0', 'UTF-16'],
  ['Nama\0', 'NUL (0x00)'],
  ['PKB,Nama', null],
])('a file that begins with %j is %s', (start, kind) => {
  expect(foreignKind(Uint8Array.from(start, character => character.charCodeAt(0)))).toBe(kind);
});
