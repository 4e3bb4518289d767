// Adds a translation: an empty column beside every column of words, for somebody to fill in.
import type { SheetOfCells, Workbook } from '../workbook.ts';
import { columnsOf, type EditedSheet, findSheet, withColumn } from './sheets.ts';

const WORDS: Readonly<Record<EditedSheet, readonly string[]>> = {
  survey: ['label', 'hint', 'guidance_hint', 'required_message', 'constraint_message'],
  choices: ['label', 'description'],
  _choices: ['description'],
  _lembar: ['value'],
};

/** `language` as headings write it: `English (en)`. Columns that are there already stay; titles count as words. */
export function addLanguage(workbook: Workbook, language: string): Workbook {
  return (Object.keys(WORDS) as EditedSheet[]).reduce(
    (changed, name) =>
      missingIn(findSheet(changed, name), name, language).reduce((grown, heading) => {
        const sheet = findSheet(grown, name);
        return sheet ? withColumn(grown, sheet, heading) : grown;
      }, changed),
    workbook,
  );
}

/** Of `_lembar` only where its values are translated already: most are no words. */
function missingIn(sheet: SheetOfCells | null, name: EditedSheet, language: string): string[] {
  const columns = sheet ? columnsOf(sheet) : [];
  return WORDS[name]
    .filter(what => columns.some(one => one.name === what && (name !== '_lembar' || one.language !== null)))
    .filter(what => !columns.some(one => one.name === what && one.language === language))
    .map(what => `${what}::${language}`);
}
