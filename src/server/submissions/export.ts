// The files of a questionnaire's sheets: one row a sheet, one column a code, and the book that says what the codes mean.
import { type Cell, toCsv } from '../../domain/export/csv.ts';
import type { Instrument } from '../../domain/instrument/definition.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { Centre } from '../centre.ts';
import { choiceLabel, choicesOf, labelOf } from '../result/words.ts';
import { readVersions } from '../store/plan/instruments.ts';
import { readLeastShown } from '../store/settings.ts';
import { withoutTraces } from './anonymous.ts';
import { type Column, cellOf, columnsOf } from './columns.ts';
import { readSheets, type Sheet } from './sheets.ts';

/** `events`: with their names. */
export type Wanted = {
  readonly code: string;
  readonly events: readonly { readonly id: string; readonly name: string }[];
};

type Export = {
  readonly columns: readonly Column[];
  /** Those that may be shown. */
  readonly sheets: readonly Sheet[];
  /** There are some, and fewer than this: none of them may be. */
  readonly tooFewFor: number | null;
};

/** What no code can be, since none has a `#` in it. */
const ABOUT = ['#id', '#event', '#day', '#version'] as const;
const ABOUT_WORDS: Readonly<Record<(typeof ABOUT)[number], string>> = {
  '#id': 'Nomor lembar; kosong bila anonim',
  '#event': 'Kegiatan',
  '#day': 'Tanggal; kosong bila anonim dan yang mengisi pada hari itu terlalu sedikit',
  '#version': 'Versi kuesioner; kosong bila anonim',
};

/** `result.too_few` where there are sheets and none may be shown. Null: there is no such questionnaire. */
export async function submissionsFile(
  centre: Pick<Centre, 'db' | 'keys' | 'random'>,
  wanted: Wanted,
): Promise<Result<string, Problem> | null> {
  const made = await gather(centre, wanted);
  if (!made) return null;
  const { columns, sheets, tooFewFor } = made;
  if (tooFewFor !== null) return refused('result.too_few', { least: tooFewFor });
  const names = new Map(wanted.events.map(({ id, name }) => [id, name]));
  const rows = sheets.map((sheet): Cell[] => [
    sheet.id,
    names.get(sheet.event_id) ?? null,
    sheet.day,
    sheet.version || null,
    ...columns.map(column => cellOf(column, sheet.answers)),
  ]);
  return accepted(toCsv([...ABOUT, ...columns.map(({ name }) => name)], rows));
}

/** A line a column of the other file. */
export async function codebookFile(
  centre: Pick<Centre, 'db' | 'keys' | 'random'>,
  wanted: Wanted,
): Promise<Result<string, Problem> | null> {
  const made = await gather(centre, wanted);
  if (!made) return null;
  return accepted(
    toCsv(
      ['code', 'label', 'type', 'choices', 'versions'],
      [...ABOUT.map(name => [name, ABOUT_WORDS[name], null, null, null]), ...made.columns.map(describe)],
    ),
  );
}

async function gather(
  centre: Pick<Centre, 'db' | 'keys' | 'random'>,
  { code, events }: Wanted,
): Promise<Export | null> {
  const versions = await readVersions(centre.db, code);
  if (versions.length === 0) return null;
  const ids = events.map(({ id }) => id);
  const all = await readSheets(centre, versions, ids);
  const answered = new Set(all.map(({ version }) => version));
  const told = versions.filter(({ version }) => answered.has(version));
  const least = await readLeastShown(centre.db);
  const byVersion = new Map(told.map(instrument => [instrument.version, instrument]));
  const isAnonymous = ({ version }: Sheet): boolean => byVersion.get(version)?.anonymous === true;
  const sheets = ids.flatMap(id => {
    const own = all.filter(({ event_id }) => event_id === id);
    const traceless = withoutTraces(own.filter(isAnonymous), byVersion, least, centre.random);
    return [...traceless, ...own.filter(sheet => !isAnonymous(sheet))];
  });
  const columns = columnsOf(told.length > 0 ? told : versions.slice(0, 1), sheets);
  return { columns, sheets, tooFewFor: all.length > 0 && sheets.length === 0 ? least : null };
}

/** In the words of the newest version; choices as every version has offered them. */
function describe({ name, asked, choice }: Column): Cell[] {
  const [newest] = asked;
  if (!newest) return [name];
  const choices = new Map<string, string>();
  for (const { instrument, node } of asked)
    for (const row of choicesOf(instrument, node))
      if (!choices.has(row.code)) choices.set(row.code, choiceLabel(instrument, row).id);
  const label = labelOf(newest.instrument, newest.node).id;
  const versions = asked
    .map(({ instrument }: { instrument: Instrument }) => instrument.version)
    .sort((a, b) => a - b);
  return [
    name,
    choice === null ? label : `${label}: ${choices.get(choice) ?? choice}`,
    choice === null ? newest.node.type : '0/1',
    choice === null ? [...choices].map(([code, said]) => `${code} = ${said}`).join('; ') || null : null,
    versions.join(', '),
  ];
}
