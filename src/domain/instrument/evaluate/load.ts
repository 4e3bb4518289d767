// Fetches the functions that an instrument's expressions need, and no others: each set is a chunk of its own.
import type { FunctionSet } from '../definition.ts';
import type { FunctionTable } from './function-table.ts';
import { CORE } from './sets/core.ts';

const LOADERS: Readonly<Record<FunctionSet, () => Promise<FunctionTable>>> = {
  dates: async () => (await import('./sets/dates.ts')).DATES,
  texts: async () => (await import('./sets/texts.ts')).TEXTS,
  numbers: async () => (await import('./sets/numbers.ts')).NUMBERS,
  lists: async () => (await import('./sets/lists.ts')).LISTS,
  geo: async () => (await import('./sets/geo.ts')).GEO,
};

/** `Instrument.needs` in, a table for `evaluate` out. Rejects where a chunk cannot be fetched. */
export async function loadFunctions(needs: readonly FunctionSet[]): Promise<FunctionTable> {
  const tables = await Promise.all(needs.map(set => LOADERS[set]()));
  return Object.assign({}, CORE, ...tables);
}
