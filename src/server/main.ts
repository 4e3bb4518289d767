// The centre's one command: serves, sets up, keeps and restores, and loads the demonstration.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { World } from './centre.ts';
import { type Ask, askOn } from './cli/ask.ts';
import { backup } from './cli/backup.ts';
import { databaseIn, keysIn } from './cli/data-folder.ts';
import { explainTrouble } from './cli/explain-trouble.ts';
import { instrument } from './cli/instrument.ts';
import { keys } from './cli/keys.ts';
import { rebuild } from './cli/rebuild.ts';
import { restore } from './cli/restore.ts';
import { serve } from './cli/serve.ts';
import { setUp } from './cli/set-up.ts';
import { takeInFile } from './cli/take-in.ts';
import { demo } from './demo/demo.ts';
import { type KeyRing, openKeyRing } from './identity/key-ring.ts';
import { type Database, openDatabase } from './store/database.ts';
import { lockFolder } from './store/folder-lock.ts';

const port = Number(process.env.PORT ?? 8080);
const host = process.env.HOST ?? '0.0.0.0';
/** Where `vite build` puts the app, beside this file's own folder. */
const appFolder = resolve(import.meta.dirname, '../app');
/** Built, they lie in the app; else where they are kept. */
const instrumentsFolder = [
  join(appFolder, 'instruments'),
  resolve(import.meta.dirname, '../../public/instruments'),
].find(folder => existsSync(folder));
const dataFolder = resolve(process.env.LEMBAR_DATA ?? 'data');

const world: World = {
  now: () => new Date(),
  newId: () => randomUUID(),
  random: size => randomBytes(size),
};
const place = {
  ...world,
  dataFolder,
  instrumentsFolder,
  print: (text: string): unknown => process.stdout.write(text),
};

/** Each resolves with the exit code. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  serve: () => alone(() => opened(centre => serve({ ...centre, port, host, appFolder }))),
  setup: args => opened(centre => asking(ask => setUp({ ...centre, ask }, args))),
  'take-in': args => opened(centre => takeInFile(centre, args)),
  instrument: args => opened(centre => instrument(centre, args)),
  backup: args => backup(place, args),
  restore: args => alone(() => asking(ask => restore({ ...place, ask }, args))),
  rebuild: args => alone(() => opened(centre => rebuild(centre, args))),
  keys: args => asking(ask => keys({ ...place, ask, keys: keyRing() }, args)),
  demo: args => opened(centre => demo({ ...centre, address: `http://localhost:${port}` }, args)),
};

const USAGE = `Pemakaian / usage: npm run lembar -- PERINTAH

  serve            menjalankan pusat / runs the centre (PORT, HOST, LEMBAR_DATA)
  setup            membuat akun operator / makes an operator account (--agency, --name, --username, --escrow)
  take-in BERKAS   menerima lembar dari berkas tablet / takes in the sheets of a tablet's file
  instrument BERKAS [--publish]
                   memeriksa kuesioner XLSForm, lalu menerbitkannya / checks an XLSForm questionnaire, then publishes it
  backup [BERKAS]  mencadangkan selagi berjalan / backs up while the centre runs
  restore BERKAS   memulihkan cadangan / restores a backup (--escrow)
  rebuild          menyusun ulang semua hasil / makes every result again from the records
  keys             kunci pusat / the centre's keys (rotate, escrow BERKAS, restore BERKAS)
  demo             memuat data contoh / loads the demonstration agency
  demo --remove    menghapus data contoh / removes it again
`;

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await run(Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined);

async function run(command: (typeof COMMANDS)[string] | undefined): Promise<number> {
  if (!command) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    return await command(args);
  } catch (error) {
    // A damaged, full or locked database shows itself only in use.
    const why = explainTrouble(error, dataFolder);
    if (why === null) throw error;
    process.stderr.write(`${why}\n`);
    return 1;
  }
}

/** While no other process has the data folder for itself; said so where one has. */
async function alone(work: () => Promise<number>): Promise<number> {
  const lock = lockFolder(dataFolder);
  if (!lock) {
    process.stderr.write(
      `Lembar lain sedang berjalan dengan data di ${dataFolder}. Hentikan dulu. / Another Lembar is running on the data in ${dataFolder}. Stop it first.\n`,
    );
    return 1;
  }
  return work().finally(lock.letGo);
}

async function opened(
  work: (centre: typeof place & { db: Database; keys: KeyRing }) => Promise<number>,
): Promise<number> {
  const db = openDatabase(databaseIn(dataFolder));
  try {
    return await work({ ...place, db, keys: keyRing() });
  } finally {
    await db.destroy();
  }
}

function keyRing(): KeyRing {
  return openKeyRing(keysIn(dataFolder), world);
}

async function asking(work: (ask: Ask) => Promise<number>): Promise<number> {
  const ask = askOn(process.stdin, process.stdout);
  return work(ask).finally(ask.close);
}
