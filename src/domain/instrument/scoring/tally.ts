// Counts of answers, the form in which the centre keeps anonymous surveys: what is scored here never needs a single sheet.
import { add, type Fraction, fraction, multiply } from '../../skm/fraction.ts';
import type { Answers, Instrument, QuestionNode } from '../definition.ts';
import { exactly } from './exact.ts';
import { type ScoredQuestion, scoredAmong } from './scored-question.ts';

/** How often each value was given; of several codes at once, each by itself. */
export type Counts = ReadonlyMap<string, number>;
/** By answer key, with the instances' places: `pengajar[2]/penguasaan`. */
export type Tallies = ReadonlyMap<string, Counts>;

/** Questions of choices and of numbers; blanks and texts are in no count. */
export function tallyOf(instrument: Instrument, sheets: readonly Answers[]): Tallies {
  const counted = countedCodes(instrument);
  const tallies = new Map<string, Map<string, number>>();
  for (const answers of sheets)
    for (const [key, answer] of Object.entries(answers)) {
      const type = counted.get(key.slice(key.lastIndexOf(']/') + 1).replace(/^\//, ''));
      if (!type || !answer) continue;
      const counts = tallies.get(key) ?? new Map<string, number>();
      tallies.set(key, counts);
      for (const value of type === 'select_multiple' ? answer.split(' ') : [answer])
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  return tallies;
}

const COUNTED: ReadonlySet<QuestionNode['type']> = new Set([
  'select_one',
  'select_multiple',
  'range',
  'integer',
  'decimal',
]);

const countedCodes = ({ nodes }: Instrument): ReadonlyMap<string, QuestionNode['type']> =>
  new Map(
    nodes.flatMap(node =>
      node.kind === 'question' && COUNTED.has(node.type) ? [[node.code, node.type]] : [],
    ),
  );

/** `n` counts those whose answer has a score. */
export type ScoreSum = { readonly total: Fraction; readonly n: number };

export function scoreSum({ choices }: ScoredQuestion, counts: Counts | undefined): ScoreSum {
  const given = scoredAmong(choices).map(({ code, score }) => ({ score, n: counts?.get(code) ?? 0 }));
  return {
    total: given.map(({ score, n }) => multiply(exactly(score), fraction(n))).reduce(add, fraction(0)),
    n: given.reduce((sum, { n }) => sum + n, 0),
  };
}
