// The files that answers of an unfinished sheet name: Blobs like the drafts (drafts.ts), by filling, and gone with it.
import { ATTACHMENT_MAX_BYTES } from '../../protocol/limits.ts';
import type { Filling } from '../tablet.ts';
import { fileKey, isClosed } from './drafts.ts';
import { getLocal, type Outbox, putLocal } from './outbox.ts';
import { inTransaction, steadily } from './steady.ts';

/** One that comes after its filling was closed does nothing. */
export async function keepAttachment(
  outbox: Outbox,
  filling: Filling,
  name: string,
  file: Blob,
): Promise<void> {
  if (file.size > ATTACHMENT_MAX_BYTES) throw new Error(`a file of ${file.size} bytes fits into no record`);
  await inTransaction(outbox, [outbox.drafts, outbox.local], async () => {
    if (!(await isClosed(outbox, filling))) await putLocal(outbox, fileKey(filling.id, name), file);
  });
}

export const readAttachment = async (outbox: Outbox, id: string, name: string): Promise<Blob | null> =>
  (await steadily(outbox, () => getLocal(outbox, fileKey(id, name)))) ?? null;

export const dropAttachment = (outbox: Outbox, id: string, name: string): Promise<void> =>
  steadily(outbox, () => outbox.local.delete(fileKey(id, name)));
