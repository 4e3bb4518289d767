// The watch of the fuzz sees what it is there for.
import { describe, expect, it } from 'vitest';
import { PROBLEM_MEDIA } from '../../src/protocol/limits.ts';
import { createChance } from './chance.ts';
import { judge } from './judge.ts';
import { createHeap } from './memory.ts';
import { spoilValue } from './spoil.ts';

const problem = JSON.stringify({ code: 'request.invalid', details: {} });
const answer = (statusCode: number, body = problem, media: string = PROBLEM_MEDIA) => ({
  statusCode,
  body,
  headers: { 'content-type': media },
});

describe('an answer', () => {
  it.each([
    ['that failed', answer(500), false, 'answered 500'],
    ['that asks to come back though nothing is wrong', answer(503), false, 'answered 503'],
    ['that leads elsewhere', answer(302), false, 'answered 302'],
    ['that refuses and kept something', answer(400), true, 'refused with 400, and still changed a table'],
    ['that refuses in another media type', answer(400, 'no', 'text/html'), false, 'refused in text/html'],
    ['that refuses with a code of its own', answer(400, '{"code":"x","details":{}}'), false, 'no problem'],
    [
      'that says more than it should',
      answer(400, '{"code":"request.invalid","details":{},"stack":""}'),
      false,
      'no problem',
    ],
  ])('%s is found', (_, said, isChanged, wrong) => {
    expect(judge(said, true, isChanged)).toContain(wrong);
  });

  it.each([
    ['that took what it was given', answer(200, '{}'), true],
    ['that refuses and keeps nothing', answer(404), false],
  ])('%s is fine', (_, said, isChanged) => {
    expect(judge(said, true, isChanged)).toBeNull();
  });
});

it('memory that stays is weighed, memory that is let go is not', () => {
  const heap = createHeap();
  const before = heap.weigh();
  const fill = (): string[] => Array.from({ length: 300_000 }, (_, n) => `kept ${n} `.repeat(2));
  let kept: string[] | null = fill();
  expect(heap.weigh() - before).toBeGreaterThan(8 * 2 ** 20);
  expect(kept.length).toBe(300_000);
  kept = null;
  expect(heap.weigh() - before).toBeLessThan(4 * 2 ** 20);
});

it('one seed spoils one message in one way', () => {
  const good = { records: [{ id: 'a', bytes: '' }], counters: { finalised: 1 } };
  const spoiled = (seed: number) => {
    const chance = createChance(seed);
    return Array.from({ length: 50 }, () => JSON.stringify(spoilValue(good, chance)));
  };
  expect(spoiled(7)).toEqual(spoiled(7));
  expect(spoiled(7)).not.toEqual(spoiled(8));
});
