// Marks a test by its key (`key`): a choice's score is its points, and the right one has the most.
import { add, type Fraction, fraction } from '../../skm/fraction.ts';
import type { Answers, Instrument } from '../definition.ts';
import { compare, exactly, percentOf, sumOf } from './exact.ts';
import { type ScoredQuestion, scoredAmong, withScores } from './scored-question.ts';

export const VERDICTS = ['right', 'partly', 'wrong', 'blank'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type MarkedItem = {
  readonly code: string;
  readonly points: Fraction;
  readonly highest: Fraction;
  readonly verdict: Verdict;
};

export type Mark = {
  readonly points: Fraction;
  readonly highest: Fraction;
  /** Points of the highest, in per cent. */
  readonly percent: Fraction;
  readonly items: readonly MarkedItem[];
};

/**
 * Null where no question of the key was answered (the test was not taken), which is not the same as nothing right. In a
 * test that was taken a blank earns nothing and still counts in the highest.
 */
export function markOf(instrument: Instrument, answers: Answers): Mark | null {
  const items = keyQuestions(instrument).map(question => markItem(question, answers));
  if (items.every(({ verdict }) => verdict === 'blank')) return null;
  const [points, highest] = [sumOf(items.map(item => item.points)), sumOf(items.map(item => item.highest))];
  const percent = percentOf(points, highest);
  return percent && { points, highest, percent, items };
}

/** A question none of whose choices earns anything has no key. */
const keyQuestions = (instrument: Instrument): ScoredQuestion[] =>
  withScores(instrument).filter(question => highestOf(question).num > 0n);

/** Of one answer: the best choice. Of several: all that earn something. */
function highestOf({ node, choices }: ScoredQuestion): Fraction {
  const scores = scoredAmong(choices).map(({ score }) => exactly(score));
  if (node.type === 'select_one') return scores.toSorted(compare).at(-1) ?? NOTHING;
  return sumOf(scores.filter(score => score.num > 0n));
}

const NOTHING = fraction(0);

/** Wrong ones among several may cost points; less than nothing cannot be earned. */
function markItem(question: ScoredQuestion, answers: Answers): MarkedItem {
  const highest = highestOf(question);
  const answer = answers[question.code];
  if (!answer) return { code: question.code, points: NOTHING, highest, verdict: 'blank' };
  const chosen = answer.split(' ');
  const earned = scoredAmong(question.choices)
    .filter(({ code }) => chosen.includes(code))
    .map(({ score }) => exactly(score))
    .reduce(add, NOTHING);
  const points = earned.num > 0n ? earned : NOTHING;
  return {
    code: question.code,
    points,
    highest,
    verdict: verdictOf(points, highest, isAllRight(question, chosen)),
  };
}

/** Nothing chosen that is not of the key: with every box ticked a question would else be right. */
function isAllRight({ node, choices }: ScoredQuestion, chosen: readonly string[]): boolean {
  const earning = choices.filter(({ score }) => score !== undefined && score > 0).map(({ code }) => code);
  return node.type === 'select_one' || chosen.every(code => earning.includes(code));
}

function verdictOf(points: Fraction, highest: Fraction, isAllRight: boolean): Verdict {
  if (points.num === 0n) return 'wrong';
  return isAllRight && compare(points, highest) === 0 ? 'right' : 'partly';
}

export type ItemShare = {
  readonly code: string;
  readonly right: number;
  /** Tests taken, blanks of this question among them. */
  readonly n: number;
};

/** How many had each question right: what to teach again. */
export const rightByItem = (instrument: Instrument, marks: readonly Mark[]): ItemShare[] =>
  keyQuestions(instrument).map(({ code }) => ({
    code,
    n: marks.length,
    right: marks.filter(({ items }) => items.some(item => item.code === code && item.verdict === 'right'))
      .length,
  }));
