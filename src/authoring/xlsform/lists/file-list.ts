// A list that other tools keep in a file beside the form: here it is a sheet of the workbook, called like the file.

import { cellText } from '../../workbook.ts';
import type { Report } from '../report.ts';
import type { Sheets } from '../table/find-sheets.ts';
import { FILE_COLUMNS } from '../table/list-columns.ts';
import { readTable } from '../table/read-table.ts';
import { type Column, type Row, type Table, tidied } from '../table/table.ts';
import { type Choice, type ChoiceList, MAX_CHOICES } from './choice.ts';

/** `value`, `label`: the columns that a select asks for; absent where the list is only looked up in. */
export type FileUse = { readonly value: string; readonly label: string };

/** Null where the workbook has no such sheet; `missing` names the columns that a select would need. */
export type FileList = {
  readonly list: ChoiceList;
  readonly missing: readonly string[];
  readonly sheet: string;
};

export const readFileList = (
  sheets: Sheets,
  file: string,
  name: string,
  use: FileUse,
  report: Report,
): FileList | null => {
  const sheet = sheets.findFile(file);
  if (sheet === null) return null;
  const table = readTable(sheet, { known: FILE_COLUMNS, others: 'keep', report });
  if (table.rows.length > MAX_CHOICES)
    report.error(
      'choices.too_many',
      { sheet: sheet.name, row: null, column: null },
      { count: table.rows.length, most: MAX_CHOICES },
    );
  const codeColumn = columnOf(table, use.value) ?? table.columns.all[0];
  const labelColumns = table.columns.all.filter(column => baseOf(column) === use.label);
  const choices = table.rows.slice(0, MAX_CHOICES).flatMap(row => readRow(row, codeColumn, labelColumns));
  const missing = [use.value, use.label].filter(
    column => !table.columns.all.some(each => [each.heading, baseOf(each)].includes(column)),
  );
  return { list: { name, origin: 'file', choices }, missing, sheet: sheet.name };
};

const columnOf = (table: Table, heading: string): Column | undefined =>
  table.columns.all.find(column => column.heading === heading);

/** `label` of `label::English (en)`. */
const baseOf = (column: Column): string => column.heading.split('::')[0]?.trim() ?? '';

const languageOf = (column: Column): string | null => column.heading.split('::')[1]?.trim() ?? null;

const readRow = (row: Row, codeColumn: Column | undefined, labelColumns: readonly Column[]): Choice[] => {
  const code = tidied(cellAt(row, codeColumn));
  const labels = labelColumns.flatMap(column => {
    const text = cellAt(row, column);
    const spot = { sheet: row.sheet, row: row.number, column: column.heading };
    return text === '' ? [] : [{ language: languageOf(column), text, spot }];
  });
  return code === ''
    ? []
    : [{ row, code, labels, description: [], isExclusive: false, columns: columnsOf(row) }];
};

const cellAt = (row: Row, column: Column | undefined): string =>
  column === undefined ? '' : cellText(row.cells[column.index]).trim();

/** Every column but the name, for look-ups name any of them. */
const columnsOf = (row: Row): Record<string, string> =>
  Object.fromEntries(
    row.columns.all.flatMap(column => {
      const value = cellAt(row, column);
      return value === '' || column.heading === 'name' ? [] : [[column.heading, value] as const];
    }),
  );
