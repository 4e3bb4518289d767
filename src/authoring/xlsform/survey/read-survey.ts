// Reads the survey row by row into a tree of drafts: who is inside whom, of what type, with which list.
import type { Lists } from '../lists/lists.ts';
import { ofSheet, type Report } from '../report.ts';
import { isYes } from '../settings/settings.ts';
import { nearest } from '../table/nearest.ts';
import { type Row, spotOf, type Table, textOf, tidied, wordOf } from '../table/table.ts';
import { type Draft, MAX_DEPTH, MAX_NODES } from './draft.ts';
import { isNewName, readName } from './node-name.ts';
import { draftQuestion, type QuestionRowType } from './question-draft.ts';
import { type BeginType, type RowType, readType } from './read-type.ts';
import { TYPE_NAMES } from './types.ts';

/** A group that is open while its rows are read. */
type Open = {
  readonly index: number;
  readonly what: BeginType['what'];
  readonly names: Map<string, string>;
  /** The list of a `table-list` group, once its first select is read. */
  readonly table: { isOne: boolean; list: string | null };
  readonly row: Row | null;
  readonly name: string;
};

export type Survey = { readonly drafts: readonly Draft[]; readonly title: string; readonly id: string };

export type SurveyReading = {
  readonly lists: Lists;
  readonly report: Report;
  readonly drafts: Draft[];
  readonly open: Open[];
  readonly repeatNames: Set<string>;
  readonly settings: { form_title: string; form_id: string };
};

export const readSurvey = (table: Table, lists: Lists, report: Report): Survey => {
  const reading: SurveyReading = {
    lists,
    report,
    drafts: [],
    open: [
      {
        index: -1,
        what: 'group',
        names: new Map(),
        table: { isOne: false, list: null },
        row: null,
        name: '',
      },
    ],
    repeatNames: new Set(),
    settings: { form_title: '', form_id: '' },
  };
  for (const row of table.rows) {
    if (reading.drafts.length >= MAX_NODES || reading.open.length > MAX_DEPTH) break;
    readRow(row, reading);
  }
  sayOfLimits(table, reading);
  for (const { row, what, name } of reading.open)
    if (row) report.error('group.unclosed', spotOf(row, 'type'), { what, name });
  if (table.rows.length === 0 && !report.hasErrors()) report.error('survey.empty', ofSheet(table.sheet));
  return { drafts: reading.drafts, title: reading.settings.form_title, id: reading.settings.form_id };
};

const sayOfLimits = (table: Table, { drafts, open, report }: SurveyReading): void => {
  if (drafts.length >= MAX_NODES) report.error('survey.too_large', ofSheet(table.sheet), { most: MAX_NODES });
  if (open.length <= MAX_DEPTH) return;
  const row = open.at(-1)?.row;
  report.error('group.too_deep', row ? spotOf(row, 'type') : ofSheet(table.sheet), { most: MAX_DEPTH });
  open.length = 1;
};

const readRow = (row: Row, reading: SurveyReading): void => {
  const { report } = reading;
  const written = textOf(row, 'type');
  const read = readType(written);
  if (isYes(wordOf(row, 'disabled'))) report.warn('row.disabled', spotOf(row, 'disabled'));
  else if (written === '') sayOfNoType(row, report);
  else if (read === null) sayOfUnknownType(row, tidied(written), report);
  else {
    const type = tidied(written).slice(0, 100);
    if (!read.isExact)
      report.repair('type.written', spotOf(row, 'type'), { written: written.slice(0, 100), type });
    readTyped(row, read.type, reading);
  }
};

/** Only notes to oneself: neither a name nor a label. */
const sayOfNoType = (row: Row, report: Report): void => {
  const isComment = wordOf(row, 'name') === '' && textOf(row, 'label') === '';
  if (isComment) report.warn('row.comment', spotOf(row));
  else report.error('type.missing', spotOf(row, 'type'), { name: wordOf(row, 'name') });
};

const sayOfUnknownType = (row: Row, type: string, report: Report): void =>
  report.error('type.unknown', spotOf(row, 'type'), {
    type: type.slice(0, 100),
    similar: (report.isFull() ? null : nearest(type, TYPE_NAMES)) ?? '',
  });

const readTyped = (row: Row, type: RowType, reading: SurveyReading): void => {
  if (type.kind === 'setting') reading.settings[type.setting] = textOf(row, 'name') || textOf(row, 'label');
  else if (type.kind === 'end') close(row, type.what, reading);
  else if (type.kind === 'file') declareFile(row, type.extension, reading);
  else {
    const name = readName(row, type, reading.open.at(-1)?.names ?? new Map(), reading.report);
    if (name === null) return;
    if (type.kind === 'begin') begin(row, type, name, reading);
    else addQuestion(row, type, name, reading);
  }
};

const addQuestion = (row: Row, type: QuestionRowType, name: string, reading: SurveyReading): void => {
  const { open, drafts, report, lists } = reading;
  const inside = open.at(-1);
  if (type.kind === 'select') checkTable(row, type.list, inside, report);
  const place = { row, name, parent: inside?.index ?? -1, path: pathOf(name, reading), at: drafts.length };
  for (const draft of draftQuestion(place, type, lists, report))
    if (draft.otherOf === undefined || isNewName(draft.name, row, inside?.names ?? new Map(), report))
      drafts.push(draft);
};

const pathOf = (name: string, { open, drafts }: SurveyReading): string => {
  const parent = drafts[open.at(-1)?.index ?? -1];
  return parent ? `${parent.path}/${name}` : name;
};

const declareFile = (row: Row, extension: 'csv' | 'xml', { lists, report }: SurveyReading): void => {
  const name = wordOf(row, 'name');
  if (name === '') report.error('name.missing', spotOf(row, 'name'), { type: `${extension}-external` });
  else lists.declare(name, `${name}.${extension}`, spotOf(row, 'name'));
};

const begin = (row: Row, type: BeginType, name: string, reading: SurveyReading): void => {
  const { drafts, open, report, repeatNames } = reading;
  const what = type.what;
  if (what === 'loop')
    report.unsupported('type.unsupported', spotOf(row, 'type'), { type: 'loop', instead: 'group' });
  if (what === 'repeat' && repeatNames.has(name))
    report.error('name.duplicate_repeat', spotOf(row, 'name'), { name });
  if (what === 'repeat') repeatNames.add(name);
  const isOne = wordOf(row, 'appearance').toLowerCase().split(' ').includes('table-list');
  drafts.push({
    row,
    kind: what === 'repeat' ? 'repeat' : 'group',
    name,
    parent: open.at(-1)?.index ?? -1,
    path: pathOf(name, reading),
  });
  open.push({ index: drafts.length - 1, what, names: new Map(), table: { isOne, list: null }, row, name });
};

const close = (row: Row, what: Open['what'], { open, report }: SurveyReading): void => {
  const inside = open.at(-1);
  if (inside?.row && inside.what === what) open.pop();
  else
    report.error('group.unopened', spotOf(row, 'type'), {
      what,
      name: wordOf(row, 'name'),
      inside: inside?.name ?? '',
    });
};

/** The questions of a `table-list` group share one list. */
const checkTable = (row: Row, list: string, inside: Open | undefined, report: Report): void => {
  if (!inside?.table.isOne) return;
  if (textOf(row, 'choice_filter') !== '') report.error('table_list.filtered', spotOf(row, 'choice_filter'));
  inside.table.list ??= list;
  if (inside.table.list !== list)
    report.error('table_list.mixed', spotOf(row, 'type'), { list, other: inside.table.list });
};
