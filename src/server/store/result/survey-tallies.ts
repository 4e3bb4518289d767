// What the survey's tallies say of one event. For an anonymous one the cost does not grow with the number of submissions.
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { tallyOf } from '../../../domain/instrument/scoring/tally.ts';
import type { Database } from '../database.ts';
import { currentSubmissions } from '../records/submissions.ts';

export type SurveyTallies = {
  readonly responses: number;
  /** Answer key to value to how often it was given. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Alphabetical, so in no order of capture. */
  readonly comments: readonly { readonly question: string; readonly text: string }[];
};

/** Of all versions that were answered: codes are permanent, so their counts add up. */
export const readSurveyTallies = (
  db: Database,
  eventId: string,
  instrument: Instrument,
): Promise<SurveyTallies> =>
  instrument.anonymous ? countedTallies(db, eventId, instrument.code) : rowTallies(db, eventId, instrument);

async function countedTallies(db: Database, eventId: string, code: string): Promise<SurveyTallies> {
  const of = { event_id: eventId, instrument_code: code };
  const responses = await db
    .selectFrom('response_tally')
    .select(sum => sum.fn.sum<number>('n').as('n'))
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
  for (const { question, choice, n } of answers) {
    const counts = choices.get(question) ?? new Map<string, number>();
    choices.set(question, counts.set(choice, (counts.get(choice) ?? 0) + n));
  }
  return {
    responses: responses?.n ?? 0,
    choices,
    comments: comments.flatMap(({ question, text, n }) =>
      Array.from({ length: n }, () => ({ question, text })),
    ),
  };
}

async function rowTallies(db: Database, eventId: string, instrument: Instrument): Promise<SurveyTallies> {
  const rows = await currentSubmissions(db, [eventId], instrument.code);
  const sheets = rows.map((row): Record<string, string | null> => JSON.parse(row.answers));
  const texts = new Set(
    instrument.nodes.flatMap(node => (node.kind === 'question' && node.type === 'text' ? [node.code] : [])),
  );
  const comments = sheets.flatMap(sheet =>
    Object.entries(sheet).flatMap(([question, text]) =>
      text && texts.has(question) ? [{ question, text }] : [],
    ),
  );
  const byText = (a: { text: string }, b: { text: string }): number => (a.text < b.text ? -1 : 1);
  return {
    responses: rows.length,
    choices: tallyOf(instrument, sheets),
    comments: comments.sort(byText),
  };
}
