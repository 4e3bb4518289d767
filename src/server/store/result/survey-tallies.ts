// What the survey's tallies say of one event. The cost does not grow with the number of submissions.
import type { Database } from '../database.ts';
import type { InstrumentName } from '../plan/instruments.ts';

export type SurveyTallies = {
  readonly responses: number;
  /** Question code to choice code to how often it was chosen. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Alphabetical, so in no order of capture. */
  readonly comments: readonly { readonly question: string; readonly text: string }[];
};

export async function readSurveyTallies(
  db: Database,
  eventId: string,
  survey: InstrumentName,
): Promise<SurveyTallies> {
  const of = { event_id: eventId, instrument_code: survey.code, instrument_version: survey.version };
  const responses = await db
    .selectFrom('response_tally')
    .select('n')
    .where(where => where.and(of))
    .executeTakeFirst();
  const answers = await db
    .selectFrom('answer_tally')
    .select(['question', 'choice', 'n'])
    .where(where => where.and(of))
    .execute();
  const comments = await db
    .selectFrom('comment')
    .select(['question', 'text', 'n'])
    .where(where => where.and(of))
    .orderBy('text')
    .orderBy('place')
    .execute();
  const choices = new Map<string, Map<string, number>>();
  for (const { question, choice, n } of answers)
    choices.set(question, (choices.get(question) ?? new Map<string, number>()).set(choice, n));
  return {
    responses: responses?.n ?? 0,
    choices,
    comments: comments.flatMap(({ question, text, n }) =>
      Array.from({ length: n }, () => ({ question, text })),
    ),
  };
}
