// Ranges in all their forms, and orders made by tapping.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveBy, rankNext } from '../../../../src/app/parts/widgets/scales/ranking.ts';
import { boundsOf, stepsOf } from '../../../../src/app/parts/widgets/scales/steps.ts';
import { speak } from '../../../../src/app/text/language.ts';
import { instrumentOf, question, rows } from './instrument-of.ts';
import { showWidgets, takeAway } from './show-widget.tsx';

const range = (parameters: Record<string, string>, ...appearance: string[]) =>
  instrumentOf([question('q', { type: 'range', label: { id: 'Berapa?' }, parameters, appearance })]);

beforeEach(() => speak('id'));
afterEach(takeAway);

describe('the values of a range', () => {
  test.each([
    [{}, ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
    [{ start: '0', end: '0.3', step: '0.1' }, ['0.0', '0.1', '0.2', '0.3']],
    [{ start: '3', end: '1', step: '1' }, ['3', '2', '1']],
    [{ start: '1', end: '6', step: '2' }, ['1', '3', '5']],
    [{ start: '5', end: '5', step: '1' }, ['5']],
    [{ start: '1', end: '2', step: '0' }, ['1', '2']],
  ])('%o', (parameters, steps) => {
    expect(stepsOf(boundsOf({ parameters }), 11)).toEqual(steps);
  });

  test('are not listed where they are too many', () => {
    expect(stepsOf(boundsOf({ parameters: { start: '0', end: '100' } }), 11)).toBeNull();
  });
});

describe('a range', () => {
  test('of eleven is a row of numbers', async () => {
    const screen = await showWidgets(range({ start: '0', end: '10' }));
    await screen.tap(screen.choice('0'));
    expect(screen.raw('q')).toBe('0');
    expect(screen.root.querySelectorAll('[role=radiogroup] input[type=radio]')).toHaveLength(11);
  });

  test('as stars fills up to the one chosen and says how many', async () => {
    const screen = await showWidgets(range({ start: '1', end: '5' }, 'rating'));
    await screen.tap(screen.choice('3'));
    expect(screen.root.querySelectorAll('.is-reached')).toHaveLength(3);
    expect(screen.text()).toContain('3 bintang');
    expect(screen.find('[data-choice="3"] input').getAttribute('aria-label')).toBe('3 bintang');
  });

  test('as a slider has no value until it is touched, even where the thumb stands', async () => {
    const screen = await showWidgets(range({ start: '0', end: '100', step: '5' }));
    const slider = screen.find<HTMLInputElement>('input[type=range]');
    expect([screen.raw('q'), slider.getAttribute('aria-valuetext')]).toEqual(['', 'Belum dipilih']);
    await screen.tap(slider);
    expect(screen.raw('q')).toBe('50');
    await screen.type(slider, '70');
    expect([screen.raw('q'), slider.getAttribute('aria-valuetext')]).toEqual(['70', '70']);
    await screen.tap('Kosongkan');
    expect([screen.raw('q'), slider.getAttribute('aria-valuetext')]).toEqual(['', 'Belum dipilih']);
  });

  test('that falls is answered with its own numbers', async () => {
    const screen = await showWidgets(range({ start: '20', end: '0', step: '1' }));
    const slider = screen.find<HTMLInputElement>('input[type=range]');
    await screen.type(slider, '5');
    expect(screen.raw('q')).toBe('15');
    expect(slider.value).toBe('5');
  });

  test('as a picker is a list', async () => {
    const screen = await showWidgets(range({ start: '1', end: '40' }, 'picker'));
    await screen.type(screen.find<HTMLSelectElement>('select'), '33');
    expect(screen.raw('q')).toBe('33');
  });
});

describe('an order', () => {
  const list = { hal: rows({ a: 'Waktu', b: 'Materi', c: 'Tempat' }) };
  const rank = () =>
    instrumentOf([question('q', { type: 'rank', list: 'hal', label: { id: 'Urutkan' } })], list);

  test('is made by tapping, and a second tap takes the place back', async () => {
    const screen = await showWidgets(rank());
    for (const words of ['Materi', 'Tempat', 'Waktu']) await screen.tap(words);
    expect(screen.raw('q')).toBe('b c a');
    await screen.tap('Nomor 1: Materi');
    expect(screen.raw('q')).toBe('c a');
    expect(screen.text()).toContain('2 dari 3 sudah diurutkan.');
  });

  test('is mended by moving one up or down, and the ends stay', async () => {
    const screen = await showWidgets(rank(), { answers: { q: 'b c a' } });
    await screen.tap('Naikkan Waktu');
    expect(screen.raw('q')).toBe('b a c');
    await screen.tap('Turunkan Materi');
    expect(screen.raw('q')).toBe('a b c');
    await screen.tap('Naikkan Waktu');
    expect(screen.raw('q')).toBe('a b c');
  });

  test.each([
    [rankNext([], 'a'), ['a']],
    [rankNext(['a', 'b'], 'a'), ['b']],
    [moveBy(['a', 'b'], 'b', -1), ['b', 'a']],
    [moveBy(['a', 'b'], 'b', 1), ['a', 'b']],
    [moveBy(['a', 'b'], 'c', 1), ['a', 'b']],
  ])('%j', (made, wanted) => {
    expect(made).toEqual(wanted);
  });
});
