// What devices have counted of themselves, where it is told by a road that may be late.
import { sql } from 'kysely';
import type { Counters } from '../../../protocol/fields.ts';
import type { Trx } from '../database.ts';

/** A count never falls because an old file came after a newer contact. */
export async function raiseCounters(
  trx: Trx,
  deviceId: string,
  { finalised, acknowledged }: Counters,
): Promise<void> {
  await trx
    .updateTable('device')
    .set({
      finalised: sql<number>`case when finalised < ${finalised} then ${finalised} else finalised end`,
      acknowledged: sql<number>`case when acknowledged < ${acknowledged} then ${acknowledged} else acknowledged end`,
    })
    .where('id', '=', deviceId)
    .execute();
}
