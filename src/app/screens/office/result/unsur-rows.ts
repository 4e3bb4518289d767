// The rows that the chart and the table of a survey both show, so that the two can never differ.
import type { Texts } from '../../../../domain/language.ts';
import type { QuestionResult, SurveyResult } from '../../../../protocol/office/result.ts';

export type UnsurRow =
  | { readonly is: 'empty' | 'suppressed'; readonly code: string; readonly label: Texts; readonly n: number }
  | {
      readonly is: 'shown';
      readonly code: string;
      readonly label: Texts;
      readonly n: number;
      /** Decimals as they came, with a point. */
      readonly nrr: string;
      readonly value: string;
      readonly grade: string;
      readonly choices: NonNullable<QuestionResult['choices']>;
      /** Of all that are shown; several where they tie, none where all are equal. */
      readonly lowest: boolean;
    };

export type ShownRow = Extract<UnsurRow, { is: 'shown' }>;

/** In the instrument's order. */
export function unsurRows(survey: SurveyResult): UnsurRow[] {
  const values = survey.questions.flatMap(question =>
    question.value === null || question.suppressed ? [] : [Number(question.value)],
  );
  const least = Math.min(...values);
  const differ = values.some(value => value > least);
  return survey.questions.map(({ code, label, n, suppressed, nrr, value, grade, choices }) => {
    if (suppressed) return { is: 'suppressed', code, label, n };
    if (nrr === null || value === null || grade === null) return { is: 'empty', code, label, n };
    const lowest = differ && Number(value) === least;
    return { is: 'shown', code, label, n, nrr, value, grade, choices: choices ?? [], lowest };
  });
}

export const shownRows = (rows: readonly UnsurRow[]): ShownRow[] => rows.filter(row => row.is === 'shown');
