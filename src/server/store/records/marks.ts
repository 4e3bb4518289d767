// Attendance as the centre knows it: every mark ever made, and which of them counts.
import type { Mark } from '../../../domain/attendance/mark.ts';
import type { Database, Trx } from '../database.ts';
import type { Schema } from '../schema.ts';

export async function insertMarks(trx: Trx, marks: readonly Schema['mark'][]): Promise<void> {
  if (marks.length > 0)
    await trx
      .insertInto('mark')
      .values([...marks])
      .execute();
}

export type CurrentMark = { session_id: string; participant_id: string; mark: Mark };

/**
 * The mark that counts of each participant in each session of an event. A mark that another replaces does not count;
 * where two tablets marked the same person, the one received last does.
 */
export async function currentMarks(db: Database, eventId: string): Promise<CurrentMark[]> {
  const heads = await db
    .selectFrom('mark')
    .select(['session_id', 'participant_id', 'mark'])
    .where('event_id', '=', eventId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mark as later')
            .select('later.record_id')
            .whereRef('later.replaces', '=', 'mark.record_id')
            .whereRef('later.session_id', '=', 'mark.session_id')
            .whereRef('later.participant_id', '=', 'mark.participant_id'),
        ),
      ),
    )
    .orderBy('seq')
    .execute();
  return [...new Map(heads.map(head => [`${head.session_id} ${head.participant_id}`, head])).values()];
}
