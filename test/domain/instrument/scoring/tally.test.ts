// What is counted of sheets, and under which keys.
import { expect, it } from 'vitest';
import { tallyOf } from '../../../../src/domain/instrument/scoring/tally.ts';
import { around, makeInstrument } from './make-instrument.ts';

const form = makeInstrument('none', [
  { code: 'satu', scores: { a: 1, b: 2 } },
  { code: 'banyak', type: 'select_multiple', scores: { x: null, y: null, z: null } },
  { code: 'angka', type: 'range' },
  { code: 'kata', type: 'text' },
  around('repeat', 'luar'),
  { kind: 'repeat', code: 'bagian/dalam', name: 'dalam', parent: 4 },
  { code: 'bagian/nilai', name: 'nilai', parent: 5, type: 'integer' },
]);

it('each value is counted under its answer’s key, several codes each by itself, blanks and words not at all', () => {
  const tallies = tallyOf(form, [
    { satu: 'a', banyak: 'x z', angka: '7', kata: 'halo' },
    { satu: 'a', banyak: 'z', angka: null, kata: '' },
    { satu: null, 'luar[2]/bagian/dalam[1]/bagian/nilai': '3' },
  ]);
  expect(Object.fromEntries([...tallies].map(([key, counts]) => [key, Object.fromEntries(counts)]))).toEqual({
    satu: { a: 2 },
    banyak: { x: 1, z: 2 },
    angka: { 7: 1 },
    'luar[2]/bagian/dalam[1]/bagian/nilai': { 3: 1 },
  });
});
