// Takes the demonstration agency out again, with everything that hangs on it; the one place where records are deleted.
import { sql } from 'kysely';
import type { Database, Trx } from './database.ts';
import { accountScope, PUBLIC_SCOPE, publish, unitScope } from './feed.ts';
import { PROJECTIONS } from './records/projections.ts';
import { flag } from './schema.ts';

/** False where there was none. Devices enrolled to it are forgotten; their own data stays on them. */
export async function removeDemonstration(db: Database): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const units = await idsOf(
      trx.selectFrom('unit').select('id').where('demonstration', '=', flag(true)).execute(),
    );
    if (units.length === 0) return false;
    const accounts = await idsOf(
      trx.selectFrom('account').select('id').where('unit_id', 'in', units).execute(),
    );
    const events = await idsOf(trx.selectFrom('event').select('id').where('unit_id', 'in', units).execute());
    await deleteRecords(trx, units);
    await deleteEvents(trx, events);
    await trx.deleteFrom('programme').where('unit_id', 'in', units).execute();
    await deletePeople(trx, units);
    await trx.deleteFrom('enrolment_code').where('unit_id', 'in', units).execute();
    await trx.deleteFrom('device').where('unit_id', 'in', units).execute();
    if (accounts.length > 0) await trx.deleteFrom('sign_in').where('account_id', 'in', accounts).execute();
    await trx.deleteFrom('account').where('unit_id', 'in', units).execute();
    await deleteScopes(trx, [...units.map(unitScope), ...accounts.map(accountScope)]);
    for (const id of units) await publish(trx, PUBLIC_SCOPE, 'unit', id, null);
    await trx.updateTable('unit').set({ parent_id: null }).where('id', 'in', units).execute();
    await trx.deleteFrom('unit').where('id', 'in', units).execute();
    return true;
  });
}

const idsOf = async (rows: Promise<{ id: string }[]>): Promise<string[]> => (await rows).map(({ id }) => id);

async function deleteRecords(trx: Trx, units: readonly string[]): Promise<void> {
  const raw = trx.selectFrom('raw').select('id').where('unit_id', 'in', units);
  await trx.deleteFrom('raw_conflict').where('id', 'in', raw).execute();
  await trx.deleteFrom('raw').where('unit_id', 'in', units).execute();
}

async function deleteEvents(trx: Trx, events: readonly string[]): Promise<void> {
  if (events.length === 0) return;
  for (const table of [...PROJECTIONS, 'event_form', 'assignment', 'participant', 'session'] as const)
    await trx
      .deleteFrom(table as 'mark')
      .where('event_id', 'in', events)
      .execute();
  await trx.deleteFrom('event').where('id', 'in', events).execute();
}

/** Somebody may have put one of them on a real roster meanwhile: that person stays, with the roster's unit. */
async function deletePeople(trx: Trx, units: readonly string[]): Promise<void> {
  await sql`
    update person set unit_id = coalesce((
      select event.unit_id from participant join event on event.id = participant.event_id
      where participant.person_id = person.id limit 1
    ), unit_id) where unit_id in (${sql.join(units)})`.execute(trx);
  await trx.deleteFrom('person').where('unit_id', 'in', units).execute();
}

/** Nobody may see these any more, so there is nobody to tell. */
async function deleteScopes(trx: Trx, scopes: readonly string[]): Promise<void> {
  await trx.deleteFrom('feed').where('scope', 'in', scopes).execute();
  await trx.deleteFrom('scope_clock').where('scope', 'in', scopes).execute();
}
