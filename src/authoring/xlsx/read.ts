// Opens an .xlsx file that anyone may have made: its cells, or one clear reason why not; never more work than it is worth.
import { accepted, type Result } from '../../domain/result.ts';
import type { SheetOfCells, Workbook } from '../workbook.ts';
import { newCellBudget } from './parts/grid.ts';
import { type CellFormats, readCellFormats } from './parts/number-format.ts';
import { openPackage, type Package, readPart } from './parts/package.ts';
import { readSheet, type SheetContext } from './parts/read-sheet.ts';
import { readSharedStrings } from './parts/shared-strings.ts';
import { readWorkbookPart } from './parts/workbook-part.ts';
import { LIMITS, tooLarge, type XlsxProblem } from './problem.ts';
import { readDirectory } from './zip/directory.ts';
import { refuseOtherThanZip, refuseOtherZip } from './zip/recognise.ts';

/** A formula whose result the file does not hold, so that its cell reads as empty; 1-based. */
export type UncomputedFormula = { readonly sheet: string; readonly row: number; readonly column: number };

export type ReadWorkbook = { readonly workbook: Workbook; readonly formulas: readonly UncomputedFormula[] };

/**
 * Reads every sheet, hidden ones too, in the order of the tabs. Text is as it was typed; a number is what Excel shows of it
 * in full (15 digits); a cell with a date's or time's format is ISO text (`2026-11-22`, `08:30:00`,
 * `2026-11-22T08:30:00`); an error is its sign (`#N/A`); a formula is its last result. Empty cells and rows at the end are left out.
 *
 * Never throws and follows nothing out of the file. Time and memory are bounded by `LIMITS`, whatever the file says of
 * itself; a caller that answers others still runs it where it can be ended.
 */
export function readXlsx(bytes: Uint8Array): Result<ReadWorkbook, XlsxProblem> {
  if (bytes.length > LIMITS.file_bytes) return tooLarge('file_bytes');
  const other = refuseOtherThanZip(bytes);
  if (other) return other;
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  return refuseOtherZip(directory.value) ?? readPackage(openPackage(directory.value));
}

function readPackage(xlsx: Package): Result<ReadWorkbook, XlsxProblem> {
  const part = readWorkbookPart(xlsx);
  if (!part.ok) return part;
  const { sharedStrings, styles, isFrom1904 } = part.value;
  const strings = readOptional(xlsx, sharedStrings, readSharedStrings, []);
  if (!strings.ok) return strings;
  const formats = readOptional<CellFormats>(xlsx, styles, readCellFormats, []);
  if (!formats.ok) return formats;
  return readSheets(xlsx, part.value.sheets, {
    strings: strings.value,
    formats: formats.value,
    isFrom1904,
    budget: newCellBudget(),
  });
}

function readOptional<T>(
  xlsx: Package,
  part: string | null,
  read: (xml: string, part: string) => Result<T, XlsxProblem>,
  without: T,
): Result<T, XlsxProblem> {
  if (part === null) return accepted(without);
  const xml = readPart(xlsx, part);
  return xml.ok ? read(xml.value, part) : xml;
}

function readSheets(
  xlsx: Package,
  listed: readonly { readonly name: string; readonly part: string }[],
  context: SheetContext,
): Result<ReadWorkbook, XlsxProblem> {
  const sheets: SheetOfCells[] = [];
  const formulas: UncomputedFormula[] = [];
  for (const { name, part } of listed) {
    const xml = readPart(xlsx, part);
    if (!xml.ok) return xml;
    const sheet = readSheet(xml.value, name, context);
    if (!sheet.ok) return sheet;
    sheets.push({ name, rows: sheet.value.rows });
    for (const place of sheet.value.formulas) formulas.push({ sheet: name, ...place });
  }
  return accepted({ workbook: { sheets }, formulas });
}
