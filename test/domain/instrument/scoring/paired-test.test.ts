// Gain between a pre-test and a post-test (Hake 1998), of pairs only.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  learningOf,
  normalisedGainOf,
  passesOf,
} from '../../../../src/domain/instrument/scoring/paired-test.ts';
import { fraction } from '../../../../src/domain/skm/fraction.ts';
import { exact, percents } from './make-instrument.ts';

describe('what was learned', () => {
  it('is worked out of those only who took both tests', () => {
    const learning = learningOf(
      percents({ A1: 40, A2: 60, A3: 100, A4: 10 }),
      percents({ A2: 90, A1: 70, B9: 100 }),
    );
    expect(learning).toMatchObject({ n: 2, preOnly: 2, postOnly: 1 });
    expect([learning.preMean, learning.postMean, learning.gain, learning.normalised].map(exact)).toEqual([
      '50',
      '80',
      '30',
      '3/5',
    ]);
  });

  it('is null, never 0, without a pair', () => {
    expect(learningOf(percents({ A1: 40 }), percents({ A2: 60 }))).toEqual({
      n: 0,
      preOnly: 1,
      postOnly: 1,
      preMean: null,
      postMean: null,
      gain: null,
      normalised: null,
    });
  });

  // From Hake 1998: <g> is "the ratio of the actual average gain to the maximum possible average gain".
  it.each([
    [28, 64, '1/2'],
    [0, 100, '1'],
    [60, 60, '0'],
    [80, 70, '-1/2'],
    [0, 0, '0'],
    [100, 100, null],
    [100, 90, null],
  ])('from %i to %i the normalised gain is %s', (pre, post, expected) => {
    expect(exact(normalisedGainOf({ pre: fraction(pre), post: fraction(post) }))).toBe(expected);
  });

  it('is never more than all that there was to gain', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(percent, percent, (pre, post) => {
        const gain = normalisedGainOf({ pre: fraction(pre), post: fraction(post) });
        expect(gain === null).toBe(pre === 100);
        if (gain) expect(gain.num <= gain.den).toBe(true);
      }),
    );
  });
});

describe('who passes', () => {
  it('is everybody at the mark or above, exactly', () => {
    const taken = [fraction(200, 3), fraction(6667, 100), fraction(70), fraction(100)];
    expect(passesOf(taken, fraction(6667, 100))).toEqual({ n: 4, passed: 3, share: fraction(75) });
    expect(passesOf(taken, fraction(200, 3)).passed).toBe(4);
  });

  it('has no share where nobody took the test', () => {
    expect(passesOf([], fraction(70))).toEqual({ n: 0, passed: 0, share: null });
  });
});
