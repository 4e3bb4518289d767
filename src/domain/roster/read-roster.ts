// A roster as an office keeps it in a spreadsheet, read by its column titles.
import { accepted, type Problem, type Result, refused } from '../result.ts';
import { readSeparated } from './separated-text.ts';

/** One person as typed: trimmed, on one line, otherwise unchecked. A missing column gives empty text. */
export type RosterRow = {
  /** Where it begins in the file; 1 is the header's line in an ordinary file. */
  readonly line: number;
  readonly name: string;
  readonly nip: string;
  readonly rank: string;
  readonly position: string;
  readonly unit_name: string;
};
type Column = Exclude<keyof RosterRow, 'line'>;

export type RosterProblem = Problem<'file.empty' | 'file.no_name_column' | 'file.too_many_rows'>;

/** Titles in lower case without punctuation, as offices print them. */
const TITLES: Readonly<Record<Column, readonly string[]>> = {
  name: ['nama', 'nama lengkap', 'nama peserta', 'nama pegawai', 'name'],
  nip: ['nip', 'nip nippk', 'nip nipppk', 'nip ni pppk', 'ni pppk', 'nipppk', 'nomor induk pegawai'],
  rank: ['gol', 'golongan', 'gol ruang', 'golongan ruang', 'pangkat gol', 'pangkat golongan', 'rank'],
  position: ['jabatan', 'position'],
  unit_name: ['unit kerja', 'unit', 'instansi', 'skpd', 'opd', 'asal instansi', 'unit organisasi'],
};

/** Comma, semicolon or tab separated text with a header row. Other columns are ignored, in any order. */
export function readRoster(text: string, maxRows: number): Result<RosterRow[], RosterProblem> {
  const [header, ...records] = readSeparated(text);
  if (!header) return refused('file.empty');
  const titles = header.fields.map(plainTitle);
  const columnOf = (column: Column) => titles.findIndex(title => TITLES[column].includes(title));
  if (columnOf('name') < 0) return refused('file.no_name_column');
  if (records.length === 0) return refused('file.empty');
  if (records.length > maxRows) return refused('file.too_many_rows', { max: maxRows });
  return accepted(
    records.map(({ line, fields }) => {
      const read = (column: Column) => plainCell(fields[columnOf(column)] ?? '');
      return {
        line,
        name: read('name'),
        nip: read('nip'),
        rank: read('rank'),
        position: read('position'),
        unit_name: read('unit_name'),
      };
    }),
  );
}

const plainTitle = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Also takes off the apostrophe by which spreadsheets and our own export keep a cell as text. */
const plainCell = (cell: string): string =>
  cell
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^'(?=[\d=+\-@])/, '');
