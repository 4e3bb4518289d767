// What the centre knows about itself.
import { leastShown } from '../../domain/anonymity/suppression.ts';
import type { Database } from './database.ts';

/** Names this database for its life, where it has no name yet. To be called at every start. */
export async function nameEpoch(db: Database, epoch: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key: 'epoch', value: epoch })
    .onConflict(conflict => conflict.column('key').doNothing())
    .execute();
}

/** The random name of this database's life; it changes when a backup is restored. */
export async function readEpoch(db: Database): Promise<string> {
  const { value } = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'epoch')
    .executeTakeFirstOrThrow();
  return value;
}

/** Another life: every device offers again what is missing, and none is taken for a copy by its nonce. */
export const beginEpoch = (db: Database, epoch: string): Promise<void> =>
  db.transaction().execute(async trx => {
    await writeSetting(trx, 'epoch', epoch);
    await trx.updateTable('device').set({ nonce: null }).execute();
  });

/** From how many answers on anonymous results are shown, as the agency has set it. */
export const readLeastShown = async (db: Database): Promise<number> =>
  leastShown(await readSetting(db, 'least_shown'));

export async function readSetting(db: Database, key: string): Promise<string | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeSetting(db: Database, key: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
