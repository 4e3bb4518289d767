// Reads one sheet's XML into its cells: what a person sees in each, dates as ISO text, formulas by their last result.
import { accepted, type Result } from '../../../domain/result.ts';
import type { Cell } from '../../workbook.ts';
import { damaged, type XlsxProblem } from '../problem.ts';
import { XmlScanner } from '../xml/scanner.ts';
import { decodeEscapes } from '../xml/text.ts';
import { type CellBudget, Grid, LAST_ROW, type Place, parseAddress } from './grid.ts';
import { momentText } from './moment.ts';
import type { CellFormats } from './number-format.ts';
import { readRichText, readText } from './shared-strings.ts';

/** What the sheets of one file share. */
export type SheetContext = {
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  readonly isFrom1904: boolean;
  readonly budget: CellBudget;
};

/** `formulas`: cells that are empty because the program that wrote the file never computed them. */
export type ReadSheet = { readonly rows: Cell[][]; readonly formulas: Place[] };

type Written = {
  readonly place: Place;
  readonly type: string;
  readonly style: number;
  value: string | null;
  rich: string | null;
  isFormula: boolean;
};

/** `name` is the sheet's, for a problem's place. */
export function readSheet(xml: string, name: string, context: SheetContext): Result<ReadSheet, XlsxProblem> {
  const scanner = new XmlScanner(xml, name);
  const grid = new Grid(name, context.budget);
  const formulas: Place[] = [];
  let at: Place = { row: 0, column: 0 };
  for (let piece = scanner.next(); piece !== 'end'; piece = scanner.next()) {
    if (scanner.problem) return { ok: false, problem: scanner.problem };
    if (piece !== 'open') continue;
    const isCell = scanner.name === 'c' && scanner.parent === 'row' && scanner.depth === DEPTH_OF_ROW + 1;
    const isRow = scanner.name === 'row' && scanner.parent === 'sheetData' && scanner.depth === DEPTH_OF_ROW;
    if (!isCell && !isRow) continue;
    const place = isCell ? cellPlace(scanner, at) : rowPlace(scanner, at);
    if (!place) return damaged('an address that is none', name);
    at = place;
    const done = isCell ? takeCell(scanner, { place, name, grid, context, formulas }) : accepted(null);
    if (!done.ok) return done;
  }
  return accepted({ rows: grid.rows, formulas });
}

/** worksheet, sheetData, row: what lies deeper, in extensions, are no rows of the sheet. */
const DEPTH_OF_ROW = 3;

function rowPlace(scanner: XmlScanner, before: Place): Place | null {
  const told = scanner.attribute('r');
  const row = told === undefined ? before.row + 1 : Number(told);
  return Number.isInteger(row) && row >= 1 && row <= LAST_ROW ? { row, column: 0 } : null;
}

function cellPlace(scanner: XmlScanner, before: Place): Place | null {
  const told = scanner.attribute('r');
  if (told === undefined) return { row: before.row, column: before.column + 1 };
  const place = parseAddress(told);
  return place?.row === before.row ? place : null;
}

type Target = {
  readonly place: Place;
  readonly name: string;
  readonly grid: Grid;
  readonly context: SheetContext;
  readonly formulas: Place[];
};

function takeCell(scanner: XmlScanner, target: Target): Result<null, XlsxProblem> {
  const { place, name, grid, context, formulas } = target;
  const written = readWritten(scanner, place, name);
  if (!written.ok) return written;
  if (isUncomputed(written.value)) {
    formulas.push(place);
    return grid.leaveEmpty(place);
  }
  const cell = toCell(written.value, name, context);
  return cell.ok ? grid.put(place, cell.value) : cell;
}

/** With the scanner just inside a `c`: steps past its end. */
function readWritten(scanner: XmlScanner, place: Place, name: string): Result<Written, XlsxProblem> {
  const outside = scanner.depth - 1;
  const type = scanner.attribute('t') ?? 'n';
  const style = Number(scanner.attribute('s') ?? 0);
  const written: Written = { place, type, style, value: null, rich: null, isFormula: false };
  const where = `${name} ${place.row}:${place.column}`;
  for (let piece = scanner.next(); scanner.depth > outside; piece = scanner.next()) {
    if (scanner.problem) return { ok: false, problem: scanner.problem };
    if (piece !== 'open' || scanner.parent !== 'c') continue;
    if (scanner.name === 'f') written.isFormula = true;
    else if (scanner.name === 'v' || scanner.name === 'is') {
      const isValue = scanner.name === 'v';
      const text = isValue ? readText(scanner, where, true) : readRichText(scanner, where);
      if (!text.ok) return text;
      if (isValue) written.value = text.value;
      else written.rich = text.value;
    }
  }
  return accepted(written);
}

const isUncomputed = ({ isFormula, value, type }: Written): boolean =>
  isFormula && (value === null || (value === '' && type !== 'str'));

/** ECMA-376 18.18.11, the kinds of cell. */
function toCell(written: Written, name: string, context: SheetContext): Result<Cell, XlsxProblem> {
  const { type, rich } = written;
  const value = written.value ?? '';
  if (type === 'inlineStr') return accepted(rich ?? decodeEscapes(value));
  if (value === '') return accepted('');
  if (type === 's') return sharedText(value, name, context);
  if (type === 'b') return accepted(value.trim() === '1' || value.trim() === 'true');
  if (type === 'd') return accepted(isoText(value.trim()));
  if (type === 'n') return accepted(numberCell(value.trim(), written, context));
  return accepted(decodeEscapes(value));
}

function sharedText(value: string, name: string, { strings }: SheetContext): Result<Cell, XlsxProblem> {
  const text = /^\d+$/.test(value.trim()) ? strings[Number(value)] : undefined;
  return text === undefined ? damaged('a cell names a text that is not there', name) : accepted(text);
}

/** A date of the strict flavour; midnight is a date alone. */
const isoText = (value: string): string => value.replace(/(\.\d+)?Z?$/, '').replace(/T00:00:00$/, '');

/** 15 digits are what a spreadsheet itself shows, so that 0.1 + 0.2 is 0.3. */
function numberCell(value: string, { style }: Written, { formats, isFrom1904 }: SheetContext): Cell {
  const number = NUMBER.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) return value;
  const kind = formats[style] ?? null;
  const moment = kind === null ? null : momentText(number, kind, isFrom1904);
  return moment ?? roundTo15(number);
}

/** The very last numbers would round beyond all; they stay. */
function roundTo15(number: number): number {
  const rounded = Number(number.toPrecision(15)) + 0;
  return Number.isFinite(rounded) ? rounded : number;
}

const NUMBER = /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?$/;
