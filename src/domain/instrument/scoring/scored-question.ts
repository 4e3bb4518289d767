// Which questions count in the scoring: those whose list gives its choices a score.
import type { Instrument, ListRow, Node, QuestionNode } from '../definition.ts';

export type ScoredQuestion = {
  readonly code: string;
  readonly node: QuestionNode;
  /** The whole list, in its order. A row without a score ("tidak berlaku") can be chosen and counts nothing. */
  readonly choices: readonly ListRow[];
};

/** A choice that counts. */
export type ScoredChoice = ListRow & { readonly score: number };

/** Questions of one answer whose choices count, in the instrument's order. */
export const scoredQuestions = (instrument: Instrument): ScoredQuestion[] =>
  withScores(instrument).filter(({ node }) => node.type === 'select_one');

/** Those of several answers too: what a test's key asks. */
export const withScores = (instrument: Instrument): ScoredQuestion[] =>
  instrument.nodes.flatMap(node => {
    const choices = choicesOf(instrument, node);
    return node.kind === 'question' && scoredAmong(choices).length > 0
      ? [{ code: node.code, node, choices }]
      : [];
  });

function choicesOf({ lists }: Instrument, node: Node): readonly ListRow[] {
  if (node.kind !== 'question' || (node.type !== 'select_one' && node.type !== 'select_multiple')) return [];
  return node.list !== undefined && Object.hasOwn(lists, node.list) ? (lists[node.list] ?? []) : [];
}

export const scoredAmong = (choices: readonly ListRow[]): ScoredChoice[] =>
  choices.filter((choice): choice is ScoredChoice => choice.score !== undefined);

/** The code of the innermost repeat that a node is in, or null. */
export function repeatOf({ nodes }: Instrument, { parent }: Node): string | null {
  for (let node = nodes[parent]; node; node = nodes[node.parent])
    if (node.kind === 'repeat') return node.code;
  return null;
}
