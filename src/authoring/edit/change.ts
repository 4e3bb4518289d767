// Changes of a form's workbook: words, order, removal, and whether an answer is required. Codes are never changed.
import type { SheetOfCells, Workbook } from '../workbook.ts';
import { type FormItem, readForm, type Words } from './read-form.ts';
import { columnsOf, findSheet, withCell, withColumn, withRows } from './sheets.ts';

export type Direction = 'up' | 'down';

/** Puts words into one cell. `at`: 1-based, as `readForm` gives it. */
export function setText(
  workbook: Workbook,
  at: Pick<Words, 'sheet' | 'row' | 'column'>,
  text: string,
): Workbook {
  const sheet = workbook.sheets.find(one => one.name === at.sheet);
  if (!sheet) return workbook;
  const rows = Array.from(
    { length: Math.max(sheet.rows.length, at.row) },
    (_, index) => sheet.rows[index] ?? [],
  );
  rows[at.row - 1] = withCell(rows[at.row - 1] ?? [], at.column - 1, text);
  return withRows(workbook, sheet, rows);
}

/** A question, or a whole group, changes places with the one before or after it in the same group. */
export function moveItem(workbook: Workbook, row: number, direction: Direction): Workbook {
  const survey = findSheet(workbook, 'survey');
  const { items } = readForm(workbook);
  const item = items.find(one => one.row === row);
  const other = item && neighbourOf(items, item, direction);
  if (!survey || !item || !other) return workbook;
  return swapped(workbook, survey, direction === 'up' ? [other, item] : [item, other]);
}

export function neighbourOf(
  items: readonly FormItem[],
  item: FormItem,
  direction: Direction,
): FormItem | undefined {
  const siblings = items.filter(one => one.parent === item.parent);
  return siblings[siblings.indexOf(item) + (direction === 'up' ? -1 : 1)];
}

type Block = Pick<FormItem, 'row' | 'lastRow'>;

/** What stands between the two (comments, blank rows) stays between them. */
function swapped(
  workbook: Workbook,
  sheet: SheetOfCells,
  [first, second]: readonly [Block, Block],
): Workbook {
  const { rows } = sheet;
  return withRows(workbook, sheet, [
    ...rows.slice(0, first.row - 1),
    ...rows.slice(second.row - 1, second.lastRow),
    ...rows.slice(first.lastRow, second.row - 1),
    ...rows.slice(first.row - 1, first.lastRow),
    ...rows.slice(second.lastRow),
  ]);
}

/** A choice changes places with the one before or after it in its list. */
export function moveChoice(workbook: Workbook, row: number, direction: Direction): Workbook {
  const sheet = findSheet(workbook, 'choices');
  const list = [...readForm(workbook).choices.values()].find(rows => rows.some(one => one.row === row));
  const at = list?.findIndex(one => one.row === row) ?? -1;
  const other = list?.[at + (direction === 'up' ? -1 : 1)]?.row;
  if (!sheet || other === undefined) return workbook;
  const [first, second] = [Math.min(row, other), Math.max(row, other)].map(one => ({
    row: one,
    lastRow: one,
  }));
  return first && second ? swapped(workbook, sheet, [first, second]) : workbook;
}

/** Its choices stay: another question may use them, and answers that were given keep their words. */
export function removeQuestion(workbook: Workbook, row: number): Workbook {
  const survey = findSheet(workbook, 'survey');
  const item = readForm(workbook).items.find(one => one.row === row);
  if (!survey || item?.kind !== 'question') return workbook;
  return withRows(
    workbook,
    survey,
    survey.rows.filter((_, index) => index !== row - 1),
  );
}

/** Takes the place of a condition that stood there. */
export function setRequired(workbook: Workbook, row: number, isRequired: boolean): Workbook {
  const survey = findSheet(workbook, 'survey');
  if (!survey) return workbook;
  const column = columnsOf(survey).find(({ name }) => name === 'required');
  if (column)
    return setText(workbook, { sheet: survey.name, row, column: column.index + 1 }, isRequired ? 'yes' : '');
  return isRequired ? setRequired(withColumn(workbook, survey, 'required'), row, true) : workbook;
}
