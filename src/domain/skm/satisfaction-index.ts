// Indeks Kepuasan Masyarakat (IKM) of PermenPANRB 14/2017, from totals and counts, exactly.
import { add, type Fraction, fraction, fromDecimal, multiply, toDecimal } from './fraction.ts';
import { type Grade, gradeOf, type Scheme } from './grade.ts';

/** What one unsur has received: the sum of its scores 1-4 and how many gave one. A blank is in neither. */
export type UnsurTally = { readonly total: number; readonly n: number };

export type IndexValue = {
  /** On 25-100. */
  readonly exact: Fraction;
  /** `exact` rounded once, half up, to two decimals; the grade is the grade of this. */
  readonly value: string;
  readonly grade: Grade;
};

/** Weights that offices print instead of 1/9; they lower an index by a hundredth or a thousandth. */
export const PRINTED_WEIGHTS = ['0.11', '0.111'] as const;

const TO_HUNDRED = fraction(25);

/** Nilai rata-rata (NRR) of one unsur; null where nobody answered. Throws on totals that no scores of 1-4 can give. */
export function averageOf({ total, n }: UnsurTally): Fraction | null {
  if (n === 0 && total === 0) return null;
  if (!(Number.isSafeInteger(total) && Number.isSafeInteger(n) && n > 0 && total >= n && total <= 4 * n))
    throw new RangeError(`${n} scores of 1-4 cannot total ${total}`);
  return fraction(total, n);
}

/** One unsur's NRR on 25-100, rounded and graded as the index is. */
export const indexOfAverage = (average: Fraction, scheme: Scheme): IndexValue =>
  rated(multiply(average, TO_HUNDRED), scheme);

/**
 * SKM = sum of NRR x weight, IKM = SKM x 25. The weight is 1/k, k being the unsur that somebody answered, unless a
 * printed one ("0.111") is asked for. Null where there is no average at all.
 */
export function indexOfAverages(
  averages: readonly Fraction[],
  scheme: Scheme,
  printedWeight?: string,
): IndexValue | null {
  if (averages.length === 0) return null;
  const weight = printedWeight === undefined ? fraction(1, averages.length) : fromDecimal(printedWeight);
  const sum = averages.reduce(add);
  return rated(multiply(multiply(sum, weight), TO_HUNDRED), scheme);
}

function rated(exact: Fraction, scheme: Scheme): IndexValue {
  const value = toDecimal(exact, 2);
  return { exact, value, grade: gradeOf(value, scheme) };
}
