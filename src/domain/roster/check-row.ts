// Whether a person can be put on a roster: a name is needed, a NIP is not, but one that is given must be well-formed.
import { type CheckedNip, checkNip, type NipProblem } from '../person/nip.ts';
import { accepted, type Problem, type Result, refused } from '../result.ts';
import type { RosterRow } from './read-roster.ts';

export type RowProblem = NipProblem | Problem<'person.name_missing' | 'request.invalid'>;

/** Ready to be stored. `warning` is for the reader of the report. */
export type CheckedRow = Omit<RosterRow, 'line' | 'nip'> & {
  readonly nip: string | null;
  readonly warning: CheckedNip['warning'];
};

/** In characters; wide enough for every title that was seen in real rosters. */
export const ROW_LENGTHS = { name: 120, rank: 20, position: 120, unit_name: 160 } as const;

export function checkRow(row: Omit<RosterRow, 'line'>): Result<CheckedRow, RowProblem> {
  const { name, rank, position, unit_name } = row;
  if (!/\p{L}/u.test(name)) return refused('person.name_missing');
  const texts = {
    name: name.trim(),
    rank: rank.trim(),
    position: position.trim(),
    unit_name: unit_name.trim(),
  };
  for (const [field, max] of Object.entries(ROW_LENGTHS) as [keyof typeof ROW_LENGTHS, number][])
    if (texts[field].length > max)
      return refused('request.invalid', { field, reason: `${texts[field].length} > ${max}` });
  if (/^[-\s]*$/.test(row.nip)) return accepted({ ...texts, nip: null, warning: null });
  const nip = checkNip(row.nip);
  return nip.ok ? accepted({ ...texts, nip: nip.value.nip, warning: nip.value.warning }) : nip;
}
