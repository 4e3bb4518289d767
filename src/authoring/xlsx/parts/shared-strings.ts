// The texts that an .xlsx keeps once for all of its cells, and how one text is read from its runs.
import { accepted, type Result } from '../../../domain/result.ts';
import { LIMITS, tooLarge, type XlsxProblem } from '../problem.ts';
import { XmlScanner } from '../xml/scanner.ts';
import { decodeEscapes } from '../xml/text.ts';

export function readSharedStrings(xml: string, part: string): Result<string[], XlsxProblem> {
  const scanner = new XmlScanner(xml, part);
  const strings: string[] = [];
  for (let piece = scanner.next(); piece !== 'end'; piece = scanner.next()) {
    if (scanner.problem) return { ok: false, problem: scanner.problem };
    if (piece !== 'open' || scanner.name !== 'si' || scanner.parent !== 'sst') continue;
    const text = readRichText(scanner, `${part} ${strings.length}`);
    if (!text.ok) return text;
    strings.push(text.value);
    if (strings.length > LIMITS.cells) return tooLarge('cells', part);
  }
  return accepted(strings);
}

/**
 * With the scanner just inside an `si` or `is`: steps past its end and joins its runs. The reading aid above East Asian
 * characters (`rPh`) is no part of the text.
 */
export function readRichText(scanner: XmlScanner, where: string): Result<string, XlsxProblem> {
  const outside = scanner.depth - 1;
  let text = '';
  for (let piece = scanner.next(); scanner.depth > outside; piece = scanner.next()) {
    if (scanner.problem) return { ok: false, problem: scanner.problem };
    if (piece !== 'open' || scanner.name !== 't') continue;
    const isText = scanner.parent === 'is' || scanner.parent === 'si' || scanner.parent === 'r';
    const run = readText(scanner, where, scanner.attribute('space') === 'preserve');
    if (!run.ok) return run;
    if (isText) text += decodeEscapes(run.value);
    if (text.length > LIMITS.cell_characters) return tooLarge('cell_characters', where);
  }
  return accepted(text);
}

/**
 * With the scanner just inside an element that holds text only: steps past its end. As in Excel, white space at
 * the ends of a run counts only where `xml:space="preserve"` says so.
 */
export function readText(
  scanner: XmlScanner,
  where: string,
  isPreserved: boolean,
): Result<string, XlsxProblem> {
  const outside = scanner.depth - 1;
  let text = '';
  for (let piece = scanner.next(); scanner.depth > outside; piece = scanner.next()) {
    if (scanner.problem) return { ok: false, problem: scanner.problem };
    if (piece === 'text' && scanner.depth === outside + 1) text += scanner.text;
    if (text.length > MOST_RAW_CHARACTERS) return tooLarge('cell_characters', where);
  }
  return accepted(isPreserved ? text : text.replace(/^[ \t\n\r]+/, '').replace(SPACE_AT_END, ''));
}

/** Each character may be written as an escape of seven. */
const MOST_RAW_CHARACTERS = 7 * LIMITS.cell_characters;

/** Anchored before it looks, so that long white space inside a text is not tried again from each of its places. */
const SPACE_AT_END = /(?<![ \t\n\r])[ \t\n\r]+$/;
