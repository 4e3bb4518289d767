// The sheets of a questionnaire, from where they are kept: rows of named ones, raw records of anonymous ones.

import { checkAnswers } from '../../domain/instrument/check-answers.ts';
import type { Answers, Instrument } from '../../domain/instrument/definition.ts';
import type { Centre } from '../centre.ts';
import { cleanText } from '../receive/clean-text.ts';
import { readStored } from '../receive/read-record.ts';
import type { Database } from '../store/database.ts';
import { currentObservations } from '../store/records/observations.ts';
import { findSubmissionRecords } from '../store/records/raw.ts';
import { currentSubmissions } from '../store/records/submissions.ts';

export type Random = Centre['random'];

export type Sheet = {
  /** Of the record; null where it may not be told. */
  readonly id: string | null;
  readonly event_id: string;
  readonly day: string | null;
  /** 0 where it may not be told. */
  readonly version: number;
  readonly answers: Answers;
};

/** In the order of receipt; of anonymous ones in no order. `versions`: every published one, the newest first. */
export async function readSheets(
  { db, keys }: Pick<Centre, 'db' | 'keys'>,
  versions: readonly Instrument[],
  events: readonly string[],
): Promise<Sheet[]> {
  const [newest] = versions;
  if (!newest || events.length === 0) return [];
  const named = versions.filter(({ anonymous }) => !anonymous);
  const isObserved = named.some(({ kind }) => kind === 'observation');
  const isSubmitted = named.some(({ kind }) => kind !== 'observation');
  return [
    ...(await opened(
      { db, keys },
      versions.filter(({ anonymous }) => anonymous),
      events,
    )),
    ...(isSubmitted ? await submitted(db, newest.code, events) : []),
    ...(isObserved ? await observed(db, newest.code, events) : []),
  ];
}

async function submitted(db: Database, code: string, events: readonly string[]): Promise<Sheet[]> {
  const rows = await currentSubmissions(db, events, code);
  return rows.map(({ record_id, event_id, day, instrument_version, answers }) => ({
    id: record_id,
    event_id,
    day,
    version: instrument_version,
    answers: JSON.parse(answers),
  }));
}

async function observed(db: Database, code: string, events: readonly string[]): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const event_id of events)
    for (const row of await currentObservations(db, event_id))
      if (row.instrument_code === code)
        sheets.push({
          id: row.record_id,
          event_id,
          day: row.day,
          version: row.instrument_version,
          answers: JSON.parse(row.answers),
        });
  return sheets;
}

const PAGE_ROWS = 200;

/** Anonymous sheets are in no table by themselves, so that nothing there can be put into an order. */
async function opened(
  { db, keys }: Pick<Centre, 'db' | 'keys'>,
  versions: readonly Instrument[],
  events: readonly string[],
): Promise<Sheet[]> {
  const byVersion = new Map(versions.map(instrument => [instrument.version, instrument]));
  const [code] = versions.map(instrument => instrument.code);
  const sheets: Sheet[] = [];
  if (code === undefined) return sheets;
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await findSubmissionRecords(db, { events, code, after, limit: PAGE_ROWS });
    for (const row of rows) {
      const content = readStored(keys, row);
      const instrument = byVersion.get(row.version ?? 0);
      if (!content.ok || content.value.kind !== 'submission' || !instrument) continue;
      const { event_id, day, answers } = content.value;
      const checked = checkAnswers(instrument, answers);
      if (checked.ok)
        sheets.push({
          id: null,
          event_id,
          day,
          version: instrument.version,
          answers: cleaned(checked.value),
        });
    }
    const last = rows.at(-1);
    if (!last) return sheets;
    after = last.seq;
    // Opening is work: others are let in between.
    await new Promise(setImmediate);
  }
}

const cleaned = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, answer && cleanText(answer)]));
