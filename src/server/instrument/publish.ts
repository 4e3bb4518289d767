// Makes a compiled spreadsheet the next version, unless the office has gone on meanwhile or a promise would be broken.
import type { Instrument } from '../../domain/instrument/definition.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { Database } from '../store/database.ts';
import { findNewest, publishVersion } from '../store/plan/instruments.ts';
import type { Compiled } from './compile-spreadsheet.ts';

export type Publishing = {
  readonly compiled: Compiled;
  readonly source: Uint8Array;
  /** The version that the publisher has seen as the newest; 0: none. */
  readonly after: number;
  readonly published_at: string;
  /** Id of the account; null: by command. */
  readonly published_by: string | null;
};

/** The version now published. */
export async function publishInstrument(
  db: Database,
  { compiled, after, ...publication }: Publishing,
): Promise<Result<Instrument, Problem>> {
  const { instrument, newest, findings } = compiled;
  const errors = findings.filter(({ level }) => level === 'error').length;
  if (!instrument) return refused('instrument.has_errors', { errors });
  const { code } = instrument;
  if ((newest?.version ?? 0) !== after) return changedMeanwhile(code, newest?.version ?? 0);
  if (newest?.anonymous && !instrument.anonymous) return refused('instrument.must_stay_anonymous', { code });
  const published = await db
    .transaction()
    .execute(trx => publishVersion(trx, { instrument, ...publication }));
  if (published) return accepted(instrument);
  return changedMeanwhile(code, (await findNewest(db, code))?.instrument.version ?? 0);
}

const changedMeanwhile = (code: string, newest: number) =>
  refused('instrument.changed_meanwhile', { code, newest });
