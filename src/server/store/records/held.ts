// Whether the centre holds these very bytes, as a record or as the other content of one.
import type { HaveRequest } from '../../../protocol/have.ts';
import type { Database } from '../database.ts';

type Named = HaveRequest['records'][number];

/** Ids of those that are held with other bytes only, or not at all, in their order. */
export async function findMissing(db: Database, records: readonly Named[]): Promise<string[]> {
  if (records.length === 0) return [];
  const ids = records.map(({ id }) => id);
  const held = await db
    .selectFrom('raw')
    .select(['id', 'sha256'])
    .where('id', 'in', ids)
    // Came by file without proof of who sent it: only the device's own push makes it count.
    .where(({ or, eb }) => or([eb('reason', 'is', null), eb('reason', 'not like', UNVERIFIED)]))
    .unionAll(db.selectFrom('raw_conflict').select(['id', 'sha256']).where('id', 'in', ids))
    .execute();
  const named = new Set(held.map(nameOf));
  return records.filter(record => !named.has(nameOf(record))).map(({ id }) => id);
}

const UNVERIFIED = '%"record.unverified"%';

const nameOf = ({ id, sha256 }: Named): string => `${id} ${sha256}`;
