// Copies the database while the centre runs, proves the copy whole, and only then gives it its name.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { World } from '../centre.ts';
import { partOf, settle } from '../durable-file.ts';
import { checkCopy, copyDatabase } from '../store/copy.ts';
import { databaseIn, stamp } from './data-folder.ts';

export type BackupWorld = Pick<World, 'now'> & {
  readonly dataFolder: string;
  readonly print: (text: string) => unknown;
};

/** `[FILE]`; without it a dated file in the data folder. Resolves with the exit code. */
export async function backup(
  { now, dataFolder, print }: BackupWorld,
  args: readonly string[],
): Promise<number> {
  if (args.length > 1 || args[0]?.startsWith('-')) {
    print('Pemakaian / usage: backup [BERKAS / FILE]\n');
    return 2;
  }
  const target = resolve(args[0] ?? join(dataFolder, 'backups', `lembar-${stamp(now())}.sqlite`));
  if (existsSync(target)) {
    print(
      `${target} sudah ada; cadangan lama tidak ditimpa. / It exists already; an old backup is never overwritten.\n`,
    );
    return 1;
  }
  const part = partOf(target);
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const records = makeCopy(databaseIn(dataFolder), part);
    if (records === null) {
      print(BROKEN);
      return 1;
    }
    settle(part, target);
    print(done(target, records));
    return 0;
  } finally {
    rmSync(part, { force: true });
  }
}

/** How many records the copy holds, or null where it is not as whole as the database was. */
function makeCopy(database: string, part: string): number | null {
  rmSync(part, { force: true });
  writeFileSync(part, '', { mode: 0o600, flag: 'wx' });
  const before = copyDatabase(database, part);
  const checked = checkCopy(part);
  if (!checked.ok) return null;
  const { kept } = checked.copy;
  return kept.raw >= before.raw && kept.raw_conflict >= before.raw_conflict ? kept.raw : null;
}

const BROKEN = `Cadangan tidak lolos pemeriksaan dan tidak disimpan; basis datanya mungkin rusak.
The backup did not pass its check and was not kept; the database may be damaged.
`;

const done = (
  target: string,
  records: number,
): string => `Cadangan utuh dan sudah diperiksa: ${target} (${records} catatan)
The backup is whole and checked: ${target} (${records} records)

Kunci pembuka catatan TIDAK ada di dalamnya. Simpan juga salinan kuncinya, di tempat lain:
npm run lembar -- keys escrow BERKAS
The keys that open the records are NOT in it. Keep the copy of the keys as well, elsewhere:
npm run lembar -- keys escrow FILE
`;
