// Published versions of questionnaires; a version never changes.
import type { Instrument } from '../../../domain/instrument/instrument.ts';
import { observation } from '../../../domain/instrument/shipped/observation.ts';
import { skm9 } from '../../../domain/instrument/shipped/skm9.ts';
import { instrumentKey } from '../../../protocol/feed.ts';
import type { Database } from '../database.ts';
import { PUBLIC_SCOPE, publish } from '../feed.ts';

/** Puts the questionnaires that come with Lembar before the devices. To be called at every start; does so once. */
export async function shipInstruments(db: Database): Promise<void> {
  await db.transaction().execute(async trx => {
    for (const instrument of [skm9, observation]) {
      const { code, version } = instrument;
      const added = await trx
        .insertInto('instrument')
        .values({ code, version, definition: JSON.stringify(instrument) })
        .onConflict(conflict => conflict.columns(['code', 'version']).doNothing())
        .returning('code')
        .execute();
      if (added.length > 0)
        await publish(trx, PUBLIC_SCOPE, 'instrument', instrumentKey(code, version), instrument);
    }
  });
}

export type InstrumentName = { readonly code: string; readonly version: number };

/** The version that new events and assignments get. Throws where none was shipped. */
export async function newestVersion(db: Database, { code }: Instrument): Promise<InstrumentName> {
  return db
    .selectFrom('instrument')
    .select(['code', 'version'])
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Throws where that version was never published: whoever names it has it from the tables. */
export async function readInstrument(db: Database, { code, version }: InstrumentName): Promise<Instrument> {
  const { definition } = await db
    .selectFrom('instrument')
    .select('definition')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return JSON.parse(definition);
}
