// Which sheet of a workbook is which, also where its name is written a little otherwise.
import type { SheetOfCells, Workbook } from '../../workbook.ts';
import { NOWHERE, ofSheet, type Report } from '../report.ts';
import { snakeCase } from './headings.ts';
import { nearest } from './nearest.ts';

export const STANDARD_SHEETS = ['survey', 'choices', 'settings', 'external_choices'] as const;
export const OWN_SHEETS = ['_lembar', '_choices', '_questions'] as const;
export type SheetName = (typeof STANDARD_SHEETS)[number] | (typeof OWN_SHEETS)[number];

/** Of other tools: kept in the file, not read. */
const FOREIGN_SHEETS = ['entities', 'osm'];

export type Sheets = {
  readonly find: (name: SheetName) => SheetOfCells | null;
  /** A list that comes as a file: the sheet called like it, with or without a leading `_`. */
  readonly findFile: (file: string) => SheetOfCells | null;
};

export const findSheets = (workbook: Workbook, report: Report): Sheets => {
  const byName = new Map<string, SheetOfCells>();
  for (const sheet of workbook.sheets) {
    const name = snakeCase(sheet.name);
    if (byName.has(name)) report.warn('sheet.duplicate', ofSheet(sheet.name), { sheet: sheet.name });
    else byName.set(name, sheet);
  }
  for (const name of FOREIGN_SHEETS)
    if ((byName.get(name)?.rows.length ?? 0) > 1)
      report.unsupported('sheet.foreign', ofSheet(name), { sheet: name });
  sayOfMisspellings(byName, report);
  return {
    find: name => byName.get(name) ?? null,
    findFile: file => byName.get(snakeCase(file)) ?? byName.get(`_${snakeCase(file)}`) ?? null,
  };
};

const sayOfMisspellings = (byName: ReadonlyMap<string, SheetOfCells>, report: Report): void => {
  const others = [...byName.keys()].filter(name => !name.startsWith('_') && !isStandard(name));
  for (const name of STANDARD_SHEETS) {
    if (byName.has(name)) continue;
    const similar = nearest(name, others);
    if (name === 'survey') report.error('sheet.missing', NOWHERE, { sheet: name, similar: similar ?? '' });
    else if (similar !== null) report.warn('sheet.misspelt', ofSheet(similar), { sheet: name, similar });
  }
};

const isStandard = (name: string): boolean => (STANDARD_SHEETS as readonly string[]).includes(name);
