// Every function at once: for the compiler, which asks what there is, and for the centre and tests, which need not be small.
import type { FunctionSet } from '../definition.ts';
import type { FunctionTable } from './function-table.ts';
import { CORE } from './sets/core.ts';
import { DATES } from './sets/dates.ts';
import { GEO } from './sets/geo.ts';
import { LISTS } from './sets/lists.ts';
import { NUMBERS } from './sets/numbers.ts';
import { TEXTS } from './sets/texts.ts';

export const SETS: Readonly<Record<FunctionSet, FunctionTable>> = {
  dates: DATES,
  texts: TEXTS,
  numbers: NUMBERS,
  lists: LISTS,
  geo: GEO,
};

export const ALL_FUNCTIONS: FunctionTable = { ...CORE, ...DATES, ...TEXTS, ...NUMBERS, ...LISTS, ...GEO };
