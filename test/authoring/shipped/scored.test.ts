// What ships is scored as its standard asks: each form gives the figures that it was made for.
import { expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/instrument/definition.ts';
import { markOf } from '../../../src/domain/instrument/scoring/answer-key.ts';
import { meansByPlace, meansOf, ratedItems } from '../../../src/domain/instrument/scoring/item-means.ts';
import { levelsOf } from '../../../src/domain/instrument/scoring/levels.ts';
import { competenciesOf, needsOf } from '../../../src/domain/instrument/scoring/needs.ts';
import { scoredAmong, scoredQuestions } from '../../../src/domain/instrument/scoring/scored-question.ts';
import { satisfactionOf, unsurQuestions } from '../../../src/domain/instrument/scoring/skm.ts';
import { tallyOf } from '../../../src/domain/instrument/scoring/tally.ts';
import { toExact } from '../../../src/domain/skm/fraction.ts';
import { UNSUR } from '../../../src/domain/skm/unsur.ts';
import { instrumentOf, type Shipped } from './shipped-forms.ts';

/** A sheet on which every scored question has its best choice. */
const best = (code: Shipped): Answers =>
  Object.fromEntries(
    scoredQuestions(instrumentOf(code)).map(question => [
      question.code,
      scoredAmong(question.choices).toSorted((a, b) => b.score - a.score)[0]?.code ?? null,
    ]),
  );

it('skm9 asks the nine unsur, and is 100 where all is best', () => {
  const skm = instrumentOf('skm9');
  expect(unsurQuestions(skm).map(({ code }) => code)).toEqual([...UNSUR]);
  expect(satisfactionOf(skm, tallyOf(skm, [best('skm9')]), '2017').index?.value).toBe('100.00');
});

it('penyelenggaraan asks 1-4 in eight groups with notes, and each item can be “tidak berlaku”', () => {
  const form = instrumentOf('penyelenggaraan');
  const items = scoredQuestions(form);
  expect(new Set(items.map(({ node }) => node.parent)).size).toBe(8);
  for (const { choices } of items) {
    expect(scoredAmong(choices).map(({ score }) => score)).toEqual([1, 2, 3, 4]);
    expect(choices.filter(({ score }) => score === undefined).map(({ code }) => code)).toEqual([
      'tidak_berlaku',
    ]);
  }
  const groups = new Set(items.map(({ node }) => node.parent));
  const notes = form.nodes.filter(({ parent, code }) => groups.has(parent) && code.endsWith('_catatan'));
  expect(notes).toHaveLength(8);
  const { overall } = meansOf(form, tallyOf(form, [best('penyelenggaraan')]));
  expect(overall && toExact(overall)).toBe('100');
});

it('pengajar rates a trainer each on ten items of 0-100, cooperation only where it applied', () => {
  const form = instrumentOf('pengajar');
  expect(ratedItems(form)).toHaveLength(10);
  const tallies = tallyOf(form, [
    { 'pengajar[1]/penguasaan': '90', 'pengajar[1]/kerja_sama': '80', 'pengajar[2]/penguasaan': '70' },
    { 'pengajar[1]/penguasaan': '80', 'pengajar[2]/penguasaan': '75' },
  ]);
  expect(meansByPlace(form, 'pengajar', tallies).map(({ overall }) => overall && toExact(overall))).toEqual([
    '165/2',
    '145/2',
  ]);
});

it('narasumber rates a speaker each on 1-4', () => {
  const form = instrumentOf('narasumber');
  expect(ratedItems(form).map(({ highest }) => toExact(highest))).toEqual(Array(9).fill('4'));
});

it('prapasca has ten questions with one right answer each', () => {
  const form = instrumentOf('prapasca');
  const questions = scoredQuestions(form);
  expect(questions).toHaveLength(10);
  for (const { choices } of questions)
    expect(choices.map(({ score }) => score).toSorted()).toEqual([0, 0, 0, 1]);
  const mark = markOf(form, best('prapasca'));
  expect(mark && toExact(mark.percent)).toBe('100');
  expect(new Set(Object.values(best('prapasca'))).size).toBe(4);
});

it('pascapelatihan asks on five points, and not knowing counts nothing', () => {
  const items = scoredQuestions(instrumentOf('pascapelatihan'));
  expect(items.length).toBeGreaterThanOrEqual(12);
  for (const { choices } of items)
    expect(choices.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5, undefined]);
});

it('observasi and observasi-rtl count described levels of 1-4', () => {
  for (const code of ['observasi', 'observasi-rtl'] as const) {
    const levels = levelsOf(instrumentOf(code), new Map());
    expect(levels.length).toBeGreaterThan(0);
    for (const { question } of levels) {
      expect(question.choices.map(({ score }) => score)).toEqual([1, 2, 3, 4]);
      expect(question.choices.filter(({ description }) => !description)).toEqual([]);
      expect(question.node.appearance).toEqual(['rubric']);
    }
  }
});

it('tna asks of each competency what is required, what one has and how much it matters, on 1-5', () => {
  const form = instrumentOf('tna');
  const competencies = competenciesOf(form);
  expect(competencies).toHaveLength(10);
  for (const { required, own, importance } of competencies)
    for (const { choices } of [required, own, importance ?? own])
      expect(choices.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
  expect(competencies.every(({ importance }) => importance)).toBe(true);
  const [first] = needsOf(form, [{ aplikasi_dituntut: '5', aplikasi_dimiliki: '2', aplikasi_penting: '4' }]);
  expect(first?.competency.group.code).toBe('aplikasi');
  expect(first?.priority && toExact(first.priority)).toBe('12');
});
