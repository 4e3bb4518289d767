// Means of trainers and services on 0-100 (lembar evaluasi tenaga pengajar and penyelenggaraan), exactly.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Instrument } from '../../../../src/domain/instrument/definition.ts';
import { meansByPlace, meansOf } from '../../../../src/domain/instrument/scoring/item-means.ts';
import { tallyOf } from '../../../../src/domain/instrument/scoring/tally.ts';
import { around, exact, makeInstrument } from './make-instrument.ts';

const TO_100 = { start: '0', end: '100', step: '5' };
const means = (form: Instrument, sheets: readonly Answers[]) => meansOf(form, tallyOf(form, sheets));

const service = makeInstrument('mean-100', [
  { code: 'materi', scores: { 1: 1, 2: 2, 3: 3, 4: 4, tb: null } },
  { code: 'asrama', scores: { 1: 1, 2: 2, 3: 3, 4: 4, tb: null } },
  { code: 'nilai', type: 'range', parameters: TO_100 },
  { code: 'umur', type: 'integer' },
  { code: 'profil', scores: { l: null, p: null } },
]);

describe('the mean of items', () => {
  it('brings every scale to 100 and weighs every item alike, however many rated it', () => {
    const { items, overall } = means(service, [
      { materi: '4', nilai: '70' },
      { materi: '3', nilai: '85', umur: '41' },
      { materi: '3' },
    ]);
    expect(
      items.map(({ item, n, mean, percent }) => [item.node.code, n, exact(mean), exact(percent)]),
    ).toEqual([
      ['materi', 3, '10/3', '250/3'],
      ['asrama', 0, null, null],
      ['nilai', 2, '155/2', '155/2'],
    ]);
    expect(exact(overall)).toBe('965/12');
  });

  it('leaves out “tidak berlaku”: of the item’s mean, and of the overall where it applied to nobody', () => {
    const { items, overall } = means(service, [
      { materi: '4', asrama: 'tb' },
      { materi: 'tb', asrama: 'tb' },
    ]);
    expect(items.map(({ n }) => n)).toEqual([1, 0, 0]);
    expect(exact(overall)).toBe('100');
  });

  it('is null, never 0, where nothing was rated; a rating of 0 is one', () => {
    expect(means(service, [{ materi: null }, {}]).overall).toBeNull();
    expect(exact(means(service, [{ nilai: '0' }]).overall)).toBe('0');
  });

  it('reads ranges of ten, of tenths and falling ones by their upper end, and none that can earn nothing', () => {
    const form = makeInstrument('mean-100', [
      { code: 'sepuluh', type: 'range' },
      { code: 'turun', type: 'range', parameters: { start: '5', end: '0', step: '-0.5' } },
      { code: 'kosong', type: 'range', parameters: { start: '-10', end: '0' } },
      { code: 'rusak', type: 'range', parameters: { start: 'a', end: 'b' } },
      { code: 'nol', scores: { ya: 0, tidak: 0 } },
    ]);
    const { items } = means(form, [{ sepuluh: '7', turun: '0.5', kosong: '-3', rusak: '1' }]);
    expect(items.map(({ item, percent }) => [item.node.code, exact(percent)])).toEqual([
      ['sepuluh', '70'],
      ['turun', '10'],
    ]);
  });

  it('scores of tenths add up exactly', () => {
    const form = makeInstrument('mean-100', [{ code: 'a', scores: { x: 0.1, y: 0.2, z: 0.3 } }]);
    expect(exact(means(form, [{ a: 'x' }, { a: 'y' }, { a: 'z' }]).items[0]?.mean ?? null)).toBe('1/5');
  });

  it('stays between the lowest and the highest rating, in whatever order sheets come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 }), ratings => {
        const sheets = ratings.map(rating => ({ nilai: String(rating) }));
        const { overall } = means(service, sheets);
        expect(exact(means(service, sheets.toReversed()).overall)).toBe(exact(overall));
        const value = Number(overall?.num) / Number(overall?.den);
        expect(value).toBeGreaterThanOrEqual(Math.min(...ratings));
        expect(value).toBeLessThanOrEqual(Math.max(...ratings));
      }),
    );
  });
});

describe('a trainer each', () => {
  const trainers = makeInstrument('mean-100', [
    around('repeat', 'pengajar'),
    { code: 'penguasaan', parent: 0, type: 'range', parameters: TO_100 },
    { code: 'kerja_sama', parent: 0, type: 'range', parameters: TO_100 },
    { code: 'umum', type: 'range', parameters: TO_100 },
    { code: 'sikap', parent: 0, scores: { baik: 4, tb: null } },
  ]);
  const tallies = tallyOf(trainers, [
    { 'pengajar[1]/penguasaan': '80', 'pengajar[11]/penguasaan': '60', umum: '10' },
    { 'pengajar[1]/penguasaan': '90', 'pengajar[1]/kerja_sama': '95', 'pengajar[3]/penguasaan': null },
    { 'pengajar[2]/penguasaan': '70', 'pengajar[4]/sikap': 'tb' },
  ]);

  it('has means of its own in the order of places, without the items that it was not rated on', () => {
    expect(
      meansByPlace(trainers, 'pengajar', tallies).map(({ place, overall }) => [place, exact(overall)]),
    ).toEqual([
      [1, '90'],
      [2, '70'],
      [11, '60'],
    ]);
  });

  it('is not mixed into the items outside', () => {
    const { items, overall } = meansOf(trainers, tallies);
    expect(items.map(({ item }) => item.node.code)).toEqual(['umum']);
    expect(exact(overall)).toBe('10');
  });
});
