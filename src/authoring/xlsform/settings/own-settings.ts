// Our own sheet `_lembar`: what a form is for, which no column of the standard says.
import {
  INSTRUMENT_KINDS,
  type InstrumentKind,
  SCORINGS,
  type Scoring,
  VIEWS,
  type View,
} from '../../../domain/instrument/definition.ts';
import type { Report } from '../report.ts';
import { nearest } from '../table/nearest.ts';
import { type Row, spotOf, type Table, type Written, wordOf, writtenIn } from '../table/table.ts';
import { isNo, isYes } from './settings.ts';

export type OwnSettings = {
  readonly kind: InstrumentKind;
  readonly view: View;
  readonly anonymous: boolean;
  readonly scoring: Scoring;
  readonly title: readonly Written[];
  readonly notice: { readonly version: number; readonly text: readonly Written[] } | null;
};

const SETTINGS = ['kind', 'view', 'anonymous', 'scoring', 'title', 'notice', 'notice_version'] as const;
type Setting = (typeof SETTINGS)[number];

/** `style`: of the sheet `settings`, where other tools say `pages`. */
export const readOwnSettings = (
  table: Table | null,
  style: readonly string[],
  report: Report,
): OwnSettings => {
  const rows = rowsBySetting(table, report);
  const kind = oneOf(INSTRUMENT_KINDS, rows.get('kind'), report) ?? 'form';
  const notice = textsOf(rows.get('notice'));
  return {
    kind,
    view: oneOf(VIEWS, rows.get('view'), report) ?? (style.includes('pages') ? 'page' : VIEW_OF[kind]),
    anonymous: yesOrNo(rows.get('anonymous'), report) ?? kind === 'survey',
    scoring: oneOf(SCORINGS, rows.get('scoring'), report) ?? 'none',
    title: textsOf(rows.get('title')),
    notice:
      notice.length === 0 ? null : { version: versionIn(rows.get('notice_version'), report), text: notice },
  };
};

const VIEW_OF: Readonly<Record<InstrumentKind, View>> = {
  survey: 'kiosk',
  observation: 'sheet',
  test: 'kiosk',
  form: 'page',
};

const rowsBySetting = (table: Table | null, report: Report): ReadonlyMap<Setting, Row> => {
  const rows = new Map<Setting, Row>();
  for (const row of table?.rows ?? []) {
    const written = wordOf(row, 'setting').toLowerCase();
    const setting = SETTINGS.find(known => known === written);
    if (setting === undefined)
      report.error('setting.unknown', spotOf(row, 'setting'), {
        setting: written,
        similar: nearest(written, SETTINGS) ?? '',
        known: SETTINGS.join(', '),
      });
    else if (rows.has(setting)) report.error('setting.duplicate', spotOf(row, 'setting'), { setting });
    else rows.set(setting, row);
  }
  return rows;
};

const oneOf = <T extends string>(
  known: readonly T[],
  row: Row | undefined,
  report: Report,
): T | undefined => {
  const value = row === undefined ? '' : wordOf(row, 'value').toLowerCase();
  if (row === undefined || value === '') return undefined;
  const found = known.find(word => word === value);
  if (found === undefined) sayInvalid(row, known.join(', '), report);
  return found;
};

const yesOrNo = (row: Row | undefined, report: Report): boolean | undefined => {
  const value = row === undefined ? '' : wordOf(row, 'value');
  if (row === undefined || value === '') return undefined;
  if (!isYes(value) && !isNo(value)) sayInvalid(row, 'yes, no', report);
  return isYes(value);
};

const versionIn = (row: Row | undefined, report: Report): number => {
  if (row === undefined) return 1;
  const version = Number(wordOf(row, 'value'));
  if (Number.isSafeInteger(version) && version >= 1) return version;
  sayInvalid(row, '1, 2, 3, …', report);
  return 1;
};

const sayInvalid = (row: Row, known: string, report: Report): void =>
  report.error('setting.invalid', spotOf(row, 'value'), {
    setting: wordOf(row, 'setting'),
    value: wordOf(row, 'value'),
    known,
  });

const textsOf = (row: Row | undefined): readonly Written[] =>
  row === undefined ? [] : writtenIn(row, 'value');
