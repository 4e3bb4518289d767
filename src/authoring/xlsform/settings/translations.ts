// Which texts lack a language that the form speaks elsewhere: a person who chose it would read another one there.
import type { Report } from '../report.ts';
import type { Column, Table } from '../table/table.ts';
import type { Languages } from './languages.ts';

const TRANSLATED = [
  'label',
  'hint',
  'guidance_hint',
  'required_message',
  'constraint_message',
  'image',
  'audio',
  'video',
  'big-image',
  'description',
];

/** One finding for each text and language, not for each row. */
export const sayOfMissingTranslations = (
  tables: readonly (Table | null)[],
  languages: Languages,
  report: Report,
): void => {
  if (languages.all.length < 2) return;
  for (const table of tables) {
    if (table === null) continue;
    for (const name of TRANSLATED) {
      const columns = table.columns.byName.get(name) ?? [];
      if (columns.length > 0) sayOfOne(table.sheet, name, columns, languages, report);
    }
  }
};

const sayOfOne = (
  sheet: string,
  name: string,
  columns: readonly Column[],
  languages: Languages,
  report: Report,
): void => {
  const spoken = new Set(columns.map(column => languages.codeOf(column.language)));
  for (const language of languages.all)
    if (!spoken.has(language.code))
      report.warn(
        'language.missing',
        { sheet, row: 1, column: name },
        { column: name, language: language.name },
      );
};
