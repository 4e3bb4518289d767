// Tests by their key: right, partly, wrong, blank, and the test that was not taken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf, rightByItem } from '../../../../src/domain/instrument/scoring/answer-key.ts';
import { exact, makeInstrument } from './make-instrument.ts';

const test = makeInstrument('key', [
  { code: 'tahap', scores: { pre: null, post: null } },
  { code: 's1', scores: { a: 0, b: 1, c: 0 } },
  { code: 's2', scores: { a: 2, b: 1, c: null } },
  { code: 's3', type: 'select_multiple', scores: { a: 1, b: 1, c: -1, d: 0 } },
  { code: 'tanpa_kunci', scores: { a: 0, b: 0 } },
]);

describe('a test', () => {
  it.each([
    ['all right', { s1: 'b', s2: 'a', s3: 'a b' }, '100', ['right', 'right', 'right']],
    ['a lesser choice earns its points', { s1: 'b', s2: 'b', s3: 'b' }, '60', ['right', 'partly', 'partly']],
    ['a wrong one among several costs its points', { s3: 'a b c' }, '20', ['blank', 'blank', 'partly']],
    [
      'one that costs nothing still keeps it from being right',
      { s3: 'a b d' },
      '40',
      ['blank', 'blank', 'partly'],
    ],
    ['less than nothing is not earned', { s1: 'b', s3: 'c' }, '20', ['right', 'blank', 'wrong']],
    ['a blank earns nothing and counts', { s1: 'b' }, '20', ['right', 'blank', 'blank']],
    ['all wrong is 0', { s1: 'a', s2: 'c', s3: 'c' }, '0', ['wrong', 'wrong', 'wrong']],
  ])('%s', (_, answers, percent, verdicts) => {
    const mark = markOf(test, answers);
    expect(exact(mark?.percent ?? null)).toBe(percent);
    expect(mark?.items.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(exact(mark?.highest ?? null)).toBe('5');
  });

  it('has no mark at all where no question of the key was answered', () => {
    expect(markOf(test, {})).toBeNull();
    expect(markOf(test, { tahap: 'pre', s1: null, tanpa_kunci: 'a' })).toBeNull();
    expect(markOf(makeInstrument('key', []), { s1: 'b' })).toBeNull();
  });

  it('is worth between 0 and 100 whatever is answered, and one more right answer never lowers it', () => {
    const one = fc.constantFrom('a', 'b', 'c', null);
    const some = fc.subarray(['a', 'b', 'c', 'd']).map(codes => codes.join(' ') || null);
    fc.assert(
      fc.property(one, one, some, (s1, s2, s3) => {
        const percent = (answers: Record<string, string | null>) => {
          const mark = markOf(test, answers);
          return mark ? Number(mark.percent.num) / Number(mark.percent.den) : 0;
        };
        const value = percent({ s1, s2, s3 });
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(percent({ s1: 'b', s2, s3 })).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});

it('each question tells how many of the tests had it right, blanks among them', () => {
  const marks = [{ s1: 'b' }, { s1: 'b', s2: 'a' }, { s2: 'c' }].flatMap(
    answers => markOf(test, answers) ?? [],
  );
  expect(rightByItem(test, marks)).toEqual([
    { code: 's1', right: 2, n: 3 },
    { code: 's2', right: 1, n: 3 },
    { code: 's3', right: 0, n: 3 },
  ]);
});
