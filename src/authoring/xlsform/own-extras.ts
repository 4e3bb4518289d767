// Our own sheet `_questions`: what the standard has no column for.
import { TEXT_MAX } from '../../domain/instrument/definition.ts';
import type { Extras } from './nodes/building.ts';
import type { Report } from './report.ts';
import { nearest } from './table/nearest.ts';
import { spotOf, type Table, wordOf } from './table/table.ts';

/** `names`: of the survey's questions, for rows that name none of them are told. */
export const readExtras = (table: Table | null, names: ReadonlySet<string>, report: Report): Extras => {
  const lengths = new Map<string, number>();
  for (const row of table?.rows ?? []) {
    const name = wordOf(row, 'name');
    if (!names.has(name))
      report.error('reference.unknown', spotOf(row, 'name'), { name, similar: nearest(name, names) ?? '' });
    const written = wordOf(row, 'max_length');
    const length = Number(written);
    if (written === '') continue;
    if (Number.isSafeInteger(length) && length >= 1 && length <= TEXT_MAX) lengths.set(name, length);
    else report.error('max_length.invalid', spotOf(row, 'max_length'), { value: written, most: TEXT_MAX });
  }
  return { maxLengthOf: name => lengths.get(name) };
};
