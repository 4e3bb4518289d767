// A sheet read as rows under headings: what every later step asks instead of counting columns.
import { type Cell, cellText } from '../../workbook.ts';
import type { Spot } from '../report.ts';

export type Column = {
  readonly index: number;
  /** As written. */
  readonly heading: string;
  /** The standard's name of it, whatever alias was written; the heading itself where the standard has none. */
  readonly name: string;
  /** As written behind the name: `English (en)`. */
  readonly language: string | null;
};

export type Columns = {
  readonly all: readonly Column[];
  readonly byName: ReadonlyMap<string, readonly Column[]>;
};

export type Row = {
  readonly sheet: string;
  /** 1-based, as the spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly columns: Columns;
};

export type Table = { readonly sheet: string; readonly columns: Columns; readonly rows: readonly Row[] };

export type Written = { readonly language: string | null; readonly text: string; readonly spot: Spot };

export const hasColumn = (table: Table, name: string): boolean => table.columns.byName.has(name);

/** The first cell under that name that says something, blanks at its ends left out; '' where none does. */
export const textOf = (row: Row, name: string): string => writtenIn(row, name)[0]?.text ?? '';

/** Names, types and the like: runs of blanks are one blank, and what cannot be seen is left out. */
export const wordOf = (row: Row, name: string): string => tidied(textOf(row, name));

/** Every cell under that name that says something, by language. */
export const writtenIn = (row: Row, name: string): Written[] =>
  (row.columns.byName.get(name) ?? []).flatMap(column => {
    const text = cellText(row.cells[column.index]).trim();
    return text === '' ? [] : [{ language: column.language, text, spot: spotAt(row, column.heading) }];
  });

export const spotOf = (row: Row, name?: string): Spot =>
  spotAt(row, name === undefined ? null : (headingWithText(row, name) ?? name));

const headingWithText = (row: Row, name: string): string | undefined => {
  const columns = row.columns.byName.get(name) ?? [];
  return (columns.find(column => cellText(row.cells[column.index]).trim() !== '') ?? columns[0])?.heading;
};

const spotAt = (row: Row, column: string | null): Spot => ({ sheet: row.sheet, row: row.number, column });

/** Runs of blanks of any kind become one, invisible marks go. */
export const tidied = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
