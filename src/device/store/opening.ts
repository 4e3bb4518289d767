// Opens the outbox: proves that it keeps what is written before anything is captured.
import type { Start } from '../tablet.ts';
import { contentOf } from './draft-content.ts';
import { readStored } from './drafts.ts';
import { FIRST_KEYS, startOf } from './glance.ts';
import { getLocal, type Outbox, putLocal } from './outbox.ts';
import { StorageError, steadily } from './steady.ts';

/** Proves that a write is there afterwards, and reads in the same round what the first screen needs. */
export const openOutbox = (outbox: Outbox): Promise<Start> =>
  steadily(outbox, async () => {
    const written = await outbox.transaction('rw', outbox.local, async () => {
      const next = ((await getLocal(outbox, 'probe')) ?? 0) + 1;
      await putLocal(outbox, 'probe', next);
      return next;
    });
    const [[probe, ...rows], stored] = await outbox.transaction(
      'r',
      [outbox.local, outbox.drafts],
      async () =>
        await Promise.all([outbox.local.bulkGet(['probe', ...FIRST_KEYS]), readStored(outbox, 'kiosk')]),
    );
    // Another tab may have counted on since.
    if (((probe?.value as number | undefined) ?? 0) < written) throw new StorageError('written, then gone');
    return startOf(rows, await contentOf(...stored));
  });
