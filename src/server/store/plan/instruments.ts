// Published versions of questionnaires; a version never changes.
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { upgrade } from '../../../domain/instrument/older.ts';
import { instrumentKey } from '../../../protocol/feed.ts';
import type { Database, Trx } from '../database.ts';
import { PUBLIC_SCOPE, publish } from '../feed.ts';

export type InstrumentName = { readonly code: string; readonly version: number };

/** What new events and new assignments ask, until the office names something else. */
export const DEFAULT_SURVEY = 'skm9';
export const DEFAULT_OBSERVATION = 'observasi';

export const BY_COMMAND = 'command';

export type Publication = {
  readonly instrument: Instrument;
  /** The spreadsheet that it was made of. */
  readonly source: Uint8Array | null;
  readonly published_at: string;
  /** Id of an account, or BY_COMMAND; null: came with Lembar. */
  readonly published_by: string | null;
};

/** Puts a new version before the devices. False, and nothing done, where that version is there already. */
export async function publishVersion(
  trx: Trx,
  { instrument, ...publication }: Publication,
): Promise<boolean> {
  const { code, version } = instrument;
  const added = await trx
    .insertInto('instrument')
    .values({ code, version, definition: JSON.stringify(instrument), ...publication })
    .onConflict(conflict => conflict.columns(['code', 'version']).doNothing())
    .returning('code')
    .execute();
  if (added.length === 0) return false;
  await publish(trx, PUBLIC_SCOPE, 'instrument', instrumentKey(code, version), instrument);
  return true;
}

const newest = (db: Database, code: string) =>
  db
    .selectFrom('instrument')
    .select(['code', 'version', 'definition', 'source'])
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1);

/** The version that new events and assignments get. Throws where none was published. */
export async function newestVersion(db: Database, code: string): Promise<InstrumentName> {
  const { version } = await newest(db, code).executeTakeFirstOrThrow();
  return { code, version };
}

export type Newest = { readonly instrument: Instrument; readonly source: Uint8Array | null };

export async function findNewest(db: Database, code: string): Promise<Newest | null> {
  const row = await newest(db, code).executeTakeFirst();
  return row ? { instrument: upgrade(JSON.parse(row.definition)), source: row.source } : null;
}

/** Throws where that version was never published: whoever names it has it from the tables. */
export async function readInstrument(db: Database, name: InstrumentName): Promise<Instrument> {
  const found = await findInstrument(db, name);
  if (!found) throw new Error(`There is no ${instrumentKey(name.code, name.version)}.`);
  return found;
}

export async function findInstrument(
  db: Database,
  { code, version }: InstrumentName,
): Promise<Instrument | null> {
  const row = await db
    .selectFrom('instrument')
    .select('definition')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? upgrade(JSON.parse(row.definition)) : null;
}

/** Every version, the newest first. */
export async function readVersions(db: Database, code: string): Promise<Instrument[]> {
  const rows = await db
    .selectFrom('instrument')
    .select('definition')
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ definition }) => upgrade(JSON.parse(definition)));
}

/** Null where the version came without one, or does not exist. */
export async function findSource(
  db: Database,
  { code, version }: InstrumentName,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('instrument')
    .select('source')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.source ?? null;
}

/** Whether these very bytes were published before, as any version. */
export async function hasSource(db: Database, source: Uint8Array): Promise<boolean> {
  const row = await db
    .selectFrom('instrument')
    .select('code')
    .where('source', '=', source)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** For a version that was published without one, by a build that had none. */
export async function keepSource(
  db: Database,
  { code, version }: InstrumentName,
  source: Uint8Array,
): Promise<void> {
  await db
    .updateTable('instrument')
    .set({ source })
    .where('code', '=', code)
    .where('version', '=', version)
    .where('source', 'is', null)
    .execute();
}

/** Whether somebody at the agency has published a version of it. */
export async function isOfAgency(db: Database, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('instrument')
    .select('code')
    .where('code', '=', code)
    .where('published_by', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
