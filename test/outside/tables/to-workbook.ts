// Turns the tables of a recorded case into a workbook: markdown, or rows by heading.
import type { SheetOfCells, Workbook } from '../../../src/authoring/workbook.ts';
import type { TableCase } from './cases.ts';

/** Null where nothing but a Python object was recorded. */
export const toWorkbook = ({ md, ss_structure }: TableCase): Workbook | null => {
  if (md !== undefined) return { sheets: sheetsOfMarkdown(md) };
  return ss_structure === undefined ? null : { sheets: Object.entries(ss_structure).map(sheetOfRows) };
};

/** A first cell that is not empty names the sheet of the rows below it. */
export const sheetsOfMarkdown = (md: string): SheetOfCells[] => {
  const sheets: { name: string; rows: string[][] }[] = [];
  for (const line of md.split('\n')) {
    const [first, ...cells] = cellsOf(line) ?? [];
    if (first === undefined) continue;
    if (first !== '') sheets.push({ name: first, rows: [] });
    if (cells.some(cell => cell !== '')) sheets.at(-1)?.rows.push(cells);
  }
  return sheets;
};

const cellsOf = (line: string): string[] | null => {
  const [, inner] = /^\s*\|(.*)\|\s*$/.exec(line) ?? [];
  if (inner === undefined) return null;
  return inner.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('\\|', '|'));
};

const sheetOfRows = ([name, rows]: [string, readonly Readonly<Record<string, string>>[]]): SheetOfCells => {
  const headings = [...new Set(rows.flatMap(row => Object.keys(row)))];
  return { name, rows: [headings, ...rows.map(row => headings.map(heading => row[heading] ?? ''))] };
};
