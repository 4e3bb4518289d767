// Makes figures of a survey's tallies, and holds back those that so few answered that they would tell who said what.
import { heldBack, NOTHING_HELD } from '../../domain/anonymity/suppression.ts';
import { type Instrument, type SelectOne, scoredQuestions } from '../../domain/instrument/instrument.ts';
import { type Fraction, toDecimal, toExact } from '../../domain/skm/fraction.ts';
import { REGULATIONS, type Scheme } from '../../domain/skm/grade.ts';
import {
  averageOf,
  indexOfAverage,
  indexOfAverages,
  PRINTED_WEIGHTS,
} from '../../domain/skm/satisfaction-index.ts';
import { UNSUR } from '../../domain/skm/unsur.ts';
import type { QuestionResult, SurveyResult } from '../../protocol/office/result.ts';
import type { SurveyTallies } from '../store/result/survey-tallies.ts';

const SCHEME: Scheme = '2017';

/** The same figures feed the page and the file. `expected`: how many could have answered. */
export function surveyResult(
  instrument: Instrument,
  tallies: SurveyTallies,
  { expected, least }: { readonly expected: number; readonly least: number },
): SurveyResult {
  const counted = scoredQuestions(instrument).map(question => countAnswers(question, tallies));
  const answered = new Map(counted.map(({ question, n }) => [question.code, n]));
  const held = instrument.anonymous ? heldBack(tallies.responses, answered, least) : NOTHING_HELD;
  const questions = counted.map(each => questionFigures(each, held.questions.has(each.question.code)));
  return {
    title: instrument.title,
    scheme: REGULATIONS[SCHEME],
    responses: tallies.responses,
    expected,
    least_shown: least,
    suppressed: held.all,
    index: held.joint ? null : index(questions.flatMap(({ average }) => average ?? [])),
    questions: questions.map(({ result }) => result),
    comments: held.all ? null : comments(instrument, tallies),
  };
}

type Counted = {
  readonly question: SelectOne;
  readonly n: number;
  readonly choices: readonly (SelectOne['choices'][number] & { readonly n: number })[];
};

function countAnswers(question: SelectOne, tallies: SurveyTallies): Counted {
  const chosen = tallies.choices.get(question.code);
  const choices = question.choices.map(choice => ({ ...choice, n: chosen?.get(choice.code) ?? 0 }));
  return { question, choices, n: choices.reduce((sum, choice) => sum + choice.n, 0) };
}

/** `average` is null where the unsur was not answered, or is held back. */
type Figures = { readonly result: QuestionResult; readonly average: Fraction | null };

function questionFigures({ question: { code, label }, n, choices }: Counted, suppressed: boolean): Figures {
  const total = choices.reduce((sum, choice) => sum + choice.n * (choice.score ?? 0), 0);
  const average = suppressed ? null : averageOf({ total, n });
  const rated = average && indexOfAverage(average, SCHEME);
  return {
    average,
    result: {
      code,
      label,
      n,
      suppressed,
      total: average && total,
      nrr: average && toDecimal(average, 2),
      value: rated?.value ?? null,
      grade: rated?.grade ?? null,
      choices: average && choices.map(choice => ({ code: choice.code, label: choice.label, n: choice.n })),
    },
  };
}

/** Of the unsur that somebody answered. Printed weights are made for nine; for fewer there is only the exact value. */
function index(averages: readonly Fraction[]): SurveyResult['index'] {
  const exact = indexOfAverages(averages, SCHEME);
  if (!exact) return null;
  const weights = averages.length === UNSUR.length ? PRINTED_WEIGHTS : [];
  return {
    value: exact.value,
    exact: toExact(exact.exact),
    grade: exact.grade,
    variants: weights.flatMap(weight => {
      const variant = indexOfAverages(averages, SCHEME, weight);
      return variant ? [{ weight, value: variant.value, grade: variant.grade }] : [];
    }),
  };
}

const comments = (instrument: Instrument, tallies: SurveyTallies): SurveyResult['comments'] =>
  tallies.comments.flatMap(({ question, text }) => {
    const asked = instrument.questions.find(({ code }) => code === question);
    return asked ? [{ question, label: asked.label, text }] : [];
  });
