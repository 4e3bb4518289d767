// Builds .xlsx files for tests part by part, also such as no program would write.
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Cell } from '../../../src/authoring/workbook.ts';
import { readXlsx } from '../../../src/authoring/xlsx/read.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** One sheet called "survey" with what stands between `<sheetData>` and its end. */
export const sheetXml = (rows: string): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** The smallest whole workbook; `parts` replace its own or come on top. */
export function makeParts(parts: Parts = {}): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(['survey']),
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId98', 'styles', 'styles.xml'],
      ['rId99', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheetXml(''),
    ...parts,
  };
}

export const workbookXml = (names: readonly string[], properties = ''): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${names
    .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`;

export const relationships = (list: readonly (readonly [string, string, string])[]): string =>
  `<Relationships>${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export function makeXlsx(parts: Parts = {}): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(makeParts(parts)))
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** The first sheet's rows of a workbook with these parts, or the problem's code and why. */
export function rowsOf(parts: Parts): readonly (readonly Cell[])[] | string {
  const read = readXlsx(makeXlsx(parts));
  if (!read.ok) return `${read.problem.code} ${read.problem.details.why ?? read.problem.details.what ?? ''}`;
  return read.value.workbook.sheets[0]?.rows ?? [];
}

/** The first sheet's rows where its `<sheetData>` holds `rows`. */
export const rowsOfSheet = (rows: string, parts: Parts = {}) =>
  rowsOf({ 'xl/worksheets/sheet1.xml': sheetXml(rows), ...parts });

/** The code and the particulars of a refusal; null where the file was read. */
export function refusalOf(bytes: Uint8Array): { code: string; details: Record<string, unknown> } | null {
  const read = readXlsx(bytes);
  return read.ok ? null : { code: read.problem.code, details: { ...read.problem.details } };
}
