// Assignments: who observes whom and until when, with their rows for tablets and the supervisor's phone.
import { sql } from 'kysely';
import type { AssignmentRow } from '../../../protocol/feed.ts';
import type { Assignment } from '../../../protocol/office/roster.ts';
import type { Database, Trx } from '../database.ts';
import { accountScope, publish, unitScope } from '../feed.ts';
import type { Schema } from '../schema.ts';

const assignments = (db: Database) =>
  db
    .selectFrom('assignment')
    .innerJoin('event', 'event.id', 'assignment.event_id')
    .innerJoin('programme', 'programme.id', 'event.programme_id')
    .innerJoin('participant', 'participant.id', 'assignment.participant_id')
    .innerJoin('person', 'person.id', 'participant.person_id')
    .innerJoin('account', 'account.id', 'assignment.supervisor_id')
    .select(select => [
      'assignment.id',
      'assignment.event_id',
      'event.name as event_name',
      'programme.name as programme_name',
      'assignment.participant_id',
      'person.name as participant_name',
      'person.nip',
      'person.position',
      'person.unit_name',
      'assignment.supervisor_id',
      'account.name as supervisor_name',
      'assignment.due_on',
      'assignment.instrument_code',
      'assignment.instrument_version',
      'event.unit_id',
      select
        .selectFrom('observation')
        .select('observation.day')
        .whereRef('observation.assignment_id', '=', 'assignment.id')
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
        .orderBy('observation.seq', 'desc')
        .limit(1)
        .as('observed_on'),
    ]);

export type StoredAssignment = Awaited<ReturnType<typeof findAssignment>> & object;

/** The most urgent first. */
export function listAssignments(db: Database, eventId: string): Promise<StoredAssignment[]> {
  return assignments(db)
    .where('assignment.event_id', '=', eventId)
    .orderBy('assignment.due_on')
    .orderBy(sql`lower(person.name)`)
    .orderBy('assignment.id')
    .execute();
}

export async function listAssignmentIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('assignment').select('id').orderBy('id').execute();
  return rows.map(row => row.id);
}

export async function findAssignment(db: Database, id: string) {
  return (await assignments(db).where('assignment.id', '=', id).executeTakeFirst()) ?? null;
}

export const toAssignment = (stored: StoredAssignment): Assignment => ({
  id: stored.id,
  event_id: stored.event_id,
  participant_id: stored.participant_id,
  participant_name: stored.participant_name,
  supervisor_id: stored.supervisor_id,
  supervisor_name: stored.supervisor_name,
  due_on: stored.due_on,
  observed_on: stored.observed_on,
});

/** False, and nothing done, where that supervisor observes that participant already. */
export async function insertAssignment(trx: Trx, assignment: Schema['assignment']): Promise<boolean> {
  const added = await trx
    .insertInto('assignment')
    .values(assignment)
    .onConflict(conflict => conflict.columns(['participant_id', 'supervisor_id']).doNothing())
    .returning('id')
    .execute();
  if (added.length > 0) await publishAssignment(trx, assignment.id);
  return added.length > 0;
}

/** Tells tablets and phone how the assignment stands now; also after an observation has come in. */
export async function publishAssignment(trx: Trx, id: string): Promise<void> {
  const stored = await findAssignment(trx, id);
  if (!stored) return;
  const { participant_id, nip, unit_id, instrument_code, instrument_version, ...rest } = stored;
  const row: AssignmentRow = { ...rest, instrument: { code: instrument_code, version: instrument_version } };
  for (const scope of [unitScope(unit_id), accountScope(row.supervisor_id)])
    await publish(trx, scope, 'assignment', id, row);
}

/** After a change of what assignments carry along: the event's name, a person's position. */
export async function publishAssignments(
  trx: Trx,
  of: { readonly event_id: string } | { readonly person_id: string },
): Promise<void> {
  const rows = await trx
    .selectFrom('assignment')
    .innerJoin('participant', 'participant.id', 'assignment.participant_id')
    .select('assignment.id')
    .$if('event_id' in of, query =>
      query.where('assignment.event_id', '=', 'event_id' in of ? of.event_id : ''),
    )
    .$if('person_id' in of, query =>
      query.where('participant.person_id', '=', 'person_id' in of ? of.person_id : ''),
    )
    .execute();
  for (const { id } of rows) await publishAssignment(trx, id);
}

/** Must not have been observed. */
export async function deleteAssignment(trx: Trx, stored: StoredAssignment): Promise<void> {
  await trx.deleteFrom('assignment').where('id', '=', stored.id).execute();
  for (const scope of [unitScope(stored.unit_id), accountScope(stored.supervisor_id)])
    await publish(trx, scope, 'assignment', stored.id, null);
}
