// Mutu pelayanan: the letter of an index. Grading with the wrong era's table is a real, published mistake.
import type { Texts } from '../language.ts';
import { fromDecimal, isAtLeast } from './fraction.ts';

export const GRADES = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** Lower bounds on 25-100; what lies below C is D. */
const SCHEMES = {
  /** PermenPANRB 14/2017. */
  '2017': { A: '88.31', B: '76.61', C: '65.00' },
  /** KEP/25/M.PAN/2/2004 and PermenPANRB 16/2014. */
  '2004': { A: '81.26', B: '62.51', C: '43.76' },
} as const;
export type Scheme = keyof typeof SCHEMES;

export const REGULATIONS: Readonly<Record<Scheme, string>> = {
  '2017': 'PermenPANRB 14/2017',
  '2004': 'KEP/25/M.PAN/2/2004',
};

/** Kinerja unit pelayanan, in the words of PermenPANRB 14/2017. */
export const PERFORMANCE: Readonly<Record<Grade, Texts>> = {
  A: { id: 'Sangat Baik', en: 'Very good' },
  B: { id: 'Baik', en: 'Good' },
  C: { id: 'Kurang Baik', en: 'Fair' },
  D: { id: 'Tidak Baik', en: 'Poor' },
};

/** Grades the value as it is printed, by lower bounds, so that 76.605 and the like fall between no two intervals. */
export function gradeOf(rounded: string, scheme: Scheme): Grade {
  const value = fromDecimal(rounded);
  const bounds = SCHEMES[scheme];
  return (['A', 'B', 'C'] as const).find(grade => isAtLeast(value, fromDecimal(bounds[grade]))) ?? 'D';
}
