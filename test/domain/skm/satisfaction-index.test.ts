// Properties of the index and of its arithmetic, for any answers at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  fraction,
  fromDecimal,
  multiply,
  toDecimal,
  toExact,
} from '../../../src/domain/skm/fraction.ts';
import { gradeOf } from '../../../src/domain/skm/grade.ts';
import { averageOf, indexOfAverages } from '../../../src/domain/skm/satisfaction-index.ts';

const scores = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 60 });
const averageOfScores = (given: number[]) =>
  averageOf({ total: given.reduce((sum, score) => sum + score, 0), n: given.length }) ?? fraction(0);

describe('the index', () => {
  it('stays within 25 and 100, and is 25 times the score where all answers are that score', () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 9 }), unsur => {
        const index = indexOfAverages(unsur.map(averageOfScores), '2017');
        const value = Number(index?.value);
        expect(value).toBeGreaterThanOrEqual(25);
        expect(value).toBeLessThanOrEqual(100);
      }),
    );
    for (const score of [1, 2, 3, 4])
      expect(indexOfAverages(Array(9).fill(fraction(score)), '2017')?.value).toBe(`${score * 25}.00`);
  });

  it('does not depend on the order of the unsur, and a better answer never lowers it', () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 9, maxLength: 9 }), fc.nat({ max: 8 }), (unsur, which) => {
        const averages = unsur.map(averageOfScores);
        const exact = indexOfAverages(averages, '2017')?.exact;
        expect(indexOfAverages(averages.toReversed(), '2017')?.exact).toEqual(exact);
        const better = averages.map((average, index) => (index === which ? fraction(4) : average));
        const raised = Number(indexOfAverages(better, '2017')?.value);
        expect(raised).toBeGreaterThanOrEqual(Number(exact && toDecimal(exact, 2)));
      }),
    );
  });

  it('leaves an unsur that nobody answered out of the denominator, and is nothing where nobody answered at all', () => {
    expect(indexOfAverages([fraction(4), fraction(3)], '2017')?.value).toBe('87.50');
    expect(indexOfAverages([], '2017')).toBeNull();
  });

  it('is lowered to 99.00 and 99.90 by printed weights where everybody gave 4', () => {
    const all = Array(9).fill(fraction(4));
    expect(indexOfAverages(all, '2017', '0.11')?.value).toBe('99.00');
    expect(indexOfAverages(all, '2017', '0.111')?.value).toBe('99.90');
  });
});

describe('grades', () => {
  it.each([
    ['2017', '100.00', 'A'],
    ['2017', '88.31', 'A'],
    ['2017', '88.30', 'B'],
    ['2017', '76.61', 'B'],
    ['2017', '76.60', 'C'],
    ['2017', '65.00', 'C'],
    ['2017', '64.99', 'D'],
    ['2017', '25.00', 'D'],
    ['2017', '24.75', 'D'],
    ['2004', '81.26', 'A'],
    ['2004', '81.25', 'B'],
    ['2004', '62.51', 'B'],
    ['2004', '62.50', 'C'],
    ['2004', '43.76', 'C'],
    ['2004', '43.75', 'D'],
  ] as const)('by the scheme of %s, %s is %s', (scheme, value, grade) => {
    expect(gradeOf(value, scheme)).toBe(grade);
  });

  it('are those of the rounded value, so that nothing falls between two intervals', () => {
    const between = (exact: string) =>
      indexOfAverages([multiply(fromDecimal(exact), fraction(1, 25))], '2017');
    expect(between('76.605')).toMatchObject({ value: '76.61', grade: 'B' });
    expect(between('76.6049')).toMatchObject({ value: '76.60', grade: 'C' });
    expect(between('64.995')).toMatchObject({ value: '65.00', grade: 'C' });
  });
});

describe('fractions', () => {
  it('round half up, where binary floats round down', () => {
    expect(toDecimal(fromDecimal('1.005'), 2)).toBe('1.01');
    expect(toDecimal(fromDecimal('86.625'), 2)).toBe('86.63');
    expect(toDecimal(fraction(1, 3), 2)).toBe('0.33');
    expect(toDecimal(fraction(-1, 3), 2)).toBe('-0.33');
    expect(toDecimal(fraction(7), 2)).toBe('7.00');
  });

  it('write themselves in lowest terms', () => {
    expect(toExact(fraction(310, 4))).toBe('155/2');
    expect(toExact(fraction(-4, -2))).toBe('2');
    expect(toExact(fraction(3, -6))).toBe('-1/2');
  });

  it('add exactly, in any order', () => {
    const any = fc.tuple(fc.bigInt(-999n, 999n), fc.bigInt(1n, 999n)).map(([num, den]) => fraction(num, den));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(add(a, b)).toEqual(add(b, a));
      }),
    );
  });

  it('refuse what is no number', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
    for (const text of ['', '1,5', '1.', '.5', '1e3', ' 1'])
      expect(() => fromDecimal(text)).toThrow(RangeError);
  });
});
