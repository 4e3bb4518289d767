// Makes every projection again from the raw records: a bug in one never costs an answer.
import type { Centre } from '../centre.ts';
import { clearProjections } from '../store/records/projections.ts';
import { unproject } from '../store/records/raw.ts';
import { listAssignmentIds, publishAssignment } from '../store/roster/assignments.ts';
import { atSavepoint } from '../store/savepoint.ts';
import { type Projection, projectWaiting } from './project.ts';
import { reconsider } from './reconsider.ts';

/**
 * One transaction, so that a result is never seen half made; then the quarantine is looked at again. Of the same raw
 * records it makes the same tables, byte for byte, in whatever batches they once came. Resolves with how many records
 * came out of quarantine.
 */
export async function rebuild(
  { db, keys }: Pick<Centre, 'db' | 'keys'>,
  report: Projection['report'],
): Promise<number> {
  await db.transaction().execute(async trx => {
    await clearProjections(trx);
    await unproject(trx);
    await projectWaiting({
      db: trx,
      keys,
      report,
      attempt: work => atSavepoint(trx, work),
      publish: async () => {},
    });
    // Only now, so that devices are not told of a state on the way; those that stand as before are not told at all.
    for (const id of await listAssignmentIds(trx)) await publishAssignment(trx, id);
  });
  const freed = await reconsider({ db, keys });
  await projectWaiting({ db, keys, report });
  return freed;
}
