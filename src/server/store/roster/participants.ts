// Participants: people in an event, and their rows for the tablets of its unit.
import { sql } from 'kysely';
import type { CheckedRow } from '../../../domain/roster/check-row.ts';
import type { Participant } from '../../../protocol/office/roster.ts';
import type { Database, Trx } from '../database.ts';
import { publish, unitScope } from '../feed.ts';
import { publishAssignments } from './assignments.ts';
import { deletePersonIfUnused, savePerson } from './people.ts';

const participants = (db: Database) =>
  db
    .selectFrom('participant')
    .innerJoin('person', 'person.id', 'participant.person_id')
    .select([
      'participant.id',
      'participant.event_id',
      'participant.person_id',
      'person.name',
      'person.nip',
      'person.rank',
      'person.position',
      'person.unit_name',
    ]);

/** By name. */
export function listParticipants(db: Database, eventId: string): Promise<Participant[]> {
  return participants(db)
    .where('participant.event_id', '=', eventId)
    .orderBy(sql`lower(person.name)`)
    .orderBy('participant.id')
    .execute();
}

/** With the unit that holds the event; null where there is none. */
export async function findParticipant(db: Database, id: string) {
  const row = await participants(db)
    .innerJoin('event', 'event.id', 'participant.event_id')
    .select('event.unit_id')
    .where('participant.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export type Added = {
  /** Null where the person is on this roster already. */
  readonly participant: Participant | null;
  readonly known_as: string | null;
};

/** Puts a person on the roster. */
export async function addParticipant(
  trx: Trx,
  event: { readonly id: string; readonly unit_id: string },
  row: CheckedRow,
  newId: () => string,
): Promise<Added> {
  if (row.nip === null && (await hasNamesake(trx, event.id, row)))
    return { participant: null, known_as: null };
  const person = await savePerson(trx, row, event.unit_id, newId);
  const added = await trx
    .insertInto('participant')
    .values({ id: newId(), event_id: event.id, person_id: person.id })
    .onConflict(conflict => conflict.columns(['event_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  await publishPerson(trx, person.id);
  if (!added) return { participant: null, known_as: person.known_as };
  const participant = await participants(trx)
    .where('participant.id', '=', added.id)
    .executeTakeFirstOrThrow();
  return { participant, known_as: person.known_as };
}

/** People without a NIP are told apart by all that the roster says of them. */
async function hasNamesake(trx: Trx, eventId: string, row: CheckedRow): Promise<boolean> {
  const namesake = await participants(trx)
    .where('participant.event_id', '=', eventId)
    .where('person.nip', 'is', null)
    .where(sql<string>`lower(person.name)`, '=', row.name.toLowerCase())
    .where('person.position', '=', row.position)
    .where('person.unit_name', '=', row.unit_name)
    .executeTakeFirst();
  return namesake !== undefined;
}

/** On every roster that has the person, since what is known of them may have changed. */
async function publishPerson(trx: Trx, personId: string): Promise<void> {
  const rows = await participants(trx)
    .innerJoin('event', 'event.id', 'participant.event_id')
    .select('event.unit_id')
    .where('participant.person_id', '=', personId)
    .execute();
  for (const { unit_id, person_id, ...row } of rows)
    await publish(trx, unitScope(unit_id), 'participant', row.id, row);
  await publishAssignments(trx, { person_id: personId });
}

/** Whether attendance or observations tell of this participant, so that a deletion would orphan them. */
export async function hasRecords(db: Database, id: string): Promise<boolean> {
  const mark = await db
    .selectFrom('mark')
    .select('record_id')
    .where('participant_id', '=', id)
    .executeTakeFirst();
  const observation = await db
    .selectFrom('observation')
    .innerJoin('assignment', 'assignment.id', 'observation.assignment_id')
    .select('observation.record_id')
    .where('assignment.participant_id', '=', id)
    .executeTakeFirst();
  return !!mark || !!observation;
}

/** Their assignments must be gone. */
export async function deleteParticipant(
  trx: Trx,
  { id, person_id, unit_id }: { id: string; person_id: string; unit_id: string },
): Promise<void> {
  await trx.deleteFrom('participant').where('id', '=', id).execute();
  await publish(trx, unitScope(unit_id), 'participant', id, null);
  await deletePersonIfUnused(trx, person_id);
}
