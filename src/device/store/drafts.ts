// Unfinished sheets: one a key, each carrying its own identity, and the fillings that must not come back.
import type { Draft, Filling } from '../tablet.ts';
import { contentOf, type Stored } from './draft-content.ts';
import { getLocal, type Outbox, putLocal } from './outbox.ts';
import { inTransaction, steadily } from './steady.ts';

/** Under which a file of that filling lies. */
export const fileKey = (id: string, name: string): `file:${string}/${string}` => `file:${id}/${name}`;

/** More than any other tab may still hold open. */
const REMEMBERED = 100;

export const readDraft = async (outbox: Outbox, key: string): Promise<Draft | null> =>
  contentOf(...(await steadily(outbox, () => readStored(outbox, key))));

/** A save that comes after its filling was closed does nothing. */
export const saveDraft = (outbox: Outbox, draft: Draft): Promise<void> =>
  inTransaction(outbox, [outbox.drafts, outbox.local], async () => {
    if (await isClosed(outbox, draft)) return;
    await outbox.drafts.put({ key: draft.key, id: draft.id, draft: 'aside' });
    // A database's log keeps what was written to it long after it was deleted. A Blob is a file of its own, which goes
    // in the transaction that deletes it: so no answer stays on the disk in clear once its sheet is finished.
    await putLocal(outbox, `draft:${draft.key}`, new Blob([JSON.stringify(draft)]));
  });

/** Both from one moment. Reading a Blob's text waits, so that it comes after the transaction: `contentOf`. */
export const readStored = (outbox: Outbox, key: string): Promise<Stored> =>
  outbox.transaction('r', [outbox.drafts, outbox.local], () =>
    Promise.all([outbox.drafts.get(key), getLocal(outbox, `draft:${key}`)]),
  );

export const dropDraft = (outbox: Outbox, filling: Filling): Promise<void> =>
  inTransaction(outbox, [outbox.drafts, outbox.local], () => closeDraft(outbox, filling));

/** Inside the caller's transaction. True also where the first builds closed it. */
export async function isClosed(outbox: Outbox, { key, id }: Filling): Promise<boolean> {
  const row = await outbox.drafts.get(key);
  if (row?.id === id) return row.draft === null;
  return ((await getLocal(outbox, 'closed_fillings')) ?? []).includes(id);
}

/** Inside the caller's transaction: answers and files go, its name is remembered; another filling under its key stays. */
export async function closeDraft(outbox: Outbox, { key, id }: Filling): Promise<void> {
  await outbox.local.where('key').startsWith(fileKey(id, '')).delete();
  const row = await outbox.drafts.get(key);
  if (row?.id === id) {
    await outbox.drafts.delete(key);
    await outbox.local.delete(`draft:${key}`);
  }
  const closed = (await getLocal(outbox, 'closed_fillings')) ?? [];
  if (closed.includes(id)) return;
  await putLocal(outbox, 'closed_fillings', [...closed, id].slice(-REMEMBERED));
}
