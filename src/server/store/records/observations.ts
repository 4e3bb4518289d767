// Observations made on the job: every one ever received, and which of them counts for its assignment.
import type { Database, Trx } from '../database.ts';
import type { Schema } from '../schema.ts';

export async function insertObservations(
  trx: Trx,
  observations: readonly Schema['observation'][],
): Promise<void> {
  if (observations.length > 0)
    await trx
      .insertInto('observation')
      .values([...observations])
      .execute();
}

/** `answers` is JSON of checked answers. */
export type CurrentObservation = Pick<
  Schema['observation'],
  'record_id' | 'assignment_id' | 'day' | 'answers' | 'instrument_code' | 'instrument_version'
>;

/**
 * The observation that counts for each assignment that has one, by the rule of marks: one that another replaces does
 * not, and of several the one received last does.
 */
export async function currentObservations(db: Database, eventId: string): Promise<CurrentObservation[]> {
  const heads = await db
    .selectFrom('observation')
    .select(['record_id', 'assignment_id', 'day', 'answers', 'instrument_code', 'instrument_version'])
    .where('event_id', '=', eventId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('observation as later')
            .select('later.record_id')
            .whereRef('later.replaces', '=', 'observation.record_id')
            .whereRef('later.assignment_id', '=', 'observation.assignment_id'),
        ),
      ),
    )
    .orderBy('seq')
    .execute();
  return [...new Map(heads.map(head => [head.assignment_id, head])).values()];
}
