// Offering again what was acknowledged: after a restore of the centre, and under a new identity.
import { getLocal, type Outbox, putLocal } from './outbox.ts';
import { countReceived } from './records.ts';
import { inTransaction, steadily } from './steady.ts';

/** Inside the caller's transaction. */
export async function offerAgain(outbox: Outbox): Promise<void> {
  if ((await outbox.sent.count()) > 0) await putLocal(outbox, 'reoffer', { cursor: '' });
}

/** Acknowledged records in the order of their ids, from where the re-offer has come to. */
export type Offer = { epoch: string; from: string; records: { id: string; sha256: string }[] };

/** Null where nothing has to be offered again. */
export const nextOffer = (outbox: Outbox, limit: number): Promise<Offer | null> =>
  steadily(outbox, async () => {
    const reoffer = await getLocal(outbox, 'reoffer');
    if (!reoffer) return null;
    const rows = await outbox.sent.where('id').above(reoffer.cursor).limit(limit).toArray();
    const records = rows.map(({ id, record }) => ({ id, sha256: record.sha256 }));
    return { epoch: (await getLocal(outbox, 'epoch')) ?? '', from: reoffer.cursor, records };
  });

/** Those `missing` wait again; the next offer starts behind this one, or there is none. */
export const settleOffer = (outbox: Outbox, offer: Offer, missing: ReadonlySet<string>): Promise<void> =>
  inTransaction(outbox, [outbox.records, outbox.sent, outbox.local], async () => {
    const { epoch, from, records } = offer;
    // Another tab, or another restore, has come in between.
    if ((await getLocal(outbox, 'epoch')) !== epoch) return;
    if ((await getLocal(outbox, 'reoffer'))?.cursor !== from) return;
    const ids = records.map(record => record.id).filter(id => missing.has(id));
    const gone = (await outbox.sent.bulkGet(ids)).filter(row => row !== undefined);
    await outbox.records.bulkPut(gone.map(row => row.record));
    await outbox.sent.bulkDelete(gone.map(row => row.id));
    await countReceived(outbox, gone, -1);
    const last = records.at(-1);
    if (last) await putLocal(outbox, 'reoffer', { cursor: last.id });
    else await outbox.local.delete('reoffer');
  });
