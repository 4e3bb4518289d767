// The questionnaires that ship with the product, read from the very files that an officer downloads.
import { readdirSync, readFileSync } from 'node:fs';
import type { Workbook } from '../../../src/authoring/workbook.ts';
import { compile } from '../../../src/authoring/xlsform/compile.ts';
import { readXlsx } from '../../../src/authoring/xlsx/read.ts';
import type { Instrument } from '../../../src/domain/instrument/definition.ts';

const FOLDER = `${import.meta.dirname}/../../../public/instruments`;

export const SHIPPED = [
  'skm9',
  'penyelenggaraan',
  'pengajar',
  'narasumber',
  'prapasca',
  'pascapelatihan',
  'rtl',
  'observasi',
  'observasi-rtl',
  'wawancara',
  'tna',
] as const;
export type Shipped = (typeof SHIPPED)[number];

export const shippedFiles = (): string[] => readdirSync(FOLDER).toSorted();

export function workbookOf(code: Shipped): Workbook {
  const read = readXlsx(readFileSync(`${FOLDER}/${code}.xlsx`));
  if (!read.ok) throw new Error(`${code}: ${read.problem.code}`);
  return read.value.workbook;
}

export const compiled = (code: Shipped): ReturnType<typeof compile> =>
  compile(workbookOf(code), { version: 1 });

export function instrumentOf(code: Shipped): Instrument {
  const { instrument, findings } = compiled(code);
  if (!instrument) throw new Error(`${code}: ${JSON.stringify(findings)}`);
  return instrument;
}
