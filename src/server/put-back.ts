// Notices at a start that the database's files were exchanged by hand: the centre may then have lost what it acknowledged.
import { existsSync, readFileSync } from 'node:fs';
import { writeDurably } from './durable-file.ts';
import type { Database } from './store/database.ts';
import { beginEpoch, readSetting, writeSetting } from './store/settings.ts';

/** What both the database and a file beside it know; a database that knows another is an older one, or another's. */
const RUN = 'run';

type Needs = { readonly db: Database; readonly newId: () => string };

/**
 * To be called when a server starts, alone in its data folder. Where the files were put back, begins another epoch, so
 * that every device offers again what is missing. True where it did so; a power cut in here may also lead to it, which
 * costs a few questions and nothing else.
 */
export async function beginRun({ db, newId }: Needs, file: string): Promise<boolean> {
  const told = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const isPutBack = (await readSetting(db, RUN)) !== told;
  if (isPutBack) await beginEpoch(db, newId());
  await nameRun({ db, newId }, file);
  return isPutBack;
}

/** To be called at a clean end: a copy taken while it ran is an older one from now on. */
export async function nameRun({ db, newId }: Needs, file: string): Promise<void> {
  const run = newId();
  writeDurably(file, run);
  await writeSetting(db, RUN, run);
}
