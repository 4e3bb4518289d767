// What the centre asks of the tree of units as a whole: who is below whom, and what is at the top.
import type { Database } from './database.ts';
import { flag } from './schema.ts';

/** Ids of the unit and of all units below it; empty where the unit does not exist. */
export async function unitsBelow(db: Database, unitId: string): Promise<string[]> {
  const rows = await db
    .withRecursive('below', query =>
      query
        .selectFrom('unit')
        .select('unit.id')
        .where('unit.id', '=', unitId)
        .union(query.selectFrom('unit').innerJoin('below', 'below.id', 'unit.parent_id').select('unit.id')),
    )
    .selectFrom('below')
    .select('id')
    .execute();
  return rows.map(row => row.id);
}

/** The agency's top unit, or null before the set-up. The demonstration's does not count. */
export async function findAgency(db: Database): Promise<{ id: string; name: string } | null> {
  const top = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('parent_id', 'is', null)
    .where('demonstration', '=', flag(false))
    .executeTakeFirst();
  return top ?? null;
}

/** Whether what belongs to this unit is invented. */
export async function isDemonstration(db: Database, unitId: string): Promise<boolean> {
  const unit = await db
    .selectFrom('unit')
    .select('demonstration')
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow();
  return unit.demonstration === flag(true);
}

/** Whether the demonstration agency is loaded. */
export async function holdsDemonstration(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('unit')
    .select('id')
    .where('demonstration', '=', flag(true))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Throws where there is no such unit: units that something refers to are never deleted. */
export async function unitName(db: Database, id: string): Promise<string> {
  const { name } = await db.selectFrom('unit').select('name').where('id', '=', id).executeTakeFirstOrThrow();
  return name;
}
