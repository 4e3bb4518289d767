// Rubrics: how often each level, the middle one, and the most frequent.
import { expect, it } from 'vitest';
import { upgrade } from '../../../../src/domain/instrument/older.ts';
import { levelsOf } from '../../../../src/domain/instrument/scoring/levels.ts';
import { tallyOf } from '../../../../src/domain/instrument/scoring/tally.ts';
import { observation } from '../../../../src/domain/instrument/shipped/observation.ts';
import { around, exact, makeInstrument } from './make-instrument.ts';

const form = makeInstrument('levels', [{ code: 'sikap', scores: { b: 2, d: 4, tb: null, a: 1, c: 3 } }]);

it.each([
  ['one sheet', 'c', ['c'], '3'],
  ['an odd number', 'a b b c d', ['b'], '2'],
  ['an even number has its median between the two', 'a b c c', ['c'], '5/2'],
  ['levels that are level are all modes', 'a a d d', ['d', 'a'], '5/2'],
  ['“tidak berlaku” is no level', 'tb tb tb b', ['b'], '2'],
  ['nothing seen', 'tb', [], null],
])('%s', (_, seen, mode, median) => {
  const sheets = seen.split(' ').map(sikap => ({ sikap }));
  const [levels] = levelsOf(form, tallyOf(form, sheets));
  expect(levels?.mode.map(({ code }) => code)).toEqual(mode);
  expect(exact(levels?.median ?? null)).toBe(median);
  expect(levels?.n).toBe(sheets.filter(({ sikap }) => sikap !== 'tb').length);
  expect(levels?.choices.map(({ choice }) => choice.code)).toEqual(['b', 'd', 'tb', 'a', 'c']);
});

it('the observation has its four competencies, and neither its recommendation nor its words', () => {
  const observed = upgrade(observation);
  const sheets = [{ sikap: '3', rekomendasi: 'cukup', bukti: 'Melihat sendiri.' }, { sikap: '4' }];
  const levels = levelsOf(observed, tallyOf(observed, sheets));
  expect(levels.map(({ question, n }) => [question.code, n])).toEqual([
    ['sikap', 2],
    ['komunikasi', 0],
    ['ketepatan', 0],
    ['keluhan', 0],
  ]);
  expect(exact(levels[0]?.median ?? null)).toBe('7/2');
});

it('levels inside a repeat are another matter', () => {
  const repeated = makeInstrument('levels', [
    around('repeat', 'butir'),
    { code: 'sikap', parent: 0, scores: { 1: 1 } },
  ]);
  expect(levelsOf(repeated, tallyOf(repeated, [{ 'butir[1]/sikap': '1' }]))).toEqual([]);
});
