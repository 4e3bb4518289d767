// Brings events to another version of a questionnaire that they ask already, so that nothing is planned twice.
import type { Trx } from '../database.ts';
import { publishAssignment } from '../roster/assignments.ts';
import { publishEvent } from './events.ts';
import type { InstrumentName } from './instruments.ts';

/** Whose events, and which: of those units, not over on `today`, and among `events` where that is given. */
export type Which = {
  readonly units: readonly string[];
  readonly today: string;
  readonly events?: readonly string[] | undefined;
};

/** How many events ask that version now. What was observed already stays with the version that it was observed by. */
export async function bringToVersion(trx: Trx, name: InstrumentName, which: Which): Promise<number> {
  const ids = await openEvents(trx, which);
  if (ids.length === 0) return 0;
  const survey = await trx
    .updateTable('event')
    .set({ survey_version: name.version })
    .where('id', 'in', ids)
    .where('survey_code', '=', name.code)
    .returning('id')
    .execute();
  const forms = await trx
    .updateTable('event_form')
    .set({ version: name.version })
    .where('event_id', 'in', ids)
    .where('code', '=', name.code)
    .returning('event_id as id')
    .execute();
  const asked = [...new Set([...survey, ...forms].map(({ id }) => id))];
  for (const id of asked) await publishEvent(trx, id);
  const observed = await bringAssignments(trx, name, ids);
  return new Set([...asked, ...observed]).size;
}

async function openEvents(trx: Trx, { units, today, events }: Which): Promise<string[]> {
  const rows = await trx
    .selectFrom('event')
    .select('id')
    .where('unit_id', 'in', units)
    .where('ends_on', '>=', today)
    .$if(events !== undefined, query => query.where('id', 'in', [...(events ?? [])]))
    .execute();
  return rows.map(({ id }) => id);
}

/** Those without an observation yet; gives their events. */
async function bringAssignments(
  trx: Trx,
  name: InstrumentName,
  events: readonly string[],
): Promise<string[]> {
  const rows = await trx
    .updateTable('assignment')
    .set({ instrument_version: name.version })
    .where('event_id', 'in', [...events])
    .where('instrument_code', '=', name.code)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('observation')
            .select('record_id')
            .whereRef('observation.assignment_id', '=', 'assignment.id'),
        ),
      ),
    )
    .returning(['id', 'event_id'])
    .execute();
  for (const { id } of rows) await publishAssignment(trx, id);
  return rows.map(({ event_id }) => event_id);
}
