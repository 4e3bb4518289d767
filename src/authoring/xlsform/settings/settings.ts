// The sheet `settings`: one row of what is true of the whole form.
import type { SheetOfCells } from '../../workbook.ts';
import { ofSheet, type Report } from '../report.ts';
import { isName } from '../survey/names.ts';
import type { KnownColumns } from '../table/headings.ts';
import { readTable } from '../table/read-table.ts';
import { type Row, spotOf, textOf, type Written, wordOf, writtenIn } from '../table/table.ts';

/** Null where there is no such sheet, or no row in it. */
export type Settings = {
  readonly row: Row | null;
  readonly title: string;
  /** In each language that a column names. */
  readonly titles: readonly Written[];
  readonly id: string;
  readonly defaultLanguage: string;
  readonly style: readonly string[];
  readonly allowsDuplicates: boolean;
  readonly instanceName: string;
};

const COLUMNS: KnownColumns = {
  names: new Set([
    'form_title',
    'form_id',
    'default_language',
    'version',
    'style',
    'allow_choice_duplicates',
    'name',
    'instance_name',
    'clean_text_values',
    'omit_instanceid',
  ]),
  aliases: {
    title: 'form_title',
    set_form_title: 'form_title',
    id_string: 'form_id',
    set_form_id: 'form_id',
  },
  translatable: new Set(['form_title']),
  foreign: new Set([
    'public_key',
    'submission_url',
    'auto_send',
    'auto_delete',
    'namespaces',
    'sms_keyword',
    'sms_separator',
    'sms_allow_media',
    'sms_date_format',
    'sms_datetime_format',
    'sms_response',
    'prefix',
    'delimiter',
    'client_editable',
    'instance_xmlns',
    'instance_id',
    'xml_root',
    'logging',
    'flat',
    'add_none_option',
    'attribute',
  ]),
};

export const readSettings = (sheet: SheetOfCells | null, report: Report): Settings => {
  const row =
    sheet === null ? null : (readTable(sheet, { known: COLUMNS, others: 'report', report }).rows[0] ?? null);
  if (row === null) return EMPTY;
  const name = textOf(row, 'name');
  if (name !== '' && !isName(name)) report.error('name.invalid', spotOf(row, 'name'), { name });
  sayOfFurtherRows(sheet, row, report);
  return {
    row,
    title: textOf(row, 'form_title'),
    titles: writtenIn(row, 'form_title'),
    id: textOf(row, 'form_id'),
    defaultLanguage: wordOf(row, 'default_language'),
    style: wordOf(row, 'style').toLowerCase().split(' '),
    allowsDuplicates: isYes(textOf(row, 'allow_choice_duplicates')),
    instanceName: textOf(row, 'instance_name'),
  };
};

const EMPTY: Settings = {
  row: null,
  title: '',
  titles: [],
  id: '',
  defaultLanguage: '',
  style: [],
  allowsDuplicates: false,
  instanceName: '',
};

/** As the standard writes booleans in cells. */
export const isYes = (text: string): boolean =>
  ['yes', 'true', 'true()', 'ya', '1'].includes(text.toLowerCase());

export const isNo = (text: string): boolean =>
  ['no', 'false', 'false()', 'tidak', '0', ''].includes(text.toLowerCase());

const sayOfFurtherRows = (sheet: SheetOfCells | null, row: Row, report: Report): void => {
  if (sheet !== null && sheet.rows.length > row.number)
    report.warn('settings.further_rows', ofSheet(sheet.name));
};
