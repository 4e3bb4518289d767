// What a questionnaire of an event has yielded, by its scoring: means, a test's marks, levels, needs, or counts alone.
import { type Static, Type } from 'typebox';
import { INSTRUMENT_KINDS, SCORINGS } from '../../domain/instrument/definition.ts';
import { Nullable, OneOf, TextsSchema } from '../fields.ts';

const Count = Type.Integer({ minimum: 0 });
const Decimal = Type.String({
  pattern: '^-?\\d+\\.\\d+$',
  description: 'rounded half up, a point as separator',
});
/** `n` people, or answers where a question is asked several times. Held back: every figure beside `n` is null. */
const Asked = { code: Type.String(), label: TextsSchema, n: Count, suppressed: Type.Boolean() };
const Choices = Type.Array(Type.Object({ code: Type.String(), label: TextsSchema, n: Count }));

/** `n` rated it; "tidak berlaku" and blanks are not among them. `percent`: the mean of the most that it can count. */
export const ItemResult = Type.Object({ ...Asked, percent: Nullable(Decimal) });
export type ItemResult = Static<typeof ItemResult>;

const MeanFigures = Type.Object({
  is: Type.Literal('means'),
  /** On 0-100: of the items below, or of the places where there are none. Null too where it would tell one that is held back. */
  overall: Nullable(Decimal),
  items: Type.Array(ItemResult),
  /** One for each instance of a repeat that somebody rated: a trainer each. */
  places: Type.Array(
    Type.Object({
      repeat: Type.String(),
      place: Type.Integer({ minimum: 1 }),
      name: TextsSchema,
      overall: Nullable(Decimal),
      items: Type.Array(ItemResult),
    }),
  ),
});
export type MeanFigures = Static<typeof MeanFigures>;

export const TEST_STAGES = ['pre', 'post', 'only'] as const;
export type TestStage = (typeof TEST_STAGES)[number];

/** Tests of one stage; `only` where the questionnaire knows no stages. Percents are of the highest points. */
const StageResult = Type.Object({
  stage: OneOf(TEST_STAGES),
  n: Count,
  suppressed: Type.Boolean(),
  mean: Nullable(Decimal),
  passed: Nullable(Count),
  passed_percent: Nullable(Decimal),
  /** `right` of `n` had it right. */
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      label: TextsSchema,
      n: Count,
      right: Nullable(Count),
      percent: Nullable(Decimal),
    }),
  ),
  /** How many had from `from` per cent to below `to`; 100 is in the last. */
  distribution: Nullable(Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer(), n: Count }))),
});
export type StageResult = Static<typeof StageResult>;

/** Of the people who took both tests, and of nobody else. `normalised` is Hake's gain, up to 1. */
const LearningResult = Type.Object({
  n: Count,
  pre_only: Count,
  post_only: Count,
  suppressed: Type.Boolean(),
  pre_mean: Nullable(Decimal),
  post_mean: Nullable(Decimal),
  gain: Nullable(Decimal),
  normalised: Nullable(Decimal),
});
export type LearningResult = Static<typeof LearningResult>;

const KeyFigures = Type.Object({
  is: Type.Literal('key'),
  highest: Decimal,
  pass_mark: Type.Integer(),
  stages: Type.Array(StageResult),
  learning: Nullable(LearningResult),
});
export type KeyFigures = Static<typeof KeyFigures>;

/** `n`: on which a level was chosen. `mode`: those seen most often, by code. */
const LevelFigures = Type.Object({
  is: Type.Literal('levels'),
  questions: Type.Array(
    Type.Object({
      ...Asked,
      choices: Nullable(Choices),
      mode: Type.Array(Type.String()),
      median: Nullable(Decimal),
    }),
  ),
});
export type LevelFigures = Static<typeof LevelFigures>;

/** The most urgent first. `n`: people who said all that a competency asks; `short`: those of them who lack something. */
const NeedFigures = Type.Object({
  is: Type.Literal('needs'),
  competencies: Type.Array(
    Type.Object({
      ...Asked,
      short: Nullable(Count),
      required: Nullable(Decimal),
      own: Nullable(Decimal),
      gap: Nullable(Decimal),
      priority: Nullable(Decimal),
    }),
  ),
});
export type NeedFigures = Static<typeof NeedFigures>;

const NoFigures = Type.Object({ is: Type.Literal('none') });

/** Questions that are in no other figure. `choices` is empty and `mean` given where a number is asked. */
export const CountedQuestion = Type.Object({
  ...Asked,
  choices: Nullable(Choices),
  mean: Nullable(Decimal),
});
export type CountedQuestion = Static<typeof CountedQuestion>;

export const FormResult = Type.Object({
  code: Type.String(),
  /** The one that the event asks, whose words these are; `versions`: all that were published, whose sheets are counted. */
  version: Type.Integer(),
  versions: Type.Array(Type.Integer()),
  title: TextsSchema,
  kind: OneOf(INSTRUMENT_KINDS),
  anonymous: Type.Boolean(),
  scoring: OneOf(SCORINGS),
  asked_as: OneOf(['survey', 'form']),
  responses: Count,
  /** Fewer answers than this are not shown where it is anonymous. */
  least_shown: Count,
  suppressed: Type.Boolean(),
  figures: Type.Union([MeanFigures, KeyFigures, LevelFigures, NeedFigures, NoFigures]),
  questions: Type.Array(CountedQuestion),
  /** Free texts by question (by answer key where it is asked of each trainer), alphabetical; null where suppressed. */
  comments: Nullable(
    Type.Array(
      Type.Object({ question: Type.String(), label: TextsSchema, texts: Type.Array(Type.String()) }),
    ),
  ),
});
export type FormResult = Static<typeof FormResult>;
