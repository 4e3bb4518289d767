// The workbook part of an .xlsx: which sheets there are, in which order, and where the rest lies.
import { accepted, type Result } from '../../../domain/result.ts';
import { damaged, LIMITS, tooLarge, unsafe, type XlsxProblem } from '../problem.ts';
import { XmlScanner } from '../xml/scanner.ts';
import { decodeEscapes } from '../xml/text.ts';
import { hasPart, type Package, type Relationship, readPart, readRelationships } from './package.ts';

export type WorkbookPart = {
  /** In the order of the tabs, hidden ones too; sheets of charts hold no cells and are left out. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days count from 1904-01-01 instead of 1900 (Excel for Mac, long ago). */
  readonly isFrom1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
};

type Listed = { readonly name: string; readonly id: string };

export function readWorkbookPart(xlsx: Package): Result<WorkbookPart, XlsxProblem> {
  const roots = readRelationships(xlsx, '');
  if (!roots.ok) return roots;
  const part = targetOf(roots.value, 'officeDocument') ?? 'xl/workbook.xml';
  const xml = readPart(xlsx, part);
  if (!xml.ok) return xml;
  const listed = readList(xml.value, part);
  if (!listed.ok) return listed;
  const relationships = readRelationships(xlsx, part);
  if (!relationships.ok) return relationships;
  const sheets = locate(listed.value.sheets, relationships.value, part);
  if (!sheets.ok) return sheets;
  const optional = (kind: string) => {
    const target = targetOf(relationships.value, kind);
    return target !== undefined && hasPart(xlsx, target) ? target : null;
  };
  return accepted({
    sheets: sheets.value,
    isFrom1904: listed.value.isFrom1904,
    sharedStrings: optional('sharedStrings'),
    styles: optional('styles'),
  });
}

const targetOf = (relationships: readonly Relationship[], kind: string): string | undefined =>
  relationships.find(one => one.kind === kind)?.target;

function readList(xml: string, part: string): Result<{ sheets: Listed[]; isFrom1904: boolean }, XlsxProblem> {
  const scanner = new XmlScanner(xml, part);
  const sheets: Listed[] = [];
  let isFrom1904 = false;
  for (let piece = scanner.next(); piece !== 'end'; piece = scanner.next()) {
    if (scanner.problem) return { ok: false, problem: scanner.problem };
    if (piece !== 'open') continue;
    if (scanner.depth === 1 && scanner.name !== 'workbook') return damaged('no workbook', part);
    if (scanner.name === 'workbookPr') isFrom1904 = isTrue(scanner.attribute('date1904'));
    if (scanner.name === 'sheet' && scanner.parent === 'sheets')
      sheets.push({
        name: decodeEscapes(scanner.attribute('name') ?? ''),
        id: scanner.attribute('id') ?? '',
      });
    if (sheets.length > LIMITS.sheets) return tooLarge('sheets');
  }
  return accepted({ sheets, isFrom1904 });
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Each sheet has a name and cells of its own. */
function locate(
  listed: readonly Listed[],
  relationships: readonly Relationship[],
  part: string,
): Result<WorkbookPart['sheets'], XlsxProblem> {
  const sheets: { name: string; part: string }[] = [];
  const seen = new Set<string>();
  const relationshipsById = new Map(relationships.map(one => [one.id, one]));
  for (const { name, id } of listed) {
    const relationship = relationshipsById.get(id);
    if (!relationship) return damaged('a sheet leads nowhere', name);
    if (relationship.kind !== 'worksheet') continue;
    if (relationship.target === '') return unsafe('external', name);
    const keys = [`name ${name.toLowerCase()}`, `part ${relationship.target.toLowerCase()}`];
    if (keys.some(key => seen.has(key))) return unsafe('duplicate', name);
    for (const key of keys) seen.add(key);
    sheets.push({ name, part: relationship.target });
  }
  return sheets.length > 0 ? accepted(sheets) : damaged('no sheet', part);
}
