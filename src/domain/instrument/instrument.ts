// What a questionnaire is: an immutable version with permanent codes, as data that every side reads alike.
import type { Texts } from '../language.ts';

export type Choice = {
  /** Permanent within the question; what is stored. */
  readonly code: string;
  readonly label: Texts;
  /** What the level looks like on the job (rubrics). */
  readonly description?: Texts;
  /** What the choice counts in scoring; absent where it counts nothing. */
  readonly score?: number;
};

export type SelectOne = {
  readonly type: 'select_one';
  readonly code: string;
  readonly label: Texts;
  readonly hint?: Texts;
  /** `kiosk-smileys`: one worded face a choice; `rubric`: described levels; `list`: plain. */
  readonly appearance: 'kiosk-smileys' | 'rubric' | 'list';
  readonly required: boolean;
  readonly choices: readonly Choice[];
};

export type TextQuestion = {
  readonly type: 'text';
  readonly code: string;
  readonly label: Texts;
  readonly hint?: Texts;
  readonly required: boolean;
  /** In UTF-16 code units, as the browser's `maxlength` counts. */
  readonly max_length: number;
};

export type Question = SelectOne | TextQuestion;

export type Instrument = {
  readonly code: string;
  readonly version: number;
  readonly kind: 'survey' | 'observation';
  /** Cannot be undone: nothing that names a person, a device or a time of day is kept with the answers. */
  readonly anonymous: boolean;
  /** `skm-2017`: scored questions are unsur of PermenPANRB 14/2017. */
  readonly scoring: 'skm-2017' | 'levels';
  readonly title: Texts;
  /** What a person reads before the first question; with its own version, as UU 27/2022 asks. */
  readonly notice: { readonly version: number; readonly text: Texts } | null;
  readonly questions: readonly Question[];
};

/** An answer is a choice's code or a text; null is "not answered" or "does not apply", never a zero. */
export type Answer = string | null;
export type Answers = Readonly<Record<string, Answer>>;

/** Questions whose choices count in the scoring, in the instrument's order. */
export const scoredQuestions = (instrument: Instrument): SelectOne[] =>
  instrument.questions.filter(
    (question): question is SelectOne =>
      question.type === 'select_one' && question.choices.every(choice => choice.score !== undefined),
  );
