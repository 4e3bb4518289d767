// What an event has yielded: attendance, satisfaction index, comments and observations, ready to show.
import { type Static, Type } from 'typebox';
import { MARKS, type Mark } from '../../domain/attendance/mark.ts';
import { Day, Id, Nullable, TextsSchema } from '../fields.ts';
import { FormResult } from './form-result.ts';
import { EventSummary } from './plan.ts';

const Count = Type.Integer({ minimum: 0 });
const Decimal = Type.String({
  pattern: '^-?\\d+\\.\\d+$',
  description: 'rounded half up, a point as separator',
});

const MarkCounts = Type.Object(
  Object.fromEntries([...MARKS, 'unmarked'].map(mark => [mark, Count])) as Record<
    Mark | 'unmarked',
    typeof Count
  >,
);

export const AttendanceResult = Type.Object({
  participants: Count,
  /** People with hadir or terlambat in at least one session. */
  attended: Count,
  sessions: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      day: Day,
      counts: MarkCounts,
    }),
  ),
});
export type AttendanceResult = Static<typeof AttendanceResult>;

/** One unsur. Everything but `n` is null where too few answered (suppressed) or nobody did. */
export const QuestionResult = Type.Object({
  code: Type.String(),
  label: TextsSchema,
  n: Count,
  suppressed: Type.Boolean(),
  total: Nullable(Count),
  /** Nilai rata-rata on 1-4, and the same on 25-100 with its grade. */
  nrr: Nullable(Decimal),
  value: Nullable(Decimal),
  grade: Nullable(Type.String()),
  choices: Nullable(Type.Array(Type.Object({ code: Type.String(), label: TextsSchema, n: Count }))),
});
export type QuestionResult = Static<typeof QuestionResult>;

export const SurveyResult = Type.Object({
  title: TextsSchema,
  scheme: Type.String({ description: 'regulation whose grades are used' }),
  responses: Count,
  /** Whom the responses are compared with: `attended`. */
  expected: Count,
  /** Fewer answers than this are not shown. */
  least_shown: Count,
  suppressed: Type.Boolean(),
  index: Nullable(
    Type.Object({
      value: Decimal,
      /** The exact value as a fraction, e.g. "155/2". */
      exact: Type.String(),
      grade: Type.String(),
      /** Offices that print rounded weights get these; labelled, never instead of the exact value. */
      variants: Type.Array(Type.Object({ weight: Type.String(), value: Decimal, grade: Type.String() })),
    }),
  ),
  questions: Type.Array(QuestionResult),
  /** Free texts in no order of capture; null where suppressed. */
  comments: Nullable(
    Type.Array(Type.Object({ question: Type.String(), label: TextsSchema, text: Type.String() })),
  ),
});
export type SurveyResult = Static<typeof SurveyResult>;

export const ObservationResult = Type.Object({
  assigned: Count,
  observed: Count,
  questions: Type.Array(
    Type.Object({
      code: Type.String(),
      label: TextsSchema,
      choices: Type.Array(Type.Object({ code: Type.String(), label: TextsSchema, n: Count })),
    }),
  ),
  people: Type.Array(
    Type.Object({
      participant_name: Type.String(),
      supervisor_name: Type.String(),
      due_on: Day,
      observed_on: Nullable(Day),
      /** Question code to what was answered, in words of each language; texts stand as typed. */
      answers: Nullable(
        Type.Array(Type.Object({ code: Type.String(), label: TextsSchema, answer: TextsSchema })),
      ),
    }),
  ),
});
export type ObservationResult = Static<typeof ObservationResult>;

export const EventResult = Type.Object({
  event: EventSummary,
  attendance: AttendanceResult,
  survey: SurveyResult,
  /** Each further questionnaire of the event; the survey first, where it is not scored by the regulation. */
  forms: Type.Array(FormResult),
  observation: ObservationResult,
  /** What each tablet counted when it was closed, beside what the centre has of the event. */
  close_outs: Type.Array(
    Type.Object({ device: Nullable(Type.String()), at: Type.String(), attended: Count, responses: Count }),
  ),
  /** Records received for this event that are not in these figures. */
  waiting: Count,
  quarantined: Count,
});
export type EventResult = Static<typeof EventResult>;
