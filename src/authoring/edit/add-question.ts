// Adds a question of one of the common types, with its choices; names are made so that they clash with none.
import type { Cell, SheetOfCells, Workbook } from '../workbook.ts';
import { readForm } from './read-form.ts';
import { columnsOf, type EditedColumn, findSheet, withColumn, withRows } from './sheets.ts';

export const ADDED_TYPES = [
  'text',
  'integer',
  'decimal',
  'date',
  'select_one',
  'select_multiple',
  'scale',
  'note',
] as const;
export type AddedType = (typeof ADDED_TYPES)[number];

/** By language as the headings write it; '' for the column that names none. */
export type ByLanguage = Readonly<Record<string, string>>;

export type NewQuestion = {
  readonly type: AddedType;
  readonly label: ByLanguage;
  /** Of a select or a scale, in their order; a scale counts 1, 2, … */
  readonly choices: readonly ByLanguage[];
  readonly isRequired: boolean;
  /** Row that it comes after (a group: after its first row, so within it); 0 puts it at the end. */
  readonly after: number;
};

const hasChoices = (type: AddedType): boolean => ['select_one', 'select_multiple', 'scale'].includes(type);

export function addQuestion(workbook: Workbook, question: NewQuestion): Workbook {
  const form = readForm(workbook);
  const survey = findSheet(workbook, 'survey');
  if (!survey) return workbook;
  const taken = new Set([...form.items.map(item => item.name), ...form.choices.keys()].map(lower));
  const name = freeName(Object.values(question.label)[0] ?? '', taken);
  const withList = hasChoices(question.type) ? addList(workbook, name, question) : workbook;
  return addRow(withList, { ...question, name });
}

const lower = (text: string): string => text.toLowerCase();

/** Letters, digits and underscores of the words, and a number where that is taken. */
export function freeName(words: string, taken: ReadonlySet<string>): string {
  const plain = lower(words.normalize('NFKD'))
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 28)
    .replace(/_+$/, '');
  const base = plain || 'pertanyaan';
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}_${count}`)) count += 1;
  return `${base}_${count}`;
}

function addRow(
  workbook: Workbook,
  { name, type, after, ...question }: NewQuestion & { name: string },
): Workbook {
  const needed = [
    'type',
    'name',
    ...(question.isRequired ? ['required'] : []),
    ...(type === 'scale' ? ['appearance'] : []),
  ];
  const grown = withColumns(workbook, 'survey', needed);
  const survey = findSheet(grown, 'survey');
  if (!survey) return grown;
  const written = type === 'scale' ? `select_one ${name}` : hasChoices(type) ? `${type} ${name}` : type;
  const row = rowOf(columnsOf(survey), question.label, {
    type: written,
    name,
    required: question.isRequired ? 'yes' : '',
    appearance: type === 'scale' ? 'likert' : '',
  });
  const at = after === 0 ? survey.rows.length : after;
  return withRows(grown, survey, [...survey.rows.slice(0, at), row, ...survey.rows.slice(at)]);
}

function addList(workbook: Workbook, list: string, { type, choices, label }: NewQuestion): Workbook {
  const sheet = findSheet(workbook, 'choices') ? workbook : withChoicesSheet(workbook, Object.keys(label));
  const grown = withColumns(sheet, 'choices', ['list_name', 'name']);
  const target = findSheet(grown, 'choices');
  if (!target) return grown;
  const columns = columnsOf(target);
  const taken = new Set<string>();
  const rows = choices.map((choice, index) => {
    const name = type === 'scale' ? String(index + 1) : freeName(Object.values(choice)[0] ?? '', taken);
    taken.add(name);
    const score = type === 'scale' ? index + 1 : '';
    return rowOf(columns, choice, { list_name: list, name, score });
  });
  return withRows(grown, target, [...target.rows, ...rows]);
}

/** Words under `label`, each in its language's column; the rest under its own name where there is such a column. */
function rowOf(
  columns: readonly EditedColumn[],
  label: ByLanguage,
  rest: Readonly<Record<string, Cell>>,
): Cell[] {
  const row: Cell[] = Array.from({ length: Math.max(0, ...columns.map(({ index }) => index + 1)) }, () => '');
  const written = new Set<string>();
  for (const { index, name, language } of columns) {
    if (name === 'label') row[index] = label[language ?? ''] ?? '';
    else if (Object.hasOwn(rest, name) && !written.has(name)) {
      row[index] = rest[name] ?? '';
      written.add(name);
    }
  }
  while (row.at(-1) === '') row.pop();
  return row;
}

const withChoicesSheet = (workbook: Workbook, languages: readonly string[]): Workbook => ({
  ...workbook,
  sheets: [
    ...workbook.sheets,
    {
      name: 'choices',
      rows: [['list_name', 'name', ...languages.map(one => (one === '' ? 'label' : `label::${one}`))]],
    } satisfies SheetOfCells,
  ],
});

const withColumns = (workbook: Workbook, name: 'survey' | 'choices', needed: readonly string[]): Workbook =>
  needed.reduce((grown, heading) => {
    const sheet = findSheet(grown, name);
    const isThere = sheet === null || columnsOf(sheet).some(column => column.name === heading);
    return isThere ? grown : withColumn(grown, sheet, heading);
  }, workbook);
