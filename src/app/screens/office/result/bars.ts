// The bars of the chart, made of the table's own rows.
import { inLanguage } from '../../../text/language.ts';
import { formatDecimal } from '../../../text/office/figures.ts';
import type { ShownRow } from './unsur-rows.ts';

/** One bar. `length` is the value as a number, for drawing only; `figure` is what is read. */
export type Bar = {
  readonly label: string;
  readonly figure: string;
  readonly length: number;
  readonly lowest: boolean;
};

export const barsOf = (rows: readonly ShownRow[], lowestTag: string): Bar[] =>
  rows.map(row => ({
    label: inLanguage(row.label) + (row.lowest ? ` (${lowestTag})` : ''),
    figure: formatDecimal(row.value),
    length: Number(row.value),
    lowest: row.lowest,
  }));
