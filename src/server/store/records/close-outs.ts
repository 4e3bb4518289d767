// What tablets counted when an event was closed on them: every count ever received, and which of them counts.
import type { EventResult } from '../../../protocol/office/result.ts';
import type { Database, Trx } from '../database.ts';
import type { Schema } from '../schema.ts';

export async function insertCloseOuts(trx: Trx, closeOuts: readonly Schema['close_out'][]): Promise<void> {
  if (closeOuts.length > 0)
    await trx
      .insertInto('close_out')
      .values([...closeOuts])
      .execute();
}

/** Of each device the one received last, by the device's name. */
export async function currentCloseOuts(db: Database, eventId: string): Promise<EventResult['close_outs']> {
  const rows = await db
    .selectFrom('close_out')
    .leftJoin('device', 'device.id', 'close_out.device_id')
    .select(['device_id', 'device.label as device', 'at', 'attended', 'responses'])
    .where('event_id', '=', eventId)
    .orderBy('seq')
    .execute();
  const latest = new Map(rows.map(({ device_id, ...counted }) => [device_id, counted]));
  return [...latest.values()].sort((a, b) => (a.device ?? '').localeCompare(b.device ?? ''));
}
