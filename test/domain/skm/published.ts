// The published surveys as test rows: figures as their offices printed them, with the source of each.
import { type Fraction, fraction, fromDecimal } from '../../../src/domain/skm/fraction.ts';
import type { Scheme } from '../../../src/domain/skm/grade.ts';
import { averageOf } from '../../../src/domain/skm/satisfaction-index.ts';
import cases from './published-cases.json' with { type: 'json' };

export type PublishedCase = {
  kind: string;
  source: string;
  note: string;
  scheme?: Scheme;
  n?: number;
  nrr?: number[];
  totals?: number[];
  /** One a respondent, in the order of `nrr`. */
  rows?: number[][];
  ikm?: number;
  grade?: string;
  /** How the office came to the figure that it printed. */
  printed_as?: string;
  /** Recomputed independently, to four decimals: `exact`, `exact_grade`, `w=0.11`, `grade_w=0.11`, ... */
  check?: Record<string, number | string>;
  cumulative?: {
    n: number;
    total: number;
    published: number;
    exact: number;
    grade_exact: string;
    w011: number;
    grade_w011: string;
  }[];
};

export const published = cases as unknown as PublishedCase[];

/** Short enough for a test's title. */
export const nameOf = ({ source, n }: PublishedCase): string =>
  `${source.slice(0, 90)}${n ? ` (n ${n})` : ''}`;

/** From totals where they were printed; else from NRR: to four decimals they tell their totals, to fewer they do not. */
export function averagesOf({ totals, nrr = [], n }: PublishedCase): Fraction[] {
  if (totals && n) return totals.map(total => averageOf({ total, n }) ?? fraction(0));
  const tellsTotals = n !== undefined && nrr.some(average => String(average).length === 6);
  return tellsTotals
    ? nrr.map(average => fraction(Math.round(average * n), n))
    : nrr.map(average => fromDecimal(average.toFixed(4)));
}
