// Values that have broken software like this: texts, numbers, names of properties and whole shapes.
import type { Chance } from './chance.ts';

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\uDC00\uD800',
  'x\uDFFF',
  '\uFEFFNama',
  '\u202Etxet',
  '\u200D\u200B',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  '\u2028\u2029',
  '\r\n\t\u007f\u0085',
  '=HYPERLINK("http://x.test")',
  '@SUM(1+1)',
  '<script>alert(1)</script>',
  "'; drop table raw; --",
  '" or ""="',
  '%s%n%x',
  '{{7*7}}#{7*7}',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'null',
  'true',
  'NaN',
  '-0',
  '1e999',
  '9007199254740993',
  '00000000-0000-0000-0000-000000000000',
  '00000001-0000-4000-8000-00000000000A',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-11-22T24:61:00+07:00',
  '１２３',
  'ﷺ'.repeat(40),
];

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  0.1,
  -0.5,
  1e21,
  1e308,
  5e-324,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  2 ** 63,
  Number.MAX_VALUE,
];

/** Names that mean something to JavaScript, to a database or to nobody. */
export const KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'length',
  'then',
  'toJSON',
  '',
  ' ',
  '\u0000',
  '\uD800',
  'id',
  'seq',
  '$ref',
  'a'.repeat(3000),
];

export function hostileText(chance: Chance): string {
  return chance.weigh<() => string>([
    [12, () => chance.pick(TEXTS)],
    [3, () => chance.pick(TEXTS) + chance.pick(TEXTS)],
    [3, () => anyUtf16(chance, chance.below(40))],
    [1, () => chance.pick(['x', '\u0000', '\uD83D', 'é', '"', '\\']).repeat(chance.below(30_000))],
  ])();
}

/** Code units from all of UTF-16, halves of pairs included. */
const anyUtf16 = (chance: Chance, length: number): string =>
  String.fromCharCode(...Array.from({ length }, () => chance.below(65_536)));

export function hostileValue(chance: Chance): unknown {
  return chance.weigh<() => unknown>([
    [8, () => hostileText(chance)],
    [5, () => chance.pick(NUMBERS)],
    [1, () => null],
    [1, () => true],
    [1, () => false],
    [1, () => []],
    [1, () => ({})],
    [1, () => [[], {}, null]],
    [1, () => withKey({}, chance.pick(KEYS), hostileText(chance))],
    [1, () => ({ code: 'x', details: {}, toString: 'no function' })],
    [0.5, () => nested(chance.below(400))],
    [0.3, () => Array.from({ length: chance.below(3000) }, () => 0)],
  ])();
}

/** An own property whatever its name, `__proto__` too; a list keeps its length. */
export function withKey(into: object, key: string, value: unknown): object {
  if (Array.isArray(into) && key === 'length') return into;
  return Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
}

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
}
