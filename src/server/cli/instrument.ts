// The command `instrument`: what a questionnaire's spreadsheet would become, said line by line, and publishing it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Finding } from '../../authoring/finding.ts';
import english from '../../authoring/finding-sentences/en.ts';
import indonesian from '../../authoring/finding-sentences/id.ts';
import {
  type FindingWords,
  levelOf,
  placeOf,
  sentenceOf,
} from '../../authoring/finding-sentences/sentence.ts';
import type { Language } from '../../domain/language.ts';
import { XLSX_MAX_BYTES } from '../../protocol/limits.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { Centre } from '../centre.ts';
import { compileAside } from '../instrument/compile-aside.ts';
import type { Compiled } from '../instrument/compile-spreadsheet.ts';
import { publishInstrument } from '../instrument/publish.ts';
import { BY_COMMAND, findNewest } from '../store/plan/instruments.ts';

type Place = Pick<Centre, 'db' | 'now'> & { print: (text: string) => unknown };

const USAGE = 'Pemakaian / usage: instrument BERKAS.xlsx [--publish]\n';

/** Resolves with the exit code: 0 where the questionnaire has no error, and, if that was asked for, is published. */
export async function instrument({ db, now, print }: Place, args: readonly string[]): Promise<number> {
  const [path, option, ...more] = args;
  if (
    path === undefined ||
    path.startsWith('-') ||
    more.length > 0 ||
    ![undefined, '--publish'].includes(option)
  ) {
    print(USAGE);
    return 2;
  }
  if (!existsSync(path) || !statSync(path).isFile()) {
    print(`Berkas ${path} tidak ada. / There is no file ${path}.\n`);
    return 1;
  }
  if (statSync(path).size > XLSX_MAX_BYTES) {
    print(refusal({ code: 'request.too_large', details: { max_kb: XLSX_MAX_BYTES / 1024 } }));
    return 1;
  }
  const source = readFileSync(path);
  const compiled = await compileAside(source, async code => (await findNewest(db, code))?.instrument ?? null);
  if (!compiled.ok) {
    print(refusal(compiled.problem));
    return 1;
  }
  print(report(compiled.value));
  if (!compiled.value.instrument) return 1;
  if (option === undefined) return 0;
  const published = await publishInstrument(db, {
    compiled: compiled.value,
    source,
    after: compiled.value.newest?.version ?? 0,
    published_at: now().toISOString(),
    published_by: BY_COMMAND,
  });
  if (!published.ok) {
    print(refusal(published.problem));
    return 1;
  }
  const { code, version } = published.value;
  print(`Terbit: ${code} versi ${version}. / Published: ${code} version ${version}.\n`);
  return 0;
}

const REFUSALS: Readonly<Record<string, string>> = {
  'xlsx.not_xlsx': 'ini bukan berkas .xlsx / this is not an .xlsx file',
  'xlsx.old_format':
    'ini Excel lama (.xls); simpan sebagai .xlsx / this is an old .xls file; save it as .xlsx',
  'xlsx.password': 'berkas terkunci kata sandi / the file is locked with a password',
  'xlsx.too_large': 'terlalu besar untuk sebuah kuesioner / too large for a questionnaire',
  'xlsx.unsafe': 'bukan buatan program lembar kerja / not made by a spreadsheet program',
  'xlsx.damaged': 'berkas rusak / the file is damaged',
  'request.too_large': 'berkas terlalu besar / the file is too large',
  'instrument.too_complex': 'terlalu rumit untuk dibaca dalam waktunya / too complex to be read in its time',
  'instrument.changed_meanwhile': 'sementara itu terbit versi lain / another version was published meanwhile',
  'instrument.must_stay_anonymous':
    'janji anonim tidak dapat ditarik; pakai kode lain / anonymity cannot be taken back; use another code',
};

/** In words where there are some, and always with the code and its particulars. */
function refusal({ code, details }: Problem): string {
  const particulars = Object.entries(details).map(([name, value]) => `${name}: ${value}`);
  const words = REFUSALS[code] === undefined ? '' : `${REFUSALS[code]} `;
  return `Ditolak / refused: ${words}(${[code, ...particulars].join(', ')})\n`;
}

function report({ findings, instrument: made, newest, difference }: Compiled): string {
  const lines = findings.flatMap(finding => [
    `${line(finding, 'id', indonesian)} [${finding.code}]`,
    `  ${line(finding, 'en', english)}`,
  ]);
  if (!made) lines.push('Kuesioner belum dapat dipakai. / The questionnaire cannot be used yet.');
  else if (newest)
    lines.push(
      `${made.code}: menjadi versi ${made.version}, ${difference.length} perubahan. / ${made.code}: becomes version ${made.version}, ${difference.length} changes.`,
    );
  else lines.push(`${made.code}: kuesioner baru. / ${made.code}: a new questionnaire.`);
  return `${lines.join('\n')}\n`;
}

const line = (finding: Finding, language: Language, words: FindingWords): string =>
  `${placeOf(finding, language)}: ${levelOf(finding.level, language)}: ${sentenceOf(finding, words)}`;
