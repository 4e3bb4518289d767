// Makes figures of a survey's tallies, and holds back those that so few answered that they would tell who said what.
import { heldBack, NOTHING_HELD } from '../../domain/anonymity/suppression.ts';
import { questionAt } from '../../domain/instrument/check-answers.ts';
import type { Instrument } from '../../domain/instrument/definition.ts';
import { type ScoredQuestion, scoredQuestions } from '../../domain/instrument/scoring/scored-question.ts';
import {
  figuresOf,
  indexOf,
  type UnsurFigures,
  unsurQuestions,
} from '../../domain/instrument/scoring/skm.ts';
import { type Fraction, toDecimal, toExact } from '../../domain/skm/fraction.ts';
import { REGULATIONS, type Scheme } from '../../domain/skm/grade.ts';
import type { QuestionResult, SurveyResult } from '../../protocol/office/result.ts';
import type { SurveyTallies } from '../store/result/survey-tallies.ts';
import { choiceLabel, labelOf, wordsOf } from './words.ts';

const SCHEME: Scheme = '2017';

/** The same figures feed the page and the file. `expected`: how many could have answered. */
export function surveyResult(
  instrument: Instrument,
  tallies: SurveyTallies,
  { expected, least }: { readonly expected: number; readonly least: number },
): SurveyResult {
  const counted = shownQuestions(instrument).map(question => countAnswers(question, tallies));
  const answered = new Map(counted.map(({ question, n }) => [question.code, n]));
  const held = instrument.anonymous ? heldBack(tallies.responses, answered, least) : NOTHING_HELD;
  const figures = counted.map(each => figuresFor(instrument, each, held.questions.has(each.question.code)));
  return {
    title: wordsOf(instrument, instrument.title),
    scheme: REGULATIONS[SCHEME],
    responses: tallies.responses,
    expected,
    least_shown: least,
    suppressed: held.all,
    index: held.joint ? null : index(figures.flatMap(({ average }) => average ?? [])),
    questions: figures.map(({ result }) => result),
    comments: held.all ? null : comments(instrument, tallies),
  };
}

/** Scored by the regulation: its unsur. Otherwise every question whose choices count. */
const shownQuestions = (instrument: Instrument): ScoredQuestion[] =>
  instrument.scoring === 'skm-2017' ? unsurQuestions(instrument) : scoredQuestions(instrument);

type Counted = {
  readonly question: ScoredQuestion;
  readonly n: number;
  readonly counts: ReadonlyMap<string, number>;
};

/** `n` has those in it who chose what counts nothing ("tidak berlaku"). */
function countAnswers(question: ScoredQuestion, tallies: SurveyTallies): Counted {
  const given = tallies.choices.get(question.code);
  const counts = new Map(question.choices.map(({ code }) => [code, given?.get(code) ?? 0]));
  return { question, counts, n: [...counts.values()].reduce((sum, n) => sum + n, 0) };
}

/** `average` is null where the unsur was not answered, or is held back. */
type Figures = { readonly result: QuestionResult; readonly average: Fraction | null };

function figuresFor(instrument: Instrument, { question, n, counts }: Counted, suppressed: boolean): Figures {
  const isShown = !suppressed && n > 0;
  const unsur = isShown && instrument.scoring === 'skm-2017' ? figuresOf(question, counts, SCHEME) : null;
  const choices = question.choices.map(choice => ({
    code: choice.code,
    label: choiceLabel(instrument, choice),
    n: counts.get(choice.code) ?? 0,
  }));
  const { code, node } = question;
  return {
    average: unsur?.average ?? null,
    result: {
      code,
      label: labelOf(instrument, node),
      n,
      suppressed,
      ...ratingOf(unsur),
      choices: isShown ? choices : null,
    },
  };
}

const ratingOf = (unsur: UnsurFigures | null) => ({
  total: unsur?.average ? unsur.tally.total : null,
  nrr: unsur?.average ? toDecimal(unsur.average, 2) : null,
  value: unsur?.rated?.value ?? null,
  grade: unsur?.rated?.grade ?? null,
});

/** Of the unsur that somebody answered. Printed weights are made for nine; for fewer there is only the exact value. */
function index(averages: readonly Fraction[]): SurveyResult['index'] {
  const { index: exact, variants } = indexOf(averages, SCHEME);
  return (
    exact && {
      value: exact.value,
      exact: toExact(exact.exact),
      grade: exact.grade,
      variants: variants.map(({ weight, value, grade }) => ({ weight, value, grade })),
    }
  );
}

const comments = (instrument: Instrument, tallies: SurveyTallies): SurveyResult['comments'] =>
  tallies.comments.flatMap(({ question, text }) => {
    const asked = questionAt(instrument, question);
    return asked ? [{ question, label: labelOf(instrument, asked), text }] : [];
  });
