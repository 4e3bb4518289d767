// How often each level of a rubric was seen (`levels`). Levels are an order, not a measure: mode and median, no mean.
import type { Fraction } from '../../skm/fraction.ts';
import type { Instrument, ListRow } from '../definition.ts';
import { exactly, meanOf } from './exact.ts';
import {
  repeatOf,
  type ScoredChoice,
  type ScoredQuestion,
  scoredAmong,
  scoredQuestions,
} from './scored-question.ts';
import type { Counts, Tallies } from './tally.ts';

export type Levels = {
  readonly question: ScoredQuestion;
  /** Every choice in the list's order, with those that have no score. */
  readonly choices: readonly { readonly choice: ListRow; readonly n: number }[];
  /** Sheets on which a level with a score was chosen. */
  readonly n: number;
  /** The levels seen most often: several where they are level with each other, none where nothing was seen. */
  readonly mode: readonly ScoredChoice[];
  /** Half-way between the two middle ones where their number is even; null where nothing was seen. */
  readonly median: Fraction | null;
};

/** Of questions outside repeats. */
export const levelsOf = (instrument: Instrument, tallies: Tallies): Levels[] =>
  scoredQuestions(instrument)
    .filter(({ node }) => repeatOf(instrument, node) === null)
    .map(question => levelsOfQuestion(question, tallies.get(question.code)));

function levelsOfQuestion(question: ScoredQuestion, counts: Counts | undefined): Levels {
  const seen = (choice: ListRow): number => counts?.get(choice.code) ?? 0;
  const levels = scoredAmong(question.choices);
  const most = Math.max(0, ...levels.map(seen));
  return {
    question,
    choices: question.choices.map(choice => ({ choice, n: seen(choice) })),
    n: levels.reduce((sum, level) => sum + seen(level), 0),
    mode: most === 0 ? [] : levels.filter(level => seen(level) === most),
    median: medianOf(levels.map(level => ({ score: level.score, n: seen(level) }))),
  };
}

function medianOf(levels: readonly { readonly score: number; readonly n: number }[]): Fraction | null {
  const ordered = levels.toSorted((a, b) => a.score - b.score);
  const n = ordered.reduce((sum, level) => sum + level.n, 0);
  const middles = n === 0 ? [] : [Math.floor((n - 1) / 2), Math.floor(n / 2)];
  return meanOf(middles.map(rank => exactly(scoreAt(ordered, rank))));
}

/** The score at that 0-based rank, counted from the lowest. */
function scoreAt(ordered: readonly { readonly score: number; readonly n: number }[], rank: number): number {
  let passed = 0;
  for (const { score, n } of ordered) {
    passed += n;
    if (rank < passed) return score;
  }
  throw new RangeError(`no level at rank ${rank}`);
}
