// Small instruments for scoring's tests: questions with scored lists, made in a line each.
import type {
  Instrument,
  ListRow,
  Node,
  QuestionNode,
  Scoring,
} from '../../../../src/domain/instrument/definition.ts';
import { type Fraction, fraction, toExact } from '../../../../src/domain/skm/fraction.ts';

/** `scores` by choice code; null for a choice that counts nothing. */
export type Asked = Partial<QuestionNode> & {
  readonly code: string;
  readonly scores?: Readonly<Record<string, number | null>>;
};

export function makeInstrument(scoring: Scoring, nodes: readonly (Node | Asked)[]): Instrument {
  return {
    format: 2,
    code: 'contoh',
    version: 1,
    kind: 'form',
    view: 'page',
    anonymous: false,
    scoring,
    languages: [{ code: 'id', name: 'Bahasa Indonesia' }],
    title: { id: 'Contoh' },
    notice: null,
    nodes: nodes.map(toNode),
    lists: Object.fromEntries(
      nodes.flatMap(node => ('scores' in node && node.scores ? [[node.code, rows(node.scores)]] : [])),
    ),
    needs: [],
  };
}

function toNode(asked: Node | Asked): Node {
  if ('kind' in asked && asked.kind !== 'question') return asked as Node;
  const { scores, ...rest } = asked as Asked;
  return {
    kind: 'question',
    name: rest.code,
    parent: -1,
    type: 'select_one',
    ...(scores && { list: rest.code }),
    ...rest,
  };
}

const rows = (scores: Readonly<Record<string, number | null>>): ListRow[] =>
  Object.entries(scores).map(([code, score]) => ({ code, ...(score !== null && { score }) }));

/** A group or a repeat of the form itself. */
export const around = (kind: 'group' | 'repeat', code: string): Node => ({
  kind,
  code,
  name: code,
  parent: -1,
});

/** `155/2`, or null: what tests compare. */
export const exact = (value: Fraction | null): string | null => value && toExact(value);

export const percents = (given: Readonly<Record<string, number>>): ReadonlyMap<string, Fraction> =>
  new Map(Object.entries(given).map(([person, percent]) => [person, fraction(percent)]));
