// The satisfaction index of an instrument scored `skm-2017`, from its tallies (PermenPANRB 14/2017).
import type { Fraction } from '../../skm/fraction.ts';
import type { Scheme } from '../../skm/grade.ts';
import {
  averageOf,
  type IndexValue,
  indexOfAverage,
  indexOfAverages,
  PRINTED_WEIGHTS,
  type UnsurTally,
} from '../../skm/satisfaction-index.ts';
import { UNSUR } from '../../skm/unsur.ts';
import type { Instrument } from '../definition.ts';
import { repeatOf, type ScoredQuestion, scoredAmong, scoredQuestions } from './scored-question.ts';
import { type Counts, scoreSum, type Tallies } from './tally.ts';

export type UnsurFigures = {
  readonly question: ScoredQuestion;
  readonly tally: UnsurTally;
  /** Nilai rata-rata (NRR), and it on 25-100; both null where nobody answered. */
  readonly average: Fraction | null;
  readonly rated: IndexValue | null;
};

export type Satisfaction = {
  readonly unsur: readonly UnsurFigures[];
  /** Null where no unsur was answered. */
  readonly index: IndexValue | null;
  /** By the weights that offices print for nine unsur, beside the exact one; empty for fewer. */
  readonly variants: readonly (IndexValue & { readonly weight: string })[];
};

export function satisfactionOf(instrument: Instrument, tallies: Tallies, scheme: Scheme): Satisfaction {
  const unsur = unsurQuestions(instrument).map(question =>
    figuresOf(question, tallies.get(question.code), scheme),
  );
  return {
    unsur,
    ...indexOf(
      unsur.flatMap(({ average }) => average ?? []),
      scheme,
    ),
  };
}

/**
 * By code, never by position. A question whose scores are not of 1-4 is none: it would move the index as no answer of
 * the regulation can.
 */
export const unsurQuestions = (instrument: Instrument): ScoredQuestion[] =>
  scoredQuestions(instrument).filter(
    ({ node, choices }) =>
      scoredAmong(choices).every(({ score }) => [1, 2, 3, 4].includes(score)) &&
      repeatOf(instrument, node) === null,
  );

/** One unsur by itself, so that a caller may hold it back before the index is made. */
export function figuresOf(
  question: ScoredQuestion,
  counts: Counts | undefined,
  scheme: Scheme,
): UnsurFigures {
  const { total, n } = scoreSum(question, counts);
  const tally = { total: Number(total.num / total.den), n };
  const average = averageOf(tally);
  return { question, tally, average, rated: average && indexOfAverage(average, scheme) };
}

/** SKM = sum of NRR x 1/k over the k unsur that somebody answered; IKM = SKM x 25. */
export function indexOf(
  averages: readonly Fraction[],
  scheme: Scheme,
): Pick<Satisfaction, 'index' | 'variants'> {
  const weights = averages.length === UNSUR.length ? PRINTED_WEIGHTS : [];
  return {
    index: indexOfAverages(averages, scheme),
    variants: weights.flatMap(weight => {
      const variant = indexOfAverages(averages, scheme, weight);
      return variant ? [{ weight, ...variant }] : [];
    }),
  };
}
