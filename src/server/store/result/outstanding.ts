// Records that have come for an event and are not in its figures.
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export type Outstanding = { readonly waiting: number; readonly quarantined: number };

export async function countOutstanding(db: Database, eventId: string): Promise<Outstanding> {
  const rows = await db
    .selectFrom('raw')
    .select(count => ['state', count.fn.countAll<number>().as('n')])
    .where('event_id', '=', eventId)
    .where(sql<boolean>`state <> 'projected'`)
    .groupBy('state')
    .execute();
  const of = (state: string) => rows.find(row => row.state === state)?.n ?? 0;
  return { waiting: of('waiting'), quarantined: of('quarantined') };
}
