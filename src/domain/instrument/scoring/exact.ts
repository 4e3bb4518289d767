// The arithmetic that scoring needs beyond the index's: differences, quotients and means, exact until they are printed.
import { add, type Fraction, fraction, fromDecimal, isAtLeast, multiply } from '../../skm/fraction.ts';

export const HUNDRED: Fraction = fraction(100);

/** What a score says in writing: 0.1 is a tenth, whatever a float makes of it. Six decimals count. */
export const exactly = (score: number): Fraction =>
  Number.isSafeInteger(score) ? fraction(score) : fromDecimal(score.toFixed(6));

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, multiply(b, fraction(-1)));

/** Throws where `b` is 0. */
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den, a.den * b.num);

export const sumOf = (values: readonly Fraction[]): Fraction => values.reduce(add, fraction(0));

/** Null of nothing. */
export const meanOf = (values: readonly Fraction[]): Fraction | null =>
  values.length === 0 ? null : divide(sumOf(values), fraction(values.length));

/** The share of `total` in per cent; null where `total` is 0. */
export const percentOf = (part: Fraction, total: Fraction): Fraction | null =>
  total.num === 0n ? null : multiply(divide(part, total), HUNDRED);

/** Below 0 where `a` is the smaller: for sorting. */
export const compare = (a: Fraction, b: Fraction): number => {
  if (!isAtLeast(a, b)) return -1;
  return isAtLeast(b, a) ? 0 : 1;
};
