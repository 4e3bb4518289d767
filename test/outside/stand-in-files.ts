// Stands in for files that a form asks for and that were not collected with it, so that the rest of it is looked at too.
import type { Finding } from '../../src/authoring/finding.ts';
import type { SheetOfCells, Workbook } from '../../src/authoring/workbook.ts';
import { type Compiled, compile } from '../../src/authoring/xlsform/compile.ts';

const isMissingFile = (finding: Finding): boolean => finding.code === 'list.file_missing';

/** `files`: those that were told to be missing. With them (a row each, every column that a cell could mean) it is compiled again. */
export const compileWithFiles = (workbook: Workbook): Compiled & { readonly files: readonly string[] } => {
  const first = compile(workbook, { version: 1 });
  const files = [
    ...new Set(first.findings.filter(isMissingFile).map(finding => String(finding.details.file))),
  ];
  if (files.length === 0) return { ...first, files };
  const sheets = [...workbook.sheets, ...files.map(file => standIn(file, workbook))];
  return { ...compile({ sheets }, { version: 1 }), files };
};

const standIn = (file: string, workbook: Workbook): SheetOfCells => {
  const words = workbook.sheets.flatMap(sheet =>
    sheet.rows.flatMap(row => row.flatMap(cell => String(cell).match(/[A-Za-z_]\w*/g) ?? [])),
  );
  const columns = [...new Set(['name', 'label', ...words])].slice(0, 900);
  if (file === 'external_choices') return externalChoices(columns, workbook);
  return { name: file, rows: [columns, columns.map((_, index) => `v${index}`)] };
};

/** One choice for every list that the survey asks for. */
const externalChoices = (columns: readonly string[], { sheets }: Workbook): SheetOfCells => {
  const cells = sheets.flatMap(sheet => sheet.rows.flat().map(String));
  const lists = cells.flatMap(cell => /^select_one_external (\S+)/.exec(cell)?.[1] ?? []);
  const others = columns.filter(
    column => !/^(?:name|label|list_name|list|listname|value|caption)$/i.test(column),
  );
  const headings = ['list_name', 'name', 'label', ...new Set(others.map(column => column.toLowerCase()))];
  return { name: 'external_choices', rows: [headings, ...lists.map(list => [list, 'v1', 'V1'])] };
};
