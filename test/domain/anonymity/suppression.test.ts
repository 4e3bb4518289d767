// What is held back so that nobody can be found in a result, and what would give it away beside the rest.
import { describe, expect, it } from 'vitest';
import { heldBack, leastShown } from '../../../src/domain/anonymity/suppression.ts';

describe('the least number of answers that is shown', () => {
  it.each([
    ['not set', null, 5],
    ['set higher', '8', 8],
    ['set lower', '3', 3],
    ['never below three', '2', 3],
    ['never below three, nor switched off', '0', 3],
    ['never below zero', '-7', 3],
    ['no number', 'off', 5],
    ['no whole number', '3.5', 5],
  ])('%s', (_title, setting, least) => {
    expect(leastShown(setting)).toBe(least);
  });
});

describe('held back are', () => {
  const held = (responses: number, ...answered: number[]) => {
    const { all, questions, joint } = heldBack(
      responses,
      new Map(answered.map((n, index) => [`q${index}`, n])),
      5,
    );
    return { all, questions: [...questions], joint };
  };

  it('all figures of up to four responses', () => {
    expect(held(4, 4, 0)).toEqual({ all: true, questions: ['q0', 'q1'], joint: true });
  });

  it('a question that up to four answered, and with it what is made of several', () => {
    expect(held(9, 9, 4, 9)).toEqual({ all: false, questions: ['q1'], joint: true });
  });

  it('nothing where five or nobody answered', () => {
    expect(held(5, 5, 0)).toEqual({ all: false, questions: [], joint: false });
    expect(held(0, 0, 0)).toEqual({ all: false, questions: [], joint: false });
  });
});
