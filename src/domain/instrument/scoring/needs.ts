// Which competencies need a training (`needs`): what the job requires, what people have, and how much it matters (TNA, AKPK).
import { type Fraction, fraction, multiply } from '../../skm/fraction.ts';
import type { Answers, GroupNode, Instrument } from '../definition.ts';
import { compare, exactly, meanOf, subtract, sumOf } from './exact.ts';
import { type ScoredQuestion, scoredAmong, scoredQuestions } from './scored-question.ts';

/** Appearance tokens that say what a question of a competency's group asks. Absent importance counts as 1. */
export const NEEDS_TOKENS = ['needs-required', 'needs-own', 'needs-importance'] as const;
type NeedsToken = (typeof NEEDS_TOKENS)[number];

export type Competency = {
  readonly group: GroupNode;
  readonly required: ScoredQuestion;
  readonly own: ScoredQuestion;
  readonly importance: ScoredQuestion | null;
};

/** What one person's sheet says of one competency. */
export type Need = {
  /** Required - own: above 0 where something is missing, below 0 where there is more than the job asks. */
  readonly gap: Fraction;
  readonly importance: Fraction;
  /** gap x importance. */
  readonly weighted: Fraction;
};

export type CompetencyNeed = {
  readonly competency: Competency;
  /** People who said all that it asks; the others are in no figure. */
  readonly n: number;
  /** People whose gap is above 0. */
  readonly short: number;
  readonly meanGap: Fraction | null;
  /** Sum of gap x importance over these people; null where there are none. */
  readonly priority: Fraction | null;
};

/** The competencies by priority, the most urgent first; those that nobody rated last, in the form's order. */
export function needsOf(instrument: Instrument, sheets: readonly Answers[]): CompetencyNeed[] {
  return competenciesOf(instrument)
    .map(competency => overPeople(competency, sheets))
    .toSorted((a, b) => {
      if (!a.priority || !b.priority) return Number(!a.priority) - Number(!b.priority);
      return compare(b.priority, a.priority);
    });
}

/** The groups that ask at least what is required and what one has. */
export function competenciesOf(instrument: Instrument): Competency[] {
  const questions = scoredQuestions(instrument);
  return instrument.nodes.flatMap((group, index) => {
    if (group.kind !== 'group') return [];
    const asked = (token: NeedsToken): ScoredQuestion | undefined =>
      questions.find(({ node }) => node.parent === index && node.appearance?.includes(token));
    const [required, own] = [asked('needs-required'), asked('needs-own')];
    return required && own ? [{ group, required, own, importance: asked('needs-importance') ?? null }] : [];
  });
}

function overPeople(competency: Competency, sheets: readonly Answers[]): CompetencyNeed {
  const needs = sheets.flatMap(answers => needOf(competency, answers) ?? []);
  return {
    competency,
    n: needs.length,
    short: needs.filter(({ gap }) => gap.num > 0n).length,
    meanGap: meanOf(needs.map(({ gap }) => gap)),
    priority: needs.length === 0 ? null : sumOf(needs.map(({ weighted }) => weighted)),
  };
}

/** Null where one of the questions is blank or answered "tidak berlaku". */
export function needOf({ required, own, importance }: Competency, answers: Answers): Need | null {
  const [asked, held] = [scoreIn(required, answers), scoreIn(own, answers)];
  const weight = importance ? scoreIn(importance, answers) : fraction(1);
  if (!asked || !held || !weight) return null;
  const gap = subtract(asked, held);
  return { gap, importance: weight, weighted: multiply(gap, weight) };
}

function scoreIn({ code, choices }: ScoredQuestion, answers: Answers): Fraction | null {
  const chosen = scoredAmong(choices).find(choice => choice.code === answers[code]);
  return chosen ? exactly(chosen.score) : null;
}
