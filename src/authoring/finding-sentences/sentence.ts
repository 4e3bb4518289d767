// From a finding to the sentences and the place that a person reads, in either language; the office and the command share them.
import type { Language } from '../../domain/language.ts';
import type { Finding, FindingLevel } from '../finding.ts';
import type { FINDING_INSTEAD, FindingCode } from '../finding-codes.ts';

/** Every code has a sentence: a missing one does not compile. */
export type FindingSentences = Readonly<Record<FindingCode, (details: Finding['details']) => string>>;
export type Instead = Readonly<Record<(typeof FINDING_INSTEAD)[number], string>>;
export type FindingWords = { readonly sentences: FindingSentences; readonly INSTEAD: Instead };

/** What is wrong and what to do; of what is not supported, also what happens in its place. Of an unknown code: the code. */
export function sentenceOf(
  { code, details }: Pick<Finding, 'code' | 'details'>,
  words: FindingWords,
): string {
  const { sentences, INSTEAD } = words;
  const sentence = Object.hasOwn(sentences, code) ? sentences[code as FindingCode](details) : code;
  const instead = INSTEAD[details.instead as keyof Instead];
  return instead === undefined ? sentence : `${sentence} ${instead}`;
}

const PLACE: Readonly<Record<Language, { sheet: string; row: string; column: string; whole: string }>> = {
  id: { sheet: 'Lembar', row: 'baris', column: 'kolom', whole: 'Seluruh berkas' },
  en: { sheet: 'Sheet', row: 'row', column: 'column', whole: 'The whole file' },
};

/** "Lembar survey, baris 12, kolom relevant". */
export function placeOf(
  { sheet, row, column }: Pick<Finding, 'sheet' | 'row' | 'column'>,
  language: Language,
): string {
  const words = PLACE[language];
  if (sheet === null) return words.whole;
  return [
    `${words.sheet} ${sheet}`,
    ...(row === null ? [] : [`${words.row} ${row}`]),
    ...(column === null ? [] : [`${words.column} ${column}`]),
  ].join(', ');
}

const LEVELS: Readonly<Record<Language, Readonly<Record<FindingLevel, string>>>> = {
  id: {
    error: 'Kesalahan',
    unsupported: 'Tidak didukung',
    repair: 'Sudah diperbaiki',
    warning: 'Perhatikan',
  },
  en: { error: 'Error', unsupported: 'Not supported', repair: 'Put right', warning: 'Look at this' },
};

export const levelOf = (level: FindingLevel, language: Language): string => LEVELS[language][level];
