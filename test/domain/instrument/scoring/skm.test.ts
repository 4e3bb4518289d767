// The index of a whole instrument, from tallies: published surveys again, and what may not move it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Instrument } from '../../../../src/domain/instrument/definition.ts';
import { upgrade } from '../../../../src/domain/instrument/older.ts';
import { satisfactionOf, unsurQuestions } from '../../../../src/domain/instrument/scoring/skm.ts';
import { tallyOf } from '../../../../src/domain/instrument/scoring/tally.ts';
import { skm9 } from '../../../../src/domain/instrument/shipped/skm9.ts';
import { toDecimal } from '../../../../src/domain/skm/fraction.ts';
import { UNSUR } from '../../../../src/domain/skm/unsur.ts';
import { nameOf, published } from '../../skm/published.ts';
import { around, exact, makeInstrument } from './make-instrument.ts';

const instrument = upgrade(skm9);
const figures = (of: Instrument, sheets: readonly Answers[]) =>
  satisfactionOf(of, tallyOf(of, sheets), '2017');
const sheetOf = (scores: readonly (number | null)[]): Answers =>
  Object.fromEntries(UNSUR.map((code, index) => [code, scores[index] ? String(scores[index]) : null]));

const answered = published.filter(
  ({ rows, scheme }) => rows?.every(row => row.length === 9) && scheme !== '2004',
);

describe('the index of an instrument', () => {
  it.each(answered.map(row => [nameOf(row), row] as const))(
    'is that of the published respondents: %s',
    (_, row) => {
      const { index } = figures(instrument, (row.rows ?? []).map(sheetOf));
      expect(index && toDecimal(index.exact, 4)).toBe(Number(row.check?.exact).toFixed(4));
      expect(index?.grade).toBe(row.check?.exact_grade);
    },
  );

  it('has respondents of at least one published survey behind it', () => {
    expect(answered.length).toBeGreaterThan(0);
  });

  it('is null where nobody answered, and leaves an unsur without answers out of the denominator', () => {
    expect(figures(instrument, []).index).toBeNull();
    expect(figures(instrument, [sheetOf(UNSUR.map(() => null))]).index).toBeNull();
    const { unsur, index, variants } = figures(instrument, [sheetOf([4, 3])]);
    expect(unsur.map(({ tally }) => tally.n)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(unsur[2]).toMatchObject({ average: null, rated: null });
    expect(index?.value).toBe('87.50');
    expect(variants).toEqual([]);
  });

  it('has the printed weights beside it where all nine were answered', () => {
    const { index, variants } = figures(instrument, [sheetOf(UNSUR.map(() => 4))]);
    expect(index).toMatchObject({ value: '100.00', grade: 'A' });
    expect(variants.map(({ weight, value }) => [weight, value])).toEqual([
      ['0.11', '99.00'],
      ['0.111', '99.90'],
    ]);
  });

  it('does not depend on the order of the questions', () => {
    const turned: Instrument = { ...instrument, nodes: instrument.nodes.toReversed() };
    const scores = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(scores, { maxLength: 12 }), given => {
        const sheets = given.map(sheetOf);
        expect(exact(figures(turned, sheets).index?.exact ?? null)).toBe(
          exact(figures(instrument, sheets).index?.exact ?? null),
        );
      }),
    );
  });

  it('counts “tidak berlaku” in no denominator', () => {
    const form = makeInstrument('skm-2017', [
      { code: 'sarana', scores: { 1: 1, 2: 2, 3: 3, 4: 4, tb: null } },
    ]);
    const { unsur, index } = figures(form, [{ sarana: '4' }, { sarana: 'tb' }, { sarana: 'tb' }]);
    expect(unsur[0]?.tally).toEqual({ total: 4, n: 1 });
    expect(index?.value).toBe('100.00');
  });

  it('leaves out questions that are not of 1-4, that choose several, or that are in a repeat', () => {
    const scale = { 1: 1, 2: 2, 3: 3, 4: 4 };
    const form = makeInstrument('skm-2017', [
      { code: 'sarana', scores: scale },
      { code: 'bintang', scores: { ...scale, 5: 5 } },
      { code: 'setengah', scores: { a: 1.5, b: 2 } },
      { code: 'beberapa', type: 'select_multiple', scores: scale },
      around('repeat', 'ulang'),
      { code: 'dalam', parent: 4, scores: scale },
    ]);
    expect(unsurQuestions(form).map(({ code }) => code)).toEqual(['sarana']);
  });
});
