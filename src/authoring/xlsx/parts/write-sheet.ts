// One sheet's cells as the XML of an .xlsx.
import type { Cell } from '../../workbook.ts';
import { LIMITS } from '../problem.ts';
import { encodeText } from '../xml/text.ts';
import { STYLE } from './fixed-parts.ts';
import { columnLetters } from './grid.ts';

type Rows = readonly (readonly Cell[])[];

/** Widths in characters. */
const NARROWEST = 10;
const WIDEST = 60;

export function writeSheet(rows: Rows, isFirstSheet: boolean): string {
  const lines = rows.map((cells, index) => writeRow(cells, index + 1)).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView${
    isFirstSheet ? ' tabSelected="1"' : ''
  } workbookViewId="0">${HEADING_STAYS}</sheetView></sheetViews>${writeColumns(rows)}<sheetData>${lines}</sheetData></worksheet>`;
}

const HEADING_STAYS =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';

function writeColumns(rows: Rows): string {
  const widths: number[] = [];
  for (const cells of rows)
    for (const [index, cell] of cells.entries())
      widths[index] = Math.max(widths[index] ?? NARROWEST, Math.min(String(cell).length + 2, WIDEST));
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
}

function writeRow(cells: readonly Cell[], row: number): string {
  const written = cells.map((cell, index) => writeCell(cell, `${columnLetters(index + 1)}${row}`, row === 1));
  return `<row r="${row}">${written.join('')}</row>`;
}

/** Without `preserve` a reader leaves such space out. */
const SPACE_AT_AN_END = /^[ \t\n\r]|[ \t\n\r]$/;

function writeCell(cell: Cell, address: string, isHeading: boolean): string {
  if (cell === '') return '';
  if (typeof cell === 'boolean')
    return `<c r="${address}" s="${STYLE.value}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`${address}: ${cell} is no number`);
    return `<c r="${address}" s="${STYLE.value}"><v>${cell}</v></c>`;
  }
  if (cell.length > LIMITS.cell_characters) throw new RangeError(`${address}: ${cell.length} characters`);
  const style = isHeading ? STYLE.heading : STYLE.text;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t${SPACE_AT_AN_END.test(cell) ? ' xml:space="preserve"' : ''}>${encodeText(cell)}</t></is></c>`;
}
