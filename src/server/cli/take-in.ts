// Takes a tablet's file in at the machine itself, of any length, and says what came of it.
import { createReadStream, existsSync } from 'node:fs';
import type { TakeInReport } from '../../protocol/office/device.ts';
import type { HeldResult, PushResult } from '../../protocol/push-result.ts';
import type { Centre } from '../centre.ts';
import { linesOf } from '../receive/batch-lines.ts';
import { projectWaiting } from '../receive/project.ts';
import { takeIn } from '../receive/take-in.ts';
import { findAgency } from '../store/unit-tree.ts';

type Place = Pick<Centre, 'db' | 'keys' | 'now' | 'random'> & { print: (text: string) => unknown };

/** Resolves with the exit code: 0 only where every record of the file is safe at the centre. */
export async function takeInFile(place: Place, [path, ...more]: readonly string[]): Promise<number> {
  const { db, keys, print } = place;
  if (path === undefined || more.length > 0) {
    print('Pemakaian / usage: take-in BERKAS\n');
    return 2;
  }
  const agency = await findAgency(db);
  if (!agency) {
    print('Pusat belum disiapkan: jalankan setup dulu. / The centre is not set up yet: run setup first.\n');
    return 1;
  }
  if (!existsSync(path)) {
    print(`Berkas ${path} tidak ada. / There is no file ${path}.\n`);
    return 1;
  }
  const report = (error: unknown) => print(`${error instanceof Error ? error.stack : error}\n`);
  const taken = await takeIn(place, linesOf(createReadStream(path)), {
    unit_id: agency.id,
    units: null,
    report,
  });
  if (!taken.ok) {
    print(notBatches(String(taken.problem.details.found)));
    return 1;
  }
  await projectWaiting({ db, keys, report });
  print(told(taken.value));
  const { problems, counts } = taken.value;
  return problems.length > 0 || counts.retry || counts.too_large ? 1 : 0;
}

const notBatches = (found: string): string =>
  `Ini bukan berkas lembar dari tablet (${found}). / This is not a file of sheets from a tablet (${found}).\n`;

const WORDS: Readonly<Record<PushResult | HeldResult, string>> = {
  stored: 'baru diterima / newly received',
  duplicate: 'sudah ada sebelumnya / already here',
  quarantined: 'disimpan di karantina / kept in quarantine',
  conflict_stored: 'isi berbeda, keduanya disimpan / other content, both kept',
  retry: 'gagal disimpan, ulangi nanti / not stored, try again later',
  too_large: 'terlalu besar, tidak disimpan / too large, not stored',
};

function told({ batches, counts, problems }: TakeInReport): string {
  const lines = [`${batches} kiriman dibaca. / ${batches} batches read.`];
  for (const [result, words] of Object.entries(WORDS))
    if (counts[result]) lines.push(`${String(counts[result]).padStart(8)}  ${words}`);
  for (const { line } of problems)
    lines.push(`Baris ${line} rusak atau terpotong, dilewati. / Line ${line} is damaged or torn, left out.`);
  return `${lines.join('\n')}\n`;
}
