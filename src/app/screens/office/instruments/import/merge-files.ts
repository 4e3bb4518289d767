// The files that somebody chose as the one spreadsheet that is sent: lists in .csv files become sheets called like them.

import type { SheetOfCells } from '../../../../../authoring/workbook.ts';
import { readXlsx } from '../../../../../authoring/xlsx/read.ts';
import { readCsv } from '../../../../../authoring/xlsx/read-csv.ts';
import { writeXlsx } from '../../../../../authoring/xlsx/write.ts';
import { accepted, type Result } from '../../../../../domain/result.ts';
import { XLSX_MEDIA } from '../../../../../protocol/limits.ts';

const isCsv = (file: File): boolean => /\.csv$/i.test(file.name);

/** Null: not one spreadsheet with its lists. */
export function chosenFiles(files: readonly File[]): { workbook: File; lists: File[] } | null {
  const [workbook, ...others] = files.filter(file => !isCsv(file));
  return workbook && others.length === 0 ? { workbook, lists: files.filter(isCsv) } : null;
}

/** Without lists the file goes as it is. */
export async function mergeFiles(workbook: File, lists: readonly File[]): Promise<Result<Blob>> {
  if (lists.length === 0) return accepted(workbook);
  const read = readXlsx(new Uint8Array(await workbook.arrayBuffer()));
  if (!read.ok) return read;
  const added: SheetOfCells[] = [];
  for (const file of lists) {
    const sheet = readCsv(await file.text(), file.name);
    if (!sheet.ok) return sheet;
    added.push(sheet.value);
  }
  const names = new Set(added.map(sheet => sheet.name));
  const kept = read.value.workbook.sheets.filter(sheet => !names.has(sheet.name));
  return accepted(new Blob([writeXlsx({ sheets: [...kept, ...added] })], { type: XLSX_MEDIA }));
}
