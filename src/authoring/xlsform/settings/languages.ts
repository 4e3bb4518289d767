// The languages of a form: gathered from its columns, in one order, with the codes that the tablet uses.
import type { FormLanguage } from '../../../domain/instrument/definition.ts';
import { NOWHERE, type Report } from '../report.ts';
import type { Table } from '../table/table.ts';

/** Where a form names no language at all. */
export const UNNAMED: FormLanguage = { code: 'default', name: 'default' };

/** A form in more languages than the world's largest agencies use is a mistake. */
export const MAX_LANGUAGES = 50;

export type Languages = {
  readonly all: readonly FormLanguage[];
  /** The code of a language as a column names it; null: of a column that names none. */
  readonly codeOf: (written: string | null) => string;
};

/** `chosen`: the setting `default_language`; its language comes first, and owns the columns that name none. */
export const gatherLanguages = (
  tables: readonly (Table | null)[],
  chosen: string,
  report: Report,
): Languages => {
  const written = new Set(
    tables.flatMap(
      table => table?.columns.all.flatMap(({ language }) => (language === null ? [] : [language])) ?? [],
    ),
  );
  const named = unique([...written].map(readLanguage));
  const preferred = chosen === '' ? undefined : (named.find(isCalled(chosen)) ?? readLanguage(chosen));
  const first = preferred ?? (hasUnnamed(tables) || named.length === 0 ? UNNAMED : undefined);
  const all = unique([...(first ? [first] : []), ...named]);
  if (all.length > MAX_LANGUAGES)
    report.error('languages.too_many', NOWHERE, { count: all.length, most: MAX_LANGUAGES });
  for (const { code, name } of all)
    if (code === name && code !== 'default') report.warn('language.no_code', NOWHERE, { language: name });
  const fallback = (first ?? all[0] ?? UNNAMED).code;
  return { all, codeOf: language => (language === null ? fallback : readLanguage(language).code) };
};

/** `Bahasa Indonesia (id)` has a code; `Urdu` is its own. */
const readLanguage = (written: string): FormLanguage => {
  const [, name, code] = /^(.*?)\s*\(\s*([A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)\s*\)$/.exec(written) ?? [];
  if (name !== undefined && name !== '' && code !== undefined)
    return { code: code.replaceAll('_', '-').toLowerCase(), name };
  return written === 'default' ? UNNAMED : { code: written, name: written };
};

const isCalled =
  (chosen: string) =>
  ({ code, name }: FormLanguage): boolean =>
    [code, name].some(called => called.toLowerCase() === chosen.toLowerCase()) ||
    readLanguage(chosen).code === code;

const unique = (languages: readonly FormLanguage[]): FormLanguage[] => {
  const byCode = new Map<string, FormLanguage>();
  for (const language of languages) if (!byCode.has(language.code)) byCode.set(language.code, language);
  return [...byCode.values()];
};

const TRANSLATED = ['label', 'hint'];

const hasUnnamed = (tables: readonly (Table | null)[]): boolean =>
  tables.some(table =>
    table?.columns.all.some(({ name, language }) => language === null && TRANSLATED.includes(name)),
  );
