// Work units, as a tree under the agency.
import type { NewUnit, Unit } from '../../../protocol/office/plan.ts';
import type { Database, Trx } from '../database.ts';
import { PUBLIC_SCOPE, publish } from '../feed.ts';
import { flag } from '../schema.ts';

/** By code, so that an agency comes before what is below it in the usual numbering. */
export async function listUnits(db: Database, units: readonly string[]): Promise<Unit[]> {
  const rows = await db.selectFrom('unit').selectAll().where('id', 'in', units).orderBy('code').execute();
  return rows.map(row => ({ ...row, demonstration: row.demonstration === 1 }));
}

/** Ids from the unit up to the agency, itself included. */
export async function unitsAbove(db: Database, unitId: string): Promise<string[]> {
  const rows = await db
    .withRecursive('above', query =>
      query
        .selectFrom('unit')
        .select(['unit.id', 'unit.parent_id'])
        .where('unit.id', '=', unitId)
        .union(
          query
            .selectFrom('unit')
            .innerJoin('above', 'above.parent_id', 'unit.id')
            .select(['unit.id', 'unit.parent_id']),
        ),
    )
    .selectFrom('above')
    .select('id')
    .execute();
  return rows.map(row => row.id);
}

/** Null, and nothing done, where the code is taken. What is below a demonstration unit is one too. */
export async function addUnit(trx: Trx, id: string, unit: NewUnit): Promise<Unit | null> {
  const { demonstration } = await trx
    .selectFrom('unit')
    .select('demonstration')
    .where('id', '=', unit.parent_id)
    .executeTakeFirstOrThrow();
  const made = { id, ...unit, demonstration: demonstration === 1 };
  return (await insertUnit(trx, made)) ? made : null;
}

export async function insertUnit(trx: Trx, unit: Unit): Promise<boolean> {
  const added = await trx
    .insertInto('unit')
    .values({ ...unit, demonstration: flag(unit.demonstration) })
    .onConflict(conflict => conflict.column('code').doNothing())
    .returning('id')
    .execute();
  if (added.length === 0) return false;
  const { id, parent_id, name } = unit;
  await publish(trx, PUBLIC_SCOPE, 'unit', id, { id, parent_id, name });
  return true;
}
