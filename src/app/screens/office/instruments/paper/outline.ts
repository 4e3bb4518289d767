// A questionnaire as paper needs it: a tree in reading order, each question with its number, matrices found.
import type {
  GroupNode,
  Instrument,
  QuestionNode,
  RepeatNode,
} from '../../../../../domain/instrument/definition.ts';

export type PaperQuestion = {
  readonly kind: 'question';
  readonly node: QuestionNode;
  readonly number: number | null;
};
export type PaperPart =
  | PaperQuestion
  /** Questions with the same choices, as one table. `heading`: the question that names them. */
  | {
      readonly kind: 'matrix';
      readonly heading: QuestionNode | null;
      readonly rows: readonly PaperQuestion[];
    }
  | { readonly kind: 'group'; readonly node: GroupNode; readonly parts: readonly PaperPart[] }
  | { readonly kind: 'repeat'; readonly node: RepeatNode; readonly parts: readonly PaperPart[] };

type Counter = { last: number };

/** Computed values are left out; notes have no number; numbers begin anew in what repeats. */
export const outlineOf = (instrument: Instrument): PaperPart[] => partsIn(instrument, -1, { last: 0 });

function partsIn(instrument: Instrument, parent: number, counter: Counter): PaperPart[] {
  const parts: PaperPart[] = [];
  for (const [index, node] of instrument.nodes.entries()) {
    if (node.parent !== parent) continue;
    if (node.kind === 'question') {
      if (node.type !== 'calculate') parts.push({ kind: 'question', node, number: numberOf(node, counter) });
    } else if (node.kind === 'group')
      parts.push({ kind: 'group', node, parts: partsIn(instrument, index, counter) });
    else parts.push({ kind: 'repeat', node, parts: partsIn(instrument, index, { last: 0 }) });
  }
  const group = instrument.nodes[parent];
  return withMatrices(parts, group?.appearance?.includes('table-list') ?? false);
}

function numberOf(node: QuestionNode, counter: Counter): number | null {
  if (node.type === 'note' || isMatrixHeading(node)) return null;
  counter.last += 1;
  return counter.last;
}

const isSelect = ({ type }: QuestionNode): boolean => type === 'select_one' || type === 'select_multiple';
const isMatrixHeading = (node: QuestionNode): boolean =>
  isSelect(node) && (node.appearance?.includes('label') ?? false);
const isMatrixRow = (node: QuestionNode, inTable: boolean): boolean =>
  isSelect(node) &&
  !isMatrixHeading(node) &&
  (inTable || (node.appearance?.some(token => token === 'list-nolabel' || token === 'list') ?? false));

/** As the tablet finds them: a heading and its rows, or at least two rows with the same list. */
function withMatrices(parts: readonly PaperPart[], inTable: boolean): PaperPart[] {
  const found: PaperPart[] = [];
  for (let at = 0; at < parts.length; ) {
    const first = parts[at];
    if (!first) break;
    const heading = first.kind === 'question' && isMatrixHeading(first.node) ? first.node : null;
    const rows = rowsFrom(parts, at + (heading ? 1 : 0), { first, inTable });
    const isMatrix = rows.length > (heading ? 0 : 1);
    found.push(isMatrix ? { kind: 'matrix', heading, rows } : first);
    at += isMatrix ? rows.length + (heading ? 1 : 0) : 1;
  }
  return found;
}

function rowsFrom(
  parts: readonly PaperPart[],
  from: number,
  { first, inTable }: { first: PaperPart; inTable: boolean },
): PaperQuestion[] {
  const rows: PaperQuestion[] = [];
  for (const part of parts.slice(from)) {
    if (part.kind !== 'question' || !isMatrixRow(part.node, inTable)) break;
    if (first.kind === 'question' && first.node.list !== part.node.list) break;
    rows.push(part);
  }
  return rows;
}
