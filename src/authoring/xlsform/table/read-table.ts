// Reads a sheet's first row as headings and the rest as rows, and says what it leaves aside.
import { type Cell, cellText, type SheetOfCells } from '../../workbook.ts';
import type { Report } from '../report.ts';
import { type Heading, type KnownColumns, readHeading } from './headings.ts';
import type { Column, Columns, Row, Table } from './table.ts';

/** `keep`: columns that the standard does not know stay, under their own heading (choices: they are filtered by). */
type Reading = { readonly known: KnownColumns; readonly others: 'keep' | 'report'; readonly report: Report };

/** Excel's own limit; longer cells come from no spreadsheet program. */
export const MAX_CELL = 32_767;

export const readTable = (sheet: SheetOfCells, reading: Reading): Table => {
  const first = sheet.rows.findIndex(hasText);
  const columns = columnsOf(sheet, Math.max(first, 0), reading);
  const rows: Row[] = [];
  for (let index = first + 1; first >= 0 && index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? [];
    if (hasText(cells))
      rows.push({
        sheet: sheet.name,
        number: index + 1,
        cells: bounded(cells, sheet.name, index + 1, reading.report),
        columns,
      });
  }
  sayOfCellsWithoutHeading(sheet, first, columns, reading.report);
  return { sheet: sheet.name, columns, rows };
};

const hasText = (cells: readonly Cell[]): boolean => cells.some(cell => cellText(cell).trim() !== '');

const columnsOf = (sheet: SheetOfCells, headingRow: number, reading: Reading): Columns => {
  const byName = new Map<string, Column[]>();
  const all: Column[] = [];
  for (const [index, cell] of (sheet.rows[headingRow] ?? []).entries()) {
    const heading = cellText(cell).trim();
    if (heading === '') continue;
    const column = columnOf(readHeading(heading.slice(0, MAX_CELL), reading.known), { index, heading });
    if (column === null || !isTaken(column, { sheet, headingRow, byName, reading })) continue;
    all.push(column);
    byName.set(column.name, [...(byName.get(column.name) ?? []), column]);
  }
  return { all, byName };
};

const columnOf = (read: Heading, { index, heading }: { index: number; heading: string }): Column =>
  read.kind === 'known'
    ? { index, heading, name: read.name, language: read.language }
    : { index, heading, name: `${read.kind}:${read.name}`, language: null };

type Taking = {
  readonly sheet: SheetOfCells;
  readonly headingRow: number;
  readonly byName: ReadonlyMap<string, readonly Column[]>;
  readonly reading: Reading;
};

/** Of two columns that mean the same, an empty one is passed over; two filled ones contradict each other. */
const isTaken = (column: Column, taking: Taking): boolean => {
  const { sheet, headingRow, byName, reading } = taking;
  const spot = { sheet: sheet.name, row: headingRow + 1, column: column.heading };
  const [kind = '', name = ''] = column.name.split(/:(.*)/s);
  const isEmpty = !sheet.rows.some(
    (cells, at) => at > headingRow && cellText(cells[column.index]).trim() !== '',
  );
  if (kind === 'foreign') {
    if (!isEmpty) reading.report.unsupported('column.foreign', spot, { column: name });
    return false;
  }
  if (kind === 'unknown' && reading.others === 'report') {
    if (!isEmpty) reading.report.warn('column.unknown', spot, { column: name });
    return false;
  }
  const twin = byName.get(column.name)?.find(other => other.language === column.language);
  if (twin === undefined) return true;
  if (!isEmpty)
    reading.report.error('column.duplicate', spot, { column: column.heading, other: twin.heading });
  return false;
};

/** The name of a column that only filters use, or null where the standard knows it. */
export const filterName = (column: Column): string | null =>
  column.name.startsWith('unknown:') ? column.name.slice('unknown:'.length) : null;

const bounded = (cells: readonly Cell[], sheet: string, row: number, report: Report): readonly Cell[] =>
  cells.every(cell => typeof cell !== 'string' || (cell.length <= MAX_CELL && !hasControls(cell)))
    ? cells
    : cells.map(cell => (typeof cell === 'string' ? cleaned(cell, sheet, row, report) : cell));

const cleaned = (cell: string, sheet: string, row: number, report: Report): string => {
  const spot = { sheet, row, column: null };
  if (cell.length > MAX_CELL) {
    report.error('cell.too_long', spot, { length: cell.length, most: MAX_CELL });
    return '';
  }
  if (!hasControls(cell)) return cell;
  report.repair('cell.control_characters', spot);
  return cell.replace(CONTROLS, '');
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to leave out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const hasControls = (text: string): boolean => text.search(CONTROLS) >= 0;

const sayOfCellsWithoutHeading = (
  sheet: SheetOfCells,
  headingRow: number,
  columns: Columns,
  report: Report,
): void => {
  const headings = sheet.rows[headingRow] ?? [];
  const spare = sheet.rows.findIndex(
    (cells, at) =>
      at > headingRow &&
      cells.some((cell, index) => cellText(cell).trim() !== '' && cellText(headings[index]).trim() === ''),
  );
  if (spare >= 0 && columns.all.length > 0)
    report.warn('column.without_heading', { sheet: sheet.name, row: spare + 1, column: null });
};
