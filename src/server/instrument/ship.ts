// Puts the questionnaires that come with Lembar before the devices: from their spreadsheets, at every start.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { upgrade } from '../../domain/instrument/older.ts';
import { observation } from '../../domain/instrument/shipped/observation.ts';
import { skm9 } from '../../domain/instrument/shipped/skm9.ts';
import type { Database } from '../store/database.ts';
import { findNewest, hasSource, isOfAgency, keepSource, publishVersion } from '../store/plan/instruments.ts';

export type Shipping = {
  readonly db: Database;
  readonly now: () => Date;
  /** Where the spreadsheets lie; where it is left out, only what the centre cannot do without is shipped. */
  readonly instrumentsFolder?: string | undefined;
  /** Told of each file that is not shipped: a bug, or a damaged installation, and no reason not to serve. */
  readonly report: (error: unknown) => void;
};

/**
 * A new version only where its meaning differs from the newest one that Lembar itself has published: what the agency has
 * made of a questionnaire stays the newest.
 */
export async function shipInstruments(shipping: Shipping): Promise<void> {
  const { instrumentsFolder: folder } = shipping;
  if (folder && existsSync(folder))
    for (const name of readdirSync(folder).sort())
      if (name.endsWith('.xlsx')) await shipFile(shipping, join(folder, name)).catch(shipping.report);
  for (const older of [skm9, observation]) {
    if (await findNewest(shipping.db, older.code)) continue;
    await ship(shipping, { instrument: upgrade(older), source: null });
  }
}

/** Rejects where the file is none that compiles: it is our own. */
async function shipFile(shipping: Shipping, path: string): Promise<void> {
  const { db } = shipping;
  const source = readFileSync(path);
  if (await hasSource(db, source)) return;
  // Only now: most of what runs here never compiles.
  const { compileSpreadsheet } = await import('./compile-spreadsheet.ts');
  const compiled = await compileSpreadsheet(
    source,
    async code => (await findNewest(db, code))?.instrument ?? null,
  );
  if (!compiled.ok) throw new Error(`${path}: ${compiled.problem.code}`);
  const { instrument, newest, difference, findings } = compiled.value;
  if (!instrument) throw new Error(`${path}: ${findings.map(({ code }) => code).join(', ')}`);
  if (newest && difference.length === 0) return keepSource(db, newest, source);
  if (newest && (await isOfAgency(db, newest.code))) return;
  await ship(shipping, { instrument, source });
}

const ship = (
  { db, now }: Shipping,
  version: Pick<Parameters<typeof publishVersion>[1], 'instrument' | 'source'>,
): Promise<boolean> =>
  db
    .transaction()
    .execute(trx =>
      publishVersion(trx, { ...version, published_at: now().toISOString(), published_by: null }),
    );
