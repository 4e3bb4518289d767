// The words of a scale of four, in the languages that the app speaks; others are left to the officer.
import type { ByLanguage } from '../../../../../authoring/edit/add-question.ts';
import { LANGUAGES, type Language } from '../../../../../domain/language.ts';
import { language } from '../../../../text/language.ts';

const SCALE: Readonly<Record<Language, readonly string[]>> = {
  id: ['Tidak baik', 'Kurang baik', 'Baik', 'Sangat baik'],
  en: ['Poor', 'Fair', 'Good', 'Very good'],
};

/** `languages` as headings write them: `English (en)`; '' for the column that names none. */
export const scaleChoices = (languages: readonly string[]): ByLanguage[] =>
  SCALE.id.map((_, index) =>
    Object.fromEntries(languages.map(one => [one, SCALE[languageIn(one) ?? language()][index] ?? ''])),
  );

const languageIn = (heading: string): Language | undefined =>
  LANGUAGES.find(one => new RegExp(`\\(\\s*${one}\\b`, 'i').test(heading));
