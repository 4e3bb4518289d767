// Reads a CSV file as one sheet: the external lists that a form names (RFC 4180, with the separators that offices use).
import { accepted, type Result } from '../../domain/result.ts';
import type { SheetOfCells } from '../workbook.ts';
import { Grid, newCellBudget } from './parts/grid.ts';
import { LIMITS, tooLarge, type XlsxProblem } from './problem.ts';

const SEPARATORS = [',', ';', '\t'];
/** How far the first line is looked into for its separator. */
const HEADING_CHARACTERS = 65_536;

/**
 * Every cell is text. A byte order mark and Excel's line `sep=;` are no cells; a quote left open ends with the text; blank
 * lines keep their place. Bounded like a sheet of an .xlsx, with the same problems.
 */
export function readCsv(text: string, name: string): Result<SheetOfCells, XlsxProblem> {
  if (text.length > LIMITS.file_bytes) return tooLarge('file_bytes', name);
  const body = text.replace(/^\uFEFF/, '');
  const declared = /^sep=([,;\t])(?:\r\n?|\n|$)/i.exec(body);
  const separator = declared?.[1] ?? guessSeparator(body);
  const grid = new Grid(name, newCellBudget());
  const fields = splitFields(body, separator, declared?.[0].length ?? 0);
  for (const { row, column, field } of fields) {
    const put = grid.put({ row, column }, field);
    if (!put.ok) return put;
  }
  return accepted({ name, rows: grid.rows });
}

/** The one that the first line has most of, outside of quotes. */
function guessSeparator(body: string): string {
  const heading = body
    .slice(0, HEADING_CHARACTERS)
    .replace(/"[^"]*"?/g, '')
    .trimStart()
    .split(/[\r\n]/, 1)[0];
  const counts = SEPARATORS.map(separator => (heading ?? '').split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

type Field = { readonly row: number; readonly column: number; readonly field: string };

function* splitFields(body: string, separator: string, from: number): Generator<Field> {
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  let row = 1;
  let column = 1;
  for (let at = from; at <= body.length; ) {
    const { field, end } = takeField(body, at, plain);
    yield { row, column, field };
    const isSeparator = body[end] === separator;
    column = isSeparator ? column + 1 : 1;
    if (!isSeparator) row += 1;
    at = end + (body.startsWith('\r\n', end) ? 2 : 1);
  }
}

/** A quoted field ends with its quote; what stands between that and the separator is kept as it is. */
function takeField(body: string, at: number, plain: RegExp): { field: string; end: number } {
  const quoted: string[] = [];
  let end = at;
  if (body[at] === '"') {
    for (let start = at + 1; ; start = end + 1) {
      const quote = body.indexOf('"', start);
      end = quote < 0 ? body.length : quote + 1;
      quoted.push(body.slice(start, quote < 0 ? end : quote));
      if (body[end] !== '"' || quote < 0) break;
      quoted.push('"');
    }
  }
  plain.lastIndex = end;
  const rest = plain.exec(body)?.[0] ?? '';
  return { field: quoted.join('') + rest, end: end + rest.length };
}
