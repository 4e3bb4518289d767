// Files that answers name. Those of anonymous sheets are in the table, and told to nobody: a picture may show a face.
import type { AttachmentList } from '../../../protocol/office/instruments.ts';
import type { Database, Trx } from '../database.ts';
import type { Schema } from '../schema.ts';
import { findNamedRaw, type RawRow } from './raw.ts';

export async function insertAttachments(trx: Trx, files: readonly Schema['attachment'][]): Promise<void> {
  if (files.length > 0)
    await trx
      .insertInto('attachment')
      .values([...files])
      .execute();
}

/** With the questionnaire that asks for them, by sheet and question. */
export const listAttachments = (db: Database, eventId: string): Promise<AttachmentList['attachments']> =>
  named(db, eventId)
    .select(['attachment.record_id as id', 'submission_id', 'raw.form as code', 'question', 'name', 'media'])
    .orderBy('submission_id')
    .orderBy('question')
    .orderBy('attachment.record_id')
    .execute();

/** The raw record of one of them, or null. */
export async function findAttachment(
  db: Database,
  eventId: string,
  recordId: string,
): Promise<RawRow | null> {
  const found = await named(db, eventId)
    .select('attachment.record_id')
    .where('attachment.record_id', '=', recordId)
    .executeTakeFirst();
  return found ? findNamedRaw(db, recordId) : null;
}

/** A record that keeps its device is none of an anonymous sheet. */
const named = (db: Database, eventId: string) =>
  db
    .selectFrom('attachment')
    .innerJoin('raw', 'raw.id', 'attachment.record_id')
    .where('attachment.event_id', '=', eventId)
    .where('raw.device_id', 'is not', null);
