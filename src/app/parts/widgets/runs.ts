// Which questions of a screen make one matrix together: XLSForm's `label` with `list-nolabel`, and groups as `table-list`.
import type { LiveQuestion } from '../../../domain/instrument/sheet/sheet.ts';
import { hasAppearance } from './widget.ts';

export type Run =
  | { readonly kind: 'one'; readonly question: LiveQuestion }
  /** `heading`: the question whose label and choices head the table; null where the rows stand alone. */
  | {
      readonly kind: 'matrix';
      readonly heading: LiveQuestion | null;
      readonly rows: readonly LiveQuestion[];
    };

/** `questions`: those that a screen shows, in their order. Each comes back exactly once. */
export function runsOf(questions: readonly LiveQuestion[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < questions.length; ) {
    const first = questions[at];
    if (!first) break;
    const heading = isHeading(first) ? first : null;
    const rows = rowsFrom(questions, at + (heading ? 1 : 0), first);
    const isMatrix = heading ? rows.length > 0 : rows.length > 1;
    runs.push(isMatrix ? { kind: 'matrix', heading, rows } : { kind: 'one', question: first });
    at += isMatrix ? rows.length + (heading ? 1 : 0) : 1;
  }
  return runs;
}

function rowsFrom(questions: readonly LiveQuestion[], from: number, first: LiveQuestion): LiveQuestion[] {
  const rows: LiveQuestion[] = [];
  for (const question of questions.slice(from)) {
    if (!isRow(question) || !isOfOneTable(first, question)) break;
    rows.push(question);
  }
  return rows;
}

const isSelect = ({ node }: LiveQuestion): boolean =>
  node.type === 'select_one' || node.type === 'select_multiple';

const isHeading = (question: LiveQuestion): boolean => isSelect(question) && hasAppearance(question, 'label');

function isRow(question: LiveQuestion): boolean {
  if (!isSelect(question) || isHeading(question)) return false;
  const inTable = question.parent?.node?.appearance?.includes('table-list') ?? false;
  return inTable || hasAppearance(question, 'list-nolabel', 'list');
}

const isOfOneTable = (first: LiveQuestion, row: LiveQuestion): boolean =>
  first.parent === row.parent && first.node.list === row.node.list;
