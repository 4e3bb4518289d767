// Sheets and columns of a workbook as the editor finds and changes them; every cell that is not meant stays as it was.
import type { Cell, SheetOfCells, Workbook } from '../workbook.ts';
import { cellText } from '../workbook.ts';
import { type KnownColumns, readHeading, snakeCase } from '../xlsform/table/headings.ts';
import { CHOICE_COLUMNS, OWN_CHOICE_COLUMNS, OWN_SETTING_COLUMNS } from '../xlsform/table/list-columns.ts';
import { SURVEY_COLUMNS } from '../xlsform/table/survey-columns.ts';

/** Those whose words can be changed, by their name in snake case. */
const COLUMNS: Readonly<Record<string, KnownColumns>> = {
  survey: SURVEY_COLUMNS,
  choices: CHOICE_COLUMNS,
  _choices: OWN_CHOICE_COLUMNS,
  _lembar: OWN_SETTING_COLUMNS,
};
export type EditedSheet = 'survey' | 'choices' | '_choices' | '_lembar';

/** 0-based; `name` is the standard's, `language` as the heading writes it. */
export type EditedColumn = {
  readonly index: number;
  readonly heading: string;
  readonly name: string;
  readonly language: string | null;
};

export const findSheet = (workbook: Workbook, name: EditedSheet): SheetOfCells | null =>
  workbook.sheets.find(sheet => snakeCase(sheet.name) === name) ?? null;

/** Row of the headings, 0-based: the first that holds anything. */
export const headingRow = (sheet: SheetOfCells): number =>
  Math.max(
    0,
    sheet.rows.findIndex(row => row.some(cell => cellText(cell).trim() !== '')),
  );

export function columnsOf(sheet: SheetOfCells): EditedColumn[] {
  const known = COLUMNS[snakeCase(sheet.name)];
  return (sheet.rows[headingRow(sheet)] ?? []).flatMap((cell, index) => {
    const heading = cellText(cell).trim();
    if (heading === '') return [];
    const read = known && readHeading(heading, known);
    if (read?.kind !== 'known') return [{ index, heading, name: heading, language: null }];
    return [{ index, heading, name: read.name, language: read.language }];
  });
}

/** The word in the first column of that name; '' where there is none. */
export const wordAt = (row: readonly Cell[], columns: readonly EditedColumn[], name: string): string => {
  const column = columns.find(one => one.name === name);
  return column ? cellText(row[column.index]).replace(/\s+/g, ' ').trim() : '';
};

export const withRows = (workbook: Workbook, sheet: SheetOfCells, rows: SheetOfCells['rows']): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map(one => (one === sheet ? { ...one, rows } : one)),
});

/** A row with that cell, filled up with empty ones before it. */
export function withCell(row: readonly Cell[], index: number, cell: Cell): readonly Cell[] {
  const cells = Array.from({ length: Math.max(row.length, index + 1) }, (_, at) => row[at] ?? '');
  cells[index] = cell;
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
  return cells;
}

/** With one more column at the end, under that heading. */
export function withColumn(workbook: Workbook, sheet: SheetOfCells, heading: string): Workbook {
  const at = headingRow(sheet);
  const width = Math.max(0, ...sheet.rows.map(row => row.length));
  const rows = sheet.rows.length > 0 ? sheet.rows : [[]];
  return withRows(
    workbook,
    sheet,
    rows.map((row, index) => (index === at ? withCell(row, width, heading) : row)),
  );
}
