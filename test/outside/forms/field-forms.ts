// The field questionnaires that lie beside the project, read as workbooks.
import { existsSync, readFileSync } from 'node:fs';
import { cellText, type Workbook } from '../../../src/authoring/workbook.ts';
import { readXlsx } from '../../../src/authoring/xlsx/read.ts';

const FOLDER = new URL('../../../../shared/data/outside/', import.meta.url);
const INDEX = new URL('forms/index.json', FOLDER);

export const FORMS_ARE_THERE = existsSync(INDEX);

export type FieldForm = { readonly name: string; readonly workbook: Workbook };

export const readForms = (): FieldForm[] => {
  if (!FORMS_ARE_THERE) return [];
  const index = JSON.parse(readFileSync(INDEX, 'utf8')) as { file: string }[];
  return index.map(({ file }) => {
    const read = readXlsx(new Uint8Array(readFileSync(new URL(file, FOLDER))));
    if (!read.ok) throw new Error(`${file}: ${read.problem.code}`);
    return { name: file, workbook: read.value.workbook };
  });
};

export type SurveyRow = { readonly row: number; readonly type: string; readonly name: string };

/** Rows of the survey that hold anything, but for the ends of groups. */
export const surveyRows = ({ sheets }: Workbook): SurveyRow[] => {
  const survey = sheets.find(sheet => sheet.name.trim().toLowerCase() === 'survey');
  const [headings = [], ...rows] = survey?.rows ?? [];
  const at = (word: string): number =>
    headings.findIndex(cell => cellText(cell).trim().toLowerCase() === word);
  return rows
    .map((cells, index) => ({
      row: index + 2,
      type: cellText(cells[at('type')]).trim(),
      name: cellText(cells[at('name')]).trim(),
      isEmpty: cells.every(cell => cellText(cell).trim() === ''),
    }))
    .filter(({ type, isEmpty }) => !isEmpty && !/^end[ _]/i.test(type));
};
