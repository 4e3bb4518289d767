// Opens the parts of an .xlsx by name and follows the relationships between them (Open Packaging Conventions).
import { accepted, type Result } from '../../../domain/result.ts';
import { damaged, LIMITS, unsafe, type XlsxProblem } from '../problem.ts';
import { decodeXml } from '../xml/decode.ts';
import { XmlScanner } from '../xml/scanner.ts';
import type { ZipDirectory } from '../zip/directory.ts';
import { type InflateBudget, inflate } from '../zip/inflate.ts';

export type Package = { readonly directory: ZipDirectory; readonly budget: InflateBudget };

/** `kind` is the last word of the relationship's type, the same in both flavours of the standard. */
export type Relationship = { readonly id: string; readonly kind: string; readonly target: string };

export const openPackage = (directory: ZipDirectory): Package => ({
  directory,
  budget: { leftBytes: LIMITS.total_bytes },
});

export const hasPart = ({ directory }: Package, name: string): boolean => directory.has(name.toLowerCase());

/** A part's text; `xlsx.damaged` where the part is not there. */
export function readPart({ directory, budget }: Package, name: string): Result<string, XlsxProblem> {
  const entry = directory.get(name.toLowerCase());
  if (!entry) return damaged('the part is missing', name);
  const bytes = inflate(entry, budget);
  return bytes.ok ? decodeXml(bytes.value, name) : bytes;
}

/** Relationships of `part` ('' is the whole package), with targets as part names; none where it has none. */
export function readRelationships(xlsx: Package, part: string): Result<Relationship[], XlsxProblem> {
  const cut = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
  if (!hasPart(xlsx, name)) return accepted([]);
  const xml = readPart(xlsx, name);
  if (!xml.ok) return xml;
  const scanner = new XmlScanner(xml.value, name);
  const found: Relationship[] = [];
  for (let piece = scanner.next(); piece !== 'end'; piece = scanner.next()) {
    if (scanner.problem) return { ok: false, problem: scanner.problem };
    if (piece !== 'open' || scanner.name !== 'Relationship') continue;
    const relationship = readRelationship(scanner, part.slice(0, cut), name);
    if (!relationship.ok) return relationship;
    found.push(relationship.value);
  }
  return accepted(found);
}

/** What lies outside of the file (a link in a cell) keeps an empty target: nothing is ever fetched. */
function readRelationship(
  scanner: XmlScanner,
  folder: string,
  where: string,
): Result<Relationship, XlsxProblem> {
  const id = scanner.attribute('Id') ?? '';
  const kind = (scanner.attribute('Type') ?? '').split('/').at(-1) ?? '';
  if (scanner.attribute('TargetMode') === 'External') return accepted({ id, kind, target: '' });
  const target = resolveTarget(folder, scanner.attribute('Target') ?? '');
  return target === null ? unsafe('path', where) : accepted({ id, kind, target });
}

/** Null where it leads out of the package. */
function resolveTarget(folder: string, target: string): string | null {
  const parts: string[] = [];
  const path = target.startsWith('/') ? target : folder + target;
  for (const part of path.split('/'))
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  return parts.join('/');
}
