// From the bytes of a spreadsheet to a definition and everything that is to be said of it. Runs where a bomb can do no harm.
import type { Finding } from '../../authoring/finding.ts';
import { compile } from '../../authoring/xlsform/compile.ts';
import type { XlsxProblem } from '../../authoring/xlsx/problem.ts';
import { readXlsx } from '../../authoring/xlsx/read.ts';
import type { Instrument } from '../../domain/instrument/definition.ts';
import { type Change, differenceOf } from '../../domain/instrument/difference.ts';
import { accepted, type Result } from '../../domain/result.ts';

export type Compiled = {
  readonly findings: readonly Finding[];
  /** Numbered as the next version; null where a finding is an error. */
  readonly instrument: Instrument | null;
  /** The newest version of the same code, or null. */
  readonly newest: Instrument | null;
  /** What is different from it. */
  readonly difference: readonly Change[];
};

/** `findNewest` is asked once, for the code that the spreadsheet names. */
export async function compileSpreadsheet(
  bytes: Uint8Array,
  findNewest: (code: string) => Promise<Instrument | null>,
): Promise<Result<Compiled, XlsxProblem>> {
  const read = readXlsx(bytes);
  if (!read.ok) return read;
  const { workbook } = read.value;
  // Only the whole tells the code, and codes of questions depend on what was published under it.
  const first = compile(workbook, { version: 1 });
  if (!first.instrument) return accepted({ ...first, newest: null, difference: [] });
  const newest = await findNewest(first.instrument.code);
  if (!newest) return accepted({ ...first, newest, difference: [] });
  const next = compile(workbook, { version: newest.version + 1, previous: newest });
  const difference = next.instrument ? differenceOf(newest, next.instrument) : [];
  return accepted({ ...next, newest, difference });
}
