// Puts a backup in the place of the database: checked first, with the keys at hand, and what was there is put aside.
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { World } from '../centre.ts';
import { partOf, settle, syncPath } from '../durable-file.ts';
import { openEscrow } from '../identity/escrow.ts';
import { keyFolder } from '../identity/key-shelf.ts';
import { type BadCopy, beginNewLife, checkCopy, dropLog, filesOf } from '../store/copy.ts';
import type { Ask } from './ask.ts';
import { databaseIn, keysIn, stamp } from './data-folder.ts';
import { PASSPHRASE, WRONG_PASSPHRASE } from './keys.ts';

export type RestoreWorld = Pick<World, 'now' | 'newId'> & {
  readonly dataFolder: string;
  readonly ask: Ask;
  readonly print: (text: string) => unknown;
};

/** `FILE [--escrow FILE]`. To be called while no centre runs on the data folder. Resolves with the exit code. */
export async function restore(world: RestoreWorld, args: readonly string[]): Promise<number> {
  const { dataFolder, print } = world;
  const given = readArguments(args);
  if (!given) {
    print('Pemakaian / usage: restore BERKAS [--escrow SALINAN-KUNCI]\n');
    return 2;
  }
  const missing = [given.file, given.escrow ?? given.file].find(file => !existsSync(file));
  if (missing !== undefined) {
    print(`${missing} tidak ada. / does not exist.\n`);
    return 1;
  }
  const database = databaseIn(dataFolder);
  const part = partOf(database);
  try {
    for (const file of filesOf(part)) rmSync(file);
    copyFileSync(given.file, part);
    const checked = checkCopy(part);
    if (!checked.ok) {
      print(BAD[checked.why]);
      return 1;
    }
    if (!(await hasKeys(world, checked.copy.keyIds, given.escrow))) return 1;
    beginNewLife(part, world.newId());
    const aside = putAside(database, join(dataFolder, `before-restore-${stamp(world.now())}`));
    settle(part, database);
    print(done(checked.copy.kept.raw, aside));
    return 0;
  } finally {
    for (const file of filesOf(part)) rmSync(file);
  }
}

function readArguments(args: readonly string[]): { file: string; escrow: string | undefined } | null {
  try {
    const options = { escrow: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    return file !== undefined && more.length === 0 ? { file, escrow: values.escrow } : null;
  } catch {
    return null;
  }
}

/** Whether everything in the copy can be opened; keys that are not here are taken from the escrow copy. */
async function hasKeys(
  { dataFolder, now, ask, print }: RestoreWorld,
  keyIds: readonly string[],
  escrow: string | undefined,
): Promise<boolean> {
  const shelf = keyFolder(keysIn(dataFolder));
  const held = new Set(shelf.unknown(new Set()).map(({ key_id }) => key_id));
  if (escrow !== undefined) {
    const opened = openEscrow(readFileSync(escrow, 'utf8'), await ask.line(PASSPHRASE, 'hidden'));
    if (!opened.ok) {
      print(WRONG_PASSPHRASE);
      return false;
    }
    for (const key of opened.value) if (!held.has(key.key_id)) shelf.put(key);
    for (const { key_id } of opened.value) held.add(key_id);
    shelf.noteEscrow({ at: now().toISOString(), key_ids: opened.value.map(({ key_id }) => key_id) });
  }
  const lacking = keyIds.filter(keyId => !held.has(keyId));
  if (lacking.length === 0) return true;
  print(`Kunci untuk membuka isinya tidak ada di sini: ${lacking.join(', ')}. Tambahkan --escrow SALINAN-KUNCI.
The keys that open its records are not here: ${lacking.join(', ')}. Add --escrow with the copy of the keys.
`);
  return false;
}

/**
 * Gives what is there a second name in a folder of its own, so that at every instant a database stands in its place.
 * Null where there is none. Nothing is deleted.
 */
function putAside(database: string, folder: string): string | null {
  if (!existsSync(database)) return null;
  mkdirSync(folder, { mode: 0o700 });
  for (const file of filesOf(database)) linkOrCopy(file, join(folder, basename(file)));
  syncPath(folder);
  dropLog(database);
  return folder;
}

/** A file system without links gets a copy. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    syncPath(to);
  }
}

const BAD: Readonly<Record<BadCopy, string>> = {
  damaged: `Cadangan itu rusak; tidak ada yang diubah. Coba cadangan lain.
The backup is damaged; nothing was changed. Try another one.
`,
  not_lembar: `Berkas itu bukan cadangan Lembar; tidak ada yang diubah.
The file is no backup of Lembar; nothing was changed.
`,
  newer: `Cadangan itu dari Lembar yang lebih baru; tidak ada yang diubah. Perbarui Lembar dulu.
The backup is of a newer Lembar; nothing was changed. Update Lembar first.
`,
};

const done = (records: number, aside: string | null): string => `Cadangan dipulihkan: ${records} catatan.${
  aside ? ` Basis data sebelumnya disimpan di ${aside}.` : ''
}
Setiap perangkat akan menawarkan lagi catatan yang belum ada di sini. Perangkat yang didaftarkan setelah cadangan dibuat
perlu didaftarkan lagi, dan perangkat hilang atau akun nonaktif sejak itu perlu ditandai lagi.
The backup is restored: ${records} records.${aside ? ` The database before it is kept in ${aside}.` : ''}
Every device will offer again what is missing here. Devices enrolled after the backup was made must be enrolled again,
and devices lost or accounts closed since then must be marked again.
`;
