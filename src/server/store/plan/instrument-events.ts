// Where a questionnaire is asked: as an event's survey, as one of its forms, or to observe with.
import { sql } from 'kysely';
import type { InstrumentEvents } from '../../../protocol/office/instruments.ts';
import type { Database } from '../database.ts';

type Listed = InstrumentEvents['events'][number];
type Role = Listed['as'];

/** Of those units, the latest first; an event once for each version and role. */
export async function eventsOfInstrument(
  db: Database,
  code: string,
  units: readonly string[],
): Promise<Listed[]> {
  const rows = await db
    .with('used', query =>
      query
        .selectFrom('event')
        .where('survey_code', '=', code)
        .select(['id as event_id', 'survey_version as version', sql.lit<Role>('survey').as('role')])
        .union(
          query
            .selectFrom('event_form')
            .where('code', '=', code)
            .select(['event_id', 'version', sql.lit<Role>('form').as('role')]),
        )
        .union(
          query
            .selectFrom('assignment')
            .where('instrument_code', '=', code)
            .select(['event_id', 'instrument_version as version', sql.lit<Role>('observation').as('role')]),
        ),
    )
    .selectFrom('used')
    .innerJoin('event', 'event.id', 'used.event_id')
    .innerJoin('unit', 'unit.id', 'event.unit_id')
    .where('event.unit_id', 'in', units)
    .select(['event.id', 'event.name', 'event.venue', 'unit.name as unit_name'])
    .select(['event.starts_on', 'event.ends_on', 'used.version', 'used.role'])
    .orderBy('event.starts_on', 'desc')
    .orderBy('event.name')
    .orderBy('used.version', 'desc')
    .execute();
  return rows.map(({ role, ...event }) => ({ ...event, as: role }));
}
