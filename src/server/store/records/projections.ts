// All tables that are made from raw records, and from nothing else.
import type { Trx } from '../database.ts';

export const PROJECTIONS = [
  'mark',
  'close_out',
  'observation',
  'submission',
  'attachment',
  'comment',
  'response_tally',
  'answer_tally',
] as const;

export async function clearProjections(trx: Trx): Promise<void> {
  for (const table of PROJECTIONS) await trx.deleteFrom(table).execute();
}
