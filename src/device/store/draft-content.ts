// From what is stored of a draft to the draft; apart, since the first look at the outbox does without Dexie.
import type { Draft } from '../tablet.ts';
import type { DraftRow } from './outbox.ts';

export type Stored = [row: DraftRow | undefined, content: Blob | undefined];

/** Null where nothing is begun, and where its file cannot be read or is another filling's: nothing was told to be done. */
export async function contentOf(...[row, content]: Stored): Promise<Draft | null> {
  if (row?.draft !== 'aside') return row?.draft ?? null;
  try {
    return JSON.parse((await content?.text()) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}
