// The name of a row: mended where the meaning is clear, refused where it could not be one.
import type { Report } from '../report.ts';
import { type Row, spotOf, wordOf } from '../table/table.ts';
import { isName, RESERVED_NAME, withoutBlanks } from './names.ts';
import type { RowType } from './read-type.ts';

/** Part of every answer's key, which holds 255 characters. */
const MAX_NAME = 64;

/** Null where there is none that could be used; that is told. `names`: of its group, by their lower case. */
export const readName = (
  row: Row,
  type: RowType,
  names: Map<string, string>,
  report: Report,
): string | null => {
  const written = wordOf(row, 'name') || nameWithout(row, type);
  const spot = spotOf(row, 'name');
  if (written === '') {
    report.error('name.missing', spot, { type: wordOf(row, 'type').slice(0, 100) });
    return null;
  }
  const mended = isName(written) ? null : withoutBlanks(written);
  if (mended !== null)
    report.repair('name.blanks', spot, { written: written.slice(0, 100), name: mended.slice(0, 100) });
  const name = mended ?? written;
  if (!isName(name) || name.length > MAX_NAME)
    report.error('name.invalid', spot, { name: name.slice(0, 100) });
  else if (name === RESERVED_NAME) report.error('name.reserved', spot, { name });
  else return isNewName(name, row, names, report) ? name : null;
  return null;
};

const nameWithout = (row: Row, type: RowType): string => {
  if (type.kind === 'plain' && type.plain.type === 'note') return `generated_note_name_${row.number}`;
  return wordOf(row, 'type') === 'audit' ? 'audit' : '';
};

/** Within its group; that it is not is told, and also where only capitals make it one. */
export const isNewName = (name: string, row: Row, names: Map<string, string>, report: Report): boolean => {
  const lower = name.toLowerCase();
  const twin = names.get(lower);
  if (twin === name) report.error('name.duplicate', spotOf(row, 'name'), { name });
  else if (twin !== undefined)
    report.warn('name.differs_by_case', spotOf(row, 'name'), { name, other: twin });
  if (twin === name) return false;
  names.set(lower, name);
  return true;
};
