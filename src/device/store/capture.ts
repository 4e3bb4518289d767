// The moment at which something becomes a record: with its local projections, in one strictly durable transaction.
import type { SealingKey } from '../../protocol/fields.ts';
import type { Draft } from '../tablet.ts';
import { closeDraft, isClosed } from './drafts.ts';
import { getLocal, type MarkRow, type Outbox, putLocal, type RecordRow } from './outbox.ts';
import { addRecord } from './records.ts';
import { inTransaction, steadily } from './steady.ts';

/** What a record depends on, read before it is sealed; crypto inside a transaction would end it (dexie#725). */
export type Before = { key: SealingKey | undefined; replaces: string | undefined };

/** `changed`: something came in between, and the record does not replace what is current; seal it anew. */
export type Kept = 'kept' | 'nothing to do' | 'changed';

export type MarkKey = Pick<MarkRow, 'event_id' | 'session_id' | 'participant_id'>;

export const beforeMark = (outbox: Outbox, key: MarkKey): Promise<Before> =>
  steadily(outbox, async () => ({
    key: await getLocal(outbox, 'centre_key'),
    replaces: (await outbox.marks.get(byKey(key)))?.record_id,
  }));

/** Nothing to do where that mark is the current one already. */
export const keepMark = (outbox: Outbox, record: RecordRow, row: MarkRow): Promise<Kept> =>
  inTransaction(outbox, [outbox.records, outbox.marks, outbox.local], async () => {
    const current = await outbox.marks.get(byKey(row));
    if (current?.mark === row.mark) return 'nothing to do';
    if (current?.record_id !== record.replaces) return 'changed';
    await addRecord(outbox, record);
    await outbox.marks.put(row);
    return 'kept';
  });

const byKey = ({ event_id, session_id, participant_id }: MarkKey): [string, string, string] => [
  event_id,
  session_id,
  participant_id,
];

export const beforeSubmission = (outbox: Outbox, { assignment_id }: Draft): Promise<Before> =>
  steadily(outbox, async () => ({
    key: await getLocal(outbox, 'centre_key'),
    replaces: await lastObservation(outbox, assignment_id),
  }));

/**
 * Nothing to do where that filling was finished already, or cleared. One whose place another filling has taken, in
 * another tab, is kept like any other, and that other one stays.
 */
export const keepSubmission = (
  outbox: Outbox,
  { record, attachments }: { record: RecordRow; attachments: readonly RecordRow[] },
  { draft, day }: { draft: Draft; day: string },
): Promise<Kept> =>
  inTransaction(outbox, [outbox.records, outbox.drafts, outbox.local], async () => {
    if (await isClosed(outbox, draft)) return 'nothing to do';
    if ((await lastObservation(outbox, draft.assignment_id)) !== record.replaces) return 'changed';
    for (const row of [record, ...attachments]) await addRecord(outbox, row);
    if (draft.assignment_id !== null)
      await putLocal(outbox, `observed:${draft.assignment_id}`, { record_id: record.id, day });
    await closeDraft(outbox, draft);
    return 'kept';
  });

const lastObservation = async (outbox: Outbox, assignment_id: string | null): Promise<string | undefined> =>
  assignment_id === null ? undefined : (await getLocal(outbox, `observed:${assignment_id}`))?.record_id;

export const keepCloseOut = (
  outbox: Outbox,
  record: RecordRow,
  { event_id, day }: { event_id: string; day: string },
): Promise<void> =>
  inTransaction(outbox, [outbox.records, outbox.local], async () => {
    // Run again over a connection that died just after its commit.
    if (await outbox.records.get(record.id)) return;
    await addRecord(outbox, record);
    await putLocal(outbox, `closed:${event_id}`, day);
  });
