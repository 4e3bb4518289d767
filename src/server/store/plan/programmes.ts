// Programmes: what is taught again and again, each time as an event.
import type { Programme } from '../../../protocol/office/plan.ts';
import type { Database, Trx } from '../database.ts';

/** Those of the given units, by name; `events` counts the ones that `eventUnits` hold. */
export async function listProgrammes(
  db: Database,
  units: readonly string[],
  eventUnits: readonly string[],
): Promise<Programme[]> {
  const rows = await db
    .selectFrom('programme')
    .innerJoin('unit', 'unit.id', 'programme.unit_id')
    .select(select => [
      'programme.id',
      'programme.unit_id',
      'unit.name as unit_name',
      'programme.name',
      select
        .selectFrom('event')
        .select(count => count.fn.countAll<number>().as('n'))
        .whereRef('event.programme_id', '=', 'programme.id')
        .where('event.unit_id', 'in', eventUnits)
        .as('events'),
    ])
    .where('programme.unit_id', 'in', units)
    .orderBy('programme.name')
    .orderBy('programme.id')
    .execute();
  return rows.map(row => ({ ...row, events: row.events ?? 0 }));
}

export async function insertProgramme(
  db: Database | Trx,
  programme: { id: string; unit_id: string; name: string },
): Promise<void> {
  await db.insertInto('programme').values(programme).execute();
}
