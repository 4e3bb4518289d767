// What is made of a typed text before a page is left: no blanks around it, and no more than it may hold.
import { expect, test } from 'vitest';
import { tidy } from '../../../src/app/sheet/tidy.ts';
import { TEXT_MAX } from '../../../src/domain/instrument/definition.ts';
import type { LiveQuestion } from '../../../src/domain/instrument/sheet/sheet.ts';

function tidied(typed: string, node: Partial<LiveQuestion['node']> = {}): string {
  let value = typed;
  const question = {
    node: { type: 'text', ...node },
    raw: { peek: () => value },
    answer: (answer: string | null) => {
      value = answer ?? '';
    },
  };
  tidy([question as unknown as LiveQuestion]);
  return value;
}

test('blanks around a text go, and blanks alone are no answer', () => {
  expect(tidied('  Kipas angin kurang \n')).toBe('Kipas angin kurang');
  expect(tidied(' \n ')).toBe('');
});

test('what is above the limit of its question, or of any text, is cut off there', () => {
  expect(tidied('a'.repeat(30), { max_length: 20 })).toBe('a'.repeat(20));
  expect(tidied('a'.repeat(TEXT_MAX + 5))).toHaveLength(TEXT_MAX);
});

test('the cut never goes through the middle of a character', () => {
  expect(tidied(`${'a'.repeat(19)}😀`, { max_length: 20 })).toBe('a'.repeat(19));
});

test('other answers stay as they are', () => {
  expect(tidied(' 5 ', { type: 'integer' })).toBe(' 5 ');
});
