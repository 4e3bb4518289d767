// What typed keys mean in lists whose codes are words, numbers, or numbers that begin alike.
import { expect, test } from 'vitest';
import { readTyped } from '../../../../src/app/sheet/entry/typed-code.ts';

const words = ['ya', 'tidak', 'tidak_tahu'];
const falling = ['5', '4', '3', '2', '1'];
const eleven = Array.from({ length: 11 }, (_, step) => `${step}`);

test.each([
  ['a digit is a place where codes are words', words, '', '2', { code: 'tidak', isSure: true }],
  ['a letter is the code that it alone begins', words, '', 'Y', { code: 'ya', isSure: true }],
  ['letters that several codes begin with choose none', words, '', 't', { code: null, isSure: false }],
  [
    'a whole code is chosen though another goes on from it',
    words,
    'tida',
    'k',
    { code: 'tidak', isSure: false },
  ],
  ['a digit is the code itself where codes are numbers', falling, '', '5', { code: '5', isSure: true }],
  ['1 is not sure where there is a 10', eleven, '', '1', { code: '1', isSure: false }],
  ['0 after 1 is 10', eleven, '1', '0', { code: '10', isSure: true }],
  ['0 alone is the code 0', eleven, '', '0', { code: '0', isSure: true }],
  ['what leads nowhere begins anew', eleven, '1', '7', { code: '7', isSure: true }],
] as const)('%s', (_title, codes, before, key, expected) => {
  expect(readTyped(codes, before, key)).toMatchObject(expected);
});

test.each([
  [falling, '0'],
  [falling, '6'],
  [words, '4'],
  [words, 'x'],
])('of %j the key %s means nothing', (codes, key) => {
  expect(readTyped(codes, '', key)).toBeNull();
});
