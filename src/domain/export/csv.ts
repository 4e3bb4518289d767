// CSV that a spreadsheet opens as it is meant: no cell becomes a formula, no number loses digits.

/** Text is made safe, numbers and exact decimals stand as they are, null is an empty cell. */
export type Cell = string | number | { readonly decimal: string } | null;

const BOM = '\uFEFF';
const FORMULA_START = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212';
/**
 * Where a cell could begin: at its start, and after a character at which a spreadsheet of another locale would split
 * the line. Blanks and quotes before the sign do not help: some programs drop them.
 */
const DANGEROUS = new RegExp(
  `(?<=^|[;\\t\\n]|\\r(?!\\n))(?=(?:[^\\S\\t\\r\\n]|")*[${FORMULA_START}])|^(?=[\\t\\r\\n])`,
  'g',
);

/** UTF-8 text with BOM and CRLF (RFC 4180). Give a NIP in its spaced form: spreadsheets keep that as text. */
export const toCsv = (header: readonly string[], rows: Iterable<readonly Cell[]>): string =>
  [BOM, toLine(header), ...Array.from(rows, toLine)].join('');

const toLine = (cells: readonly Cell[]): string => `${cells.map(toCell).join(',')}\r\n`;

function toCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? `"${safeText(cell).replaceAll('"', '""')}"` : cell.decimal;
}

/** An apostrophe before everything that a spreadsheet could take for a formula (OWASP, CSV injection). */
export const safeText = (text: string): string => text.replaceAll('\0', '').replace(DANGEROUS, "'");
