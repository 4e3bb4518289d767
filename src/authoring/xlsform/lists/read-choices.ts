// Reads the sheets `choices` and `external_choices` into lists, with what our own sheet `_choices` adds.
import type { Report } from '../report.ts';
import { isYes } from '../settings/settings.ts';
import { filterName } from '../table/read-table.ts';
import { hasColumn, type Row, spotOf, type Table, textOf, wordOf, writtenIn } from '../table/table.ts';
import { type Choice, type ChoiceList, MAX_CHOICES } from './choice.ts';
import { withoutRepeats } from './repeated.ts';

type Reading = {
  readonly origin: 'choices' | 'external';
  /** Of `_choices`. */
  readonly own: OwnChoices;
  readonly allowsDuplicates: boolean;
  readonly report: Report;
};

export const readChoices = (table: Table | null, reading: Reading): Map<string, ChoiceList> => {
  const lists = new Map<string, Choice[]>();
  if (table === null || !hasNeeded(table, reading.report)) return new Map();
  for (const row of table.rows) {
    const list = wordOf(row, 'list_name');
    if (list === '') {
      if (wordOf(row, 'name') !== '')
        reading.report.warn('choice.no_list', spotOf(row, 'list_name'), { choice: wordOf(row, 'name') });
      continue;
    }
    const choice = readChoice(row, list, reading);
    if (choice === null) continue;
    const choices = lists.get(list);
    if (choices) choices.push(choice);
    else lists.set(list, [choice]);
  }
  return new Map(
    [...lists].map(([name, choices]) => [
      name,
      { name, origin: reading.origin, choices: withoutRepeats(choices, { list: name, ...reading }) },
    ]),
  );
};

const hasNeeded = (table: Table, report: Report): boolean => {
  const missing =
    table.rows.length === 0 ? [] : ['list_name', 'name'].filter(name => !hasColumn(table, name));
  for (const column of missing)
    report.error('column.missing', { sheet: table.sheet, row: 1, column: null }, { column });
  if (table.rows.length > MAX_CHOICES)
    report.error(
      'choices.too_many',
      { sheet: table.sheet, row: null, column: null },
      { count: table.rows.length, most: MAX_CHOICES },
    );
  return missing.length === 0 && table.rows.length <= MAX_CHOICES;
};

const readChoice = (row: Row, list: string, { own, report }: Reading): Choice | null => {
  const code = wordOf(row, 'name');
  if (code === '') {
    report.error('choice.no_name', spotOf(row, 'name'), { list });
    return null;
  }
  const labels = writtenIn(row, 'label');
  if (labels.length === 0 && !hasMedia(row))
    report.warn('choice.no_label', spotOf(row, 'label'), { list, choice: code });
  const added = own.find(list, code);
  const score = (added && scoreIn(added, report)) ?? scoreIn(row, report);
  return {
    row,
    code,
    labels,
    description: [...(added ? writtenIn(added, 'description') : []), ...writtenIn(row, 'description')],
    ...(score !== undefined && { score }),
    isExclusive: [added, row].some(written => written !== undefined && isYes(textOf(written, 'exclusive'))),
    columns: columnsToFilterBy(row),
  };
};

const hasMedia = (row: Row): boolean =>
  ['image', 'audio', 'video'].some(kind => writtenIn(row, kind).length > 0);

const scoreIn = (row: Row, report: Report): number | undefined => {
  const text = wordOf(row, 'score');
  if (text === '') return undefined;
  const score = Number(text.replace(',', '.'));
  if (Number.isFinite(score)) return score;
  report.error('score.invalid', spotOf(row, 'score'), { score: text });
  return undefined;
};

/** Also the columns that mean something to us, where they stand in the sheet itself: a filter may ask for them. */
const columnsToFilterBy = (row: Row): Record<string, string> => {
  const values: [string, string][] = row.columns.all.flatMap(column => {
    const name = filterName(column) ?? (['score', 'exclusive'].includes(column.name) ? column.name : null);
    const value = name === null ? '' : textOf(row, column.name);
    return name === null || value === '' ? [] : [[name, value] as [string, string]];
  });
  return Object.fromEntries(values);
};

export type OwnChoices = { readonly find: (list: string, code: string) => Row | undefined };

export const readOwnChoices = (table: Table | null): OwnChoices => {
  const rows = new Map(
    (table?.rows ?? []).map(row => [keyOf(wordOf(row, 'list_name'), wordOf(row, 'name')), row]),
  );
  return { find: (list, code) => rows.get(keyOf(list, code)) };
};

/** Rows of `_choices` that add to a choice which is nowhere. */
export const sayOfUnknownChoices = (
  table: Table | null,
  lists: readonly ReadonlyMap<string, ChoiceList>[],
  report: Report,
): void => {
  const known = new Set(
    lists.flatMap(each =>
      [...each.values()].flatMap(list => list.choices.map(({ code }) => keyOf(list.name, code))),
    ),
  );
  for (const row of table?.rows ?? []) {
    const [list, choice] = [wordOf(row, 'list_name'), wordOf(row, 'name')];
    if (!known.has(keyOf(list, choice)))
      report.error('choice.unknown', spotOf(row, 'name'), { list, choice });
  }
};

const keyOf = (list: string, code: string): string => JSON.stringify([list, code]);
