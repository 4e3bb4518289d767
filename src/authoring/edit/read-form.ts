// What of a form's workbook can be edited: its questions and groups in their order, their words, and the lists of choices.
import type { Cell, SheetOfCells, Workbook } from '../workbook.ts';
import { cellText } from '../workbook.ts';
import { columnsOf, type EditedColumn, findSheet, headingRow, wordAt } from './sheets.ts';

/** A cell with words: where it stands, and in which language. `row` and `column` are 1-based. */
export type Words = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** `label`, `hint`, `required_message`, … */
  readonly what: string;
  readonly language: string | null;
  readonly text: string;
};

export type FormItem = {
  readonly kind: 'question' | 'group';
  /** 1-based, in the sheet `survey`. A group reaches from its first row to its closing one. */
  readonly row: number;
  readonly lastRow: number;
  readonly depth: number;
  /** Row of the group that it is in; 0 for the form itself. */
  readonly parent: number;
  readonly type: string;
  readonly name: string;
  /** Name in the sheet `choices`, or null. */
  readonly list: string | null;
  readonly isRequired: boolean;
  readonly words: readonly Words[];
};

export type FormChoice = { readonly row: number; readonly name: string; readonly words: readonly Words[] };

export type EditableForm = {
  /** As the headings write them; null for columns that name none. */
  readonly languages: readonly (string | null)[];
  readonly items: readonly FormItem[];
  readonly choices: ReadonlyMap<string, readonly FormChoice[]>;
};

const BEGIN = /^begin[\s_]/i;
const END = /^end[\s_]/i;
const SELECT = /^(?:select[\s_]one|select[\s_]multiple|rank)\s+(\S+)/i;
const YES = /^(yes|true|true\(\)|1)$/i;

/** What is shown of a form that cannot be read is less, never an exception. */
export function readForm(workbook: Workbook): EditableForm {
  const survey = findSheet(workbook, 'survey');
  const choices = findSheet(workbook, 'choices');
  return {
    languages: languagesIn([survey, choices].flatMap(sheet => (sheet ? columnsOf(sheet) : []))),
    items: survey ? itemsIn(survey) : [],
    choices: choices ? choicesIn(choices) : new Map(),
  };
}

const SPOKEN = ['label', 'hint'];

const languagesIn = (columns: readonly EditedColumn[]): (string | null)[] => [
  ...new Set(columns.filter(({ name }) => SPOKEN.includes(name)).map(({ language }) => language)),
];

type Open = { row: number; at: number };

function itemsIn(survey: SheetOfCells): FormItem[] {
  const columns = columnsOf(survey);
  const items: FormItem[] = [];
  const open: Open[] = [];
  for (const [index, row] of survey.rows.entries()) {
    const type = wordAt(row, columns, 'type');
    if (index <= headingRow(survey) || type === '') continue;
    if (END.test(type)) {
      const begun = open.pop();
      const group = begun && items[begun.at];
      if (group) items[begun.at] = { ...group, lastRow: index + 1 };
      continue;
    }
    const isGroup = BEGIN.test(type);
    items.push({
      kind: isGroup ? 'group' : 'question',
      row: index + 1,
      lastRow: index + 1,
      depth: open.length,
      parent: open.at(-1)?.row ?? 0,
      ...{ type, name: wordAt(row, columns, 'name'), list: SELECT.exec(type)?.[1] ?? null },
      isRequired: YES.test(wordAt(row, columns, 'required')),
      words: wordsIn(survey, columns, index),
    });
    if (isGroup) open.push({ row: index + 1, at: items.length - 1 });
  }
  return items;
}

const WORDS = ['label', 'hint', 'guidance_hint', 'required_message', 'constraint_message', 'description'];

/** Labels and hints also where they are empty; the rest only where there is something. */
function wordsIn(sheet: SheetOfCells, columns: readonly EditedColumn[], index: number): Words[] {
  const row: readonly Cell[] = sheet.rows[index] ?? [];
  return columns
    .filter(({ name, index: at }) => WORDS.includes(name) && (SPOKEN.includes(name) || row[at] !== undefined))
    .map(({ name, language, index: at }) => ({
      ...{ sheet: sheet.name, row: index + 1, column: at + 1, what: name, language },
      text: cellText(row[at]),
    }))
    .filter(({ what, text }) => SPOKEN.includes(what) || text !== '')
    .sort((one, other) => WORDS.indexOf(one.what) - WORDS.indexOf(other.what));
}

function choicesIn(sheet: SheetOfCells): Map<string, FormChoice[]> {
  const columns = columnsOf(sheet);
  const lists = new Map<string, FormChoice[]>();
  for (const [index, row] of sheet.rows.entries()) {
    const list = wordAt(row, columns, 'list_name');
    if (index <= headingRow(sheet) || list === '') continue;
    const choice = {
      row: index + 1,
      name: wordAt(row, columns, 'name'),
      words: wordsIn(sheet, columns, index).filter(({ what }) => what !== 'hint'),
    };
    lists.set(list, [...(lists.get(list) ?? []), choice]);
  }
  return lists;
}
