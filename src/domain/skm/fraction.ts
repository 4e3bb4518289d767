// Exact arithmetic: an index is rounded once, at the end, so that no grade turns on a binary digit.

/** In lowest terms, `den` positive. */
export type Fraction = { readonly num: bigint; readonly den: bigint };

export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('a fraction with denominator 0');
  const divisor = commonDivisor(n, d) * (d < 0n ? -1n : 1n);
  return { num: n / divisor, den: d / divisor };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** "0.111" as 111/1000: what a decimal says, not what a float makes of it. */
export function fromDecimal(decimal: string): Fraction {
  const [, sign, whole, digits = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === undefined) throw new RangeError(`not a decimal: ${decimal}`);
  return fraction(BigInt(`${sign}${whole}${digits}`), 10n ** BigInt(digits.length));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.num * b.den + b.num * a.den, a.den * b.den);

export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);

export const isAtLeast = (a: Fraction, b: Fraction): boolean => a.num * b.den >= b.num * a.den;

/** Rounded half up to `digits` decimals (at least one), with a point: `77.50`. */
export function toDecimal({ num, den }: Fraction, digits: number): string {
  const scaled = floorDivide(2n * num * 10n ** BigInt(digits) + den, 2n * den);
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  return `${scaled < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const floorDivide = (a: bigint, b: bigint): bigint => (a < 0n && a % b !== 0n ? a / b - 1n : a / b);

/** `155/2`, or `78` where it is whole. */
export const toExact = ({ num, den }: Fraction): string => (den === 1n ? `${num}` : `${num}/${den}`);
