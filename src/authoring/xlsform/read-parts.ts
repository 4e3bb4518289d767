// Reads every sheet of a workbook that means something to us, in the order in which they depend on each other.
import type { Workbook } from '../workbook.ts';
import { createLists, type Lists } from './lists/lists.ts';
import { readChoices, readOwnChoices, sayOfUnknownChoices } from './lists/read-choices.ts';
import type { Report } from './report.ts';
import { gatherLanguages, type Languages } from './settings/languages.ts';
import { type OwnSettings, readOwnSettings } from './settings/own-settings.ts';
import { readSettings, type Settings } from './settings/settings.ts';
import { sayOfMissingTranslations } from './settings/translations.ts';
import { readSurvey, type Survey } from './survey/read-survey.ts';
import { findSheets, type SheetName, type Sheets } from './table/find-sheets.ts';
import type { KnownColumns } from './table/headings.ts';
import {
  CHOICE_COLUMNS,
  OWN_CHOICE_COLUMNS,
  OWN_QUESTION_COLUMNS,
  OWN_SETTING_COLUMNS,
} from './table/list-columns.ts';
import { readTable } from './table/read-table.ts';
import { SURVEY_COLUMNS } from './table/survey-columns.ts';
import { hasColumn, type Table } from './table/table.ts';

export type Parts = {
  readonly survey: Survey;
  readonly settings: Settings;
  readonly own: OwnSettings;
  readonly languages: Languages;
  readonly lists: Lists;
  readonly tables: Tables;
};

type Tables = {
  readonly survey: Table | null;
  readonly choices: Table | null;
  readonly external: Table | null;
  readonly ownSettings: Table | null;
  readonly ownChoices: Table | null;
  readonly ownQuestions: Table | null;
};

/** Null where there is no survey to read; that is told. */
export const readParts = (workbook: Workbook, report: Report): Parts | null => {
  const sheets = findSheets(workbook, report);
  const settings = readSettings(sheets.find('settings'), report);
  const tables = readTables(sheets, report);
  if (tables.survey === null) return null;
  if (!hasColumn(tables.survey, 'type')) {
    report.error('column.missing', { sheet: tables.survey.sheet, row: 1, column: null }, { column: 'type' });
    return null;
  }
  const translated = [tables.survey, tables.choices, tables.external, tables.ownChoices];
  const languages = gatherLanguages([...translated, tables.ownSettings], settings.defaultLanguage, report);
  sayOfMissingTranslations(translated, languages, report);
  const lists = readLists(tables, sheets, settings, report);
  return {
    survey: readSurvey(tables.survey, lists, report),
    settings,
    own: readOwnSettings(tables.ownSettings, settings.style, report),
    languages,
    lists,
    tables,
  };
};

const readTables = (sheets: Sheets, report: Report): Tables => {
  const read = (name: SheetName, known: KnownColumns, others: 'keep' | 'report'): Table | null => {
    const sheet = sheets.find(name);
    return sheet && readTable(sheet, { known, others, report });
  };
  return {
    survey: read('survey', SURVEY_COLUMNS, 'report'),
    choices: read('choices', CHOICE_COLUMNS, 'keep'),
    external: read('external_choices', CHOICE_COLUMNS, 'keep'),
    ownSettings: read('_lembar', OWN_SETTING_COLUMNS, 'report'),
    ownChoices: read('_choices', OWN_CHOICE_COLUMNS, 'report'),
    ownQuestions: read('_questions', OWN_QUESTION_COLUMNS, 'report'),
  };
};

const readLists = (tables: Tables, sheets: Sheets, settings: Settings, report: Report): Lists => {
  const own = readOwnChoices(tables.ownChoices);
  const { allowsDuplicates } = settings;
  const choices = readChoices(tables.choices, { origin: 'choices', own, allowsDuplicates, report });
  const external = readChoices(tables.external, { origin: 'external', own, allowsDuplicates, report });
  sayOfUnknownChoices(tables.ownChoices, [choices, external], report);
  return createLists({ choices, external, sheets, report });
};
