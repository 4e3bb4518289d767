// Every published survey is recomputed exactly, and then in the way in which its office came to another figure.
import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../../src/domain/instrument/check-answers.ts';
import { upgrade } from '../../../src/domain/instrument/older.ts';
import { fraction, fromDecimal, multiply, toDecimal } from '../../../src/domain/skm/fraction.ts';
import { gradeOf, type Scheme } from '../../../src/domain/skm/grade.ts';
import {
  averageOf,
  type IndexValue,
  indexOfAverage,
  indexOfAverages,
} from '../../../src/domain/skm/satisfaction-index.ts';
import { averagesOf, nameOf, type PublishedCase, published } from './published.ts';

const surveys = published.filter(row => row.nrr).map(row => [nameOf(row), row] as const);

describe('a published survey', () => {
  it('is one of seventeen rows', () => {
    expect(published).toHaveLength(17);
    expect(surveys).toHaveLength(15);
  });

  it.each(surveys)('has the exact index and its grade: %s', (_, row) => {
    const exact = computed(row);
    expect(toDecimal(exact.exact, 4)).toBe(check(row, 'exact'));
    expect(exact.grade).toBe(row.check?.exact_grade);
  });

  it.each(surveys)('has every labelled weight variant beside it: %s', (_, row) => {
    for (const key of Object.keys(row.check ?? {}).filter(key => key.startsWith('w='))) {
      const variant = computed(row, key.slice(2));
      expect(toDecimal(variant.exact, 4), key).toBe(check(row, key));
      expect(variant.grade, key).toBe(row.check?.[`grade_${key}`]);
    }
  });

  it.each(surveys.filter(([, row]) => row.ikm))(
    'gives the printed figure, as the office made it: %s',
    (_, row) => {
      expect(printedFigure(row)).toBe(row.ikm?.toFixed(2));
    },
  );

  it.each(surveys.filter(([, row]) => row.grade))('has the printed grade, by its own era: %s', (_, row) => {
    expect(computed(row).grade).toBe(row.grade);
  });

  it.each(surveys.filter(([, row]) => row.totals))('has the printed NRR of every unsur: %s', (_, row) => {
    for (const [index, average] of averagesOf(row).entries()) {
      const printed = row.nrr?.[index] ?? 0;
      const truncated = row.note.includes('TRUNCATED');
      const digits = String(printed).split('.')[1]?.length ?? 1;
      expect(truncated ? cutOff(toDecimal(average, 8), 2) : toDecimal(average, digits)).toBe(
        truncated ? printed.toFixed(2) : printed.toFixed(digits),
      );
    }
  });

  it.each(surveys.filter(([, row]) => row.rows))('has totals that are those of its rows: %s', (_, row) => {
    const columns = row.totals?.map((_, unsur) =>
      row.rows?.reduce((sum, answers) => sum + (answers[unsur] ?? 0), 0),
    );
    expect(columns).toEqual(row.totals);
  });
});

describe('the running index of a survey of twenty', () => {
  const row = published.find(({ cumulative }) => cumulative);

  it.each(row?.cumulative?.map(step => [step.n, step] as const) ?? [])(
    'is right after %i respondents',
    (n, step) => {
      const answers = row?.rows?.slice(0, n) ?? [];
      const averages = (answers[0] ?? []).map((_, unsur) =>
        fraction(
          answers.reduce((sum, scores) => sum + (scores[unsur] ?? 0), 0),
          n,
        ),
      );
      expect(averages).toHaveLength(9);
      const exact = indexOfAverages(averages, '2017');
      const printed = indexOfAverages(averages, '2017', '0.11');
      expect(answers.flat().reduce((sum, score) => sum + score)).toBe(step.total);
      expect(exact && toDecimal(exact.exact, 4)).toBe(step.exact.toFixed(4));
      expect(Math.abs(Number(exact && toDecimal(exact.exact, 4)) - step.published)).toBeLessThan(0.00011);
      expect([exact?.grade, printed?.grade]).toEqual([step.grade_exact, step.grade_w011]);
      expect(Math.abs(Number(printed && toDecimal(printed.exact, 5)) - step.w011)).toBeLessThan(0.00006);
    },
  );
});

describe('a published mistake', () => {
  it('is a 5 on a scale of four, which is refused; the other nineteen respondents stand', () => {
    const row = published.find(({ note }) => note.includes('carries a 5'));
    const verdicts = row?.rows?.map(scores => checkAnswers(scaleOfFour, asAnswers(scores)));
    expect(verdicts?.map(verdict => verdict.ok)).toEqual(row?.rows?.map((_, index) => index !== 16));
    expect(verdicts?.[16]).toEqual({
      ok: false,
      problem: { code: 'answer.out_of_range', details: { question: 'q2', answer: '5' } },
    });
  });

  it('is an index graded by the table of another era', () => {
    const row = published.find(({ kind }) => kind === 'grade_only');
    const value = row?.ikm?.toFixed(2) ?? '';
    expect(gradeOf(value, '2017')).toBe(row?.check?.grade_by_scheme);
    expect(gradeOf(value, '2004')).toBe(row?.grade);
  });
});

describe('shares of an observation', () => {
  it('reproduce the printed percentages, rounded half up to one decimal', () => {
    const { n } = published.find(({ kind }) => kind === 'kirkpatrick_l3') ?? {};
    expect([38, 15, 4, 0].map(count => toDecimal(fraction(count * 100, n), 1))).toEqual([
      '66.7',
      '26.3',
      '7.0',
      '0.0',
    ]);
  });
});

function computed(row: PublishedCase, weight?: string): IndexValue {
  const index = indexOfAverages(averagesOf(row), row.scheme as Scheme, weight);
  if (!index) throw new Error(`no averages: ${nameOf(row)}`);
  return index;
}

const check = (row: PublishedCase, key: string): string => Number(row.check?.[key]).toFixed(4);

function printedFigure(row: PublishedCase): string {
  const { printed_as = 'exact' } = row;
  if (printed_as.startsWith('w=')) return computed(row, printed_as.slice(2)).value;
  const { exact, value } = computed(row);
  if (printed_as === 'truncated') return cutOff(toDecimal(exact, 8), 2);
  if (printed_as.startsWith('index to 2 decimals')) {
    const index = fromDecimal(toDecimal(multiply(exact, fraction(1, 25)), 2));
    return indexOfAverage(index, '2017').value;
  }
  return value;
}

const cutOff = (decimal: string, digits: number): string =>
  decimal.slice(0, decimal.indexOf('.') + 1 + digits);

const asAnswers = (scores: number[]) =>
  Object.fromEntries(scores.map((score, index) => [`q${index + 1}`, String(score)]));

const scaleOfFour = upgrade({
  code: 'keandalan',
  version: 1,
  kind: 'survey',
  anonymous: true,
  scoring: 'levels',
  title: { id: 'Keandalan', en: 'Reliability' },
  notice: null,
  questions: ['q1', 'q2', 'q3'].map(code => ({
    type: 'select_one',
    code,
    label: { id: code, en: code },
    appearance: 'list',
    required: false,
    choices: [1, 2, 3, 4].map(score => ({
      code: String(score),
      label: { id: `${score}`, en: `${score}` },
      score,
    })),
  })),
});

it('throws on totals that no scores of 1-4 can give', () => {
  for (const tally of [
    { total: 9, n: 2 },
    { total: 1, n: 2 },
    { total: 1.5, n: 1 },
    { total: 3, n: 0 },
  ])
    expect(() => averageOf(tally)).toThrow(RangeError);
  expect(averageOf({ total: 0, n: 0 })).toBeNull();
});
