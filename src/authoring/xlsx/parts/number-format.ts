// Whether a number is shown as a date: a spreadsheet keeps days as numbers, and only the cell's format tells.
import { accepted, type Result } from '../../../domain/result.ts';
import type { XlsxProblem } from '../problem.ts';
import { XmlScanner } from '../xml/scanner.ts';

/** `duration`: hours beyond 24 go on counting (`[h]:mm`). */
export const MOMENT_KINDS = ['date', 'time', 'both', 'duration'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** By the index that a cell's `s` names; null is an ordinary number. */
export type CellFormats = readonly (MomentKind | null)[];

/** ECMA-376 18.8.30: formats that have a number and no text, the East Asian ones included. */
const BUILT_IN: readonly { from: number; to: number; kind: MomentKind }[] = [
  { from: 14, to: 17, kind: 'date' },
  { from: 18, to: 21, kind: 'time' },
  { from: 22, to: 22, kind: 'both' },
  { from: 27, to: 31, kind: 'date' },
  { from: 32, to: 35, kind: 'time' },
  { from: 36, to: 36, kind: 'date' },
  { from: 45, to: 45, kind: 'time' },
  { from: 46, to: 46, kind: 'duration' },
  { from: 47, to: 47, kind: 'time' },
  { from: 50, to: 54, kind: 'date' },
  { from: 55, to: 56, kind: 'time' },
  { from: 57, to: 58, kind: 'date' },
];

export function readCellFormats(xml: string, part: string): Result<CellFormats, XlsxProblem> {
  const scanner = new XmlScanner(xml, part);
  const own = new Map<string, MomentKind | null>();
  const formats: (MomentKind | null)[] = [];
  for (let piece = scanner.next(); piece !== 'end'; piece = scanner.next()) {
    if (scanner.problem) return { ok: false, problem: scanner.problem };
    if (piece !== 'open') continue;
    const id = scanner.attribute('numFmtId') ?? '0';
    if (scanner.name === 'numFmt' && scanner.parent === 'numFmts')
      own.set(id, momentKindOf(scanner.attribute('formatCode') ?? ''));
    else if (scanner.name === 'xf' && scanner.parent === 'cellXfs')
      formats.push(own.has(id) ? (own.get(id) ?? null) : builtIn(id));
  }
  return accepted(formats);
}

const builtIn = (id: string): MomentKind | null =>
  BUILT_IN.find(({ from, to }) => Number(id) >= from && Number(id) <= to)?.kind ?? null;

/** What a format shows: `yyyy-mm-dd`, `[$-421]d mmmm yyyy`, `h:mm AM/PM`; an `m` beside hours or seconds is minutes. */
export function momentKindOf(format: string): MomentKind | null {
  const code = format.slice(0, MOST_FORMAT_CHARACTERS).replace(LITERAL, '').split(';')[0] ?? '';
  if (/\[(h+|m+|s+)\]/i.test(code)) return 'duration';
  const letters = code.replace(/\[[^\]]*\]/g, '').replace(/AM\/PM|A\/P/gi, 'h');
  const units = (letters.match(/y+|m+|d+|h+|s+/gi) ?? []).map(unit => unit.charAt(0).toLowerCase());
  const isMinute = (index: number) =>
    units[index] === 'm' && (units[index - 1] === 'h' || units[index + 1] === 's');
  const hasTime = units.some(unit => unit === 'h' || unit === 's');
  const hasDate = units.some((unit, index) => 'yd'.includes(unit) || (unit === 'm' && !isMinute(index)));
  if (hasDate) return hasTime ? 'both' : 'date';
  return hasTime ? 'time' : null;
}

/** Excel's own limit of a format. */
const MOST_FORMAT_CHARACTERS = 255;

/** Words in quotes, a character after a backslash, and the width or filling of one. */
const LITERAL = /"[^"]*"?|\\.|_.|\*./g;
