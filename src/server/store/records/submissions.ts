// Sheets that bear no promise of anonymity: every one ever received, and which of them counts.
import type { Database, Trx } from '../database.ts';
import type { Schema } from '../schema.ts';

export async function insertSubmissions(trx: Trx, sheets: readonly Schema['submission'][]): Promise<void> {
  if (sheets.length > 0)
    await trx
      .insertInto('submission')
      .values([...sheets])
      .execute();
}

/** Answers are JSON of checked answers. */
export type CurrentSubmission = Pick<
  Schema['submission'],
  'record_id' | 'event_id' | 'instrument_version' | 'day' | 'answers'
>;

/** Of one instrument in these events, in the order of receipt; one that another replaces does not count. */
export const currentSubmissions = (
  db: Database,
  events: readonly string[],
  code: string,
): Promise<CurrentSubmission[]> =>
  db
    .selectFrom('submission')
    .select(['record_id', 'event_id', 'instrument_version', 'day', 'answers'])
    .where('event_id', 'in', [...events])
    .where('instrument_code', '=', code)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('submission as later')
            .select('later.record_id')
            .whereRef('later.replaces', '=', 'submission.record_id')
            .whereRef('later.event_id', '=', 'submission.event_id')
            .whereRef('later.instrument_code', '=', 'submission.instrument_code'),
        ),
      ),
    )
    .orderBy('seq')
    .execute();
