// Sessions: the parts of an event for which attendance is taken.
import type { Session } from '../../../protocol/office/plan.ts';
import type { Database, Trx } from '../database.ts';
import { publish, unitScope } from '../feed.ts';

/** By day, then time. */
export function listSessions(db: Database, eventId: string): Promise<Session[]> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('day')
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
}

/** With the unit that holds it and the days of its event; null where there is none. */
export async function findSession(db: Database, id: string) {
  const row = await db
    .selectFrom('session')
    .innerJoin('event', 'event.id', 'session.event_id')
    .select(['session.event_id', 'event.unit_id', 'event.starts_on', 'event.ends_on'])
    .where('session.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Adds the session, or changes all of it. */
export async function saveSession(trx: Trx, session: Session, unitId: string): Promise<void> {
  const { id, ...rest } = session;
  await trx
    .insertInto('session')
    .values(session)
    .onConflict(conflict => conflict.column('id').doUpdateSet(rest))
    .execute();
  await publish(trx, unitScope(unitId), 'session', id, session);
}

/** Marks that a deletion would orphan. */
export async function countSessionMarks(db: Database, id: string): Promise<number> {
  const { n } = await db
    .selectFrom('mark')
    .select(count => count.fn.countAll<number>().as('n'))
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow();
  return n;
}

export async function deleteSession(trx: Trx, id: string, unitId: string): Promise<void> {
  await trx.deleteFrom('session').where('id', '=', id).execute();
  await publish(trx, unitScope(unitId), 'session', id, null);
}
