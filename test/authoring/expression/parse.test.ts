// What the parser makes of written expressions: how strongly operators bind, what it mends, and where it says that it is stuck.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../../src/authoring/expression/parse.ts';
import { parseTemplate } from '../../../src/authoring/expression/parse-template.ts';
import type { Step, Syntax } from '../../../src/authoring/expression/syntax.ts';

/** Back to text, with every bracket written. */
function shown(syntax: Syntax): string {
  if (syntax.kind === 'text') return `'${syntax.text}'`;
  if (syntax.kind === 'number') return String(syntax.number);
  if (syntax.kind === 'name') return `\${${syntax.isLastSaved ? 'last-saved#' : ''}${syntax.name}}`;
  if (syntax.kind === 'call') return `${syntax.name}(${syntax.args.map(shown).join(',')})`;
  if (syntax.kind === 'negation') return `(-${shown(syntax.of)})`;
  if (syntax.kind === 'operation') return `(${shown(syntax.left)} ${syntax.operator} ${shown(syntax.right)})`;
  const from = typeof syntax.from === 'string' ? syntax.from : shown(syntax.from);
  return [from, ...syntax.steps.map(shownStep)].join('/');
}

const shownStep = ({ axis, name, predicates }: Step): string =>
  `${axis}::${name}${predicates.map(each => `[${shown(each)}]`).join('')}`;

function read(text: string): string {
  const parsed = parseExpression(text);
  return parsed.ok
    ? shown(parsed.value.syntax)
    : `${parsed.problem.code} ${JSON.stringify(parsed.problem.details)}`;
}

describe('an expression is read', () => {
  test.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['8 div 4 mod 3', '((8 div 4) mod 3)'],
    ['${a} = 1 or ${b} = 2 and ${c} > 3', '((${a} = 1) or ((${b} = 2) and (${c} > 3)))'],
    ['1 < 2 = 3 >= 4', '((1 < 2) = (3 >= 4))'],
    ['-1 - -2', '((-1) - (-2))'],
    ['--1', '(-(-1))'],
    ['-${a} * 2', '((-${a}) * 2)'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['. >= 0 and .<=10', '((here/self::* >= 0) and (here/self::* <= 10))'],
    ['.5+5.', '(0.5 + 5)'],
    ['a-b - c', '(here/child::a-b - here/child::c)'],
    ['${a}-1', '(${a} - 1)'],
    ['* * *', '(here/child::* * here/child::*)'],
    ['div div div', '(here/child::div div here/child::div)'],
    ['if(a,b,c)', 'if(here/child::a,here/child::b,here/child::c)'],
    ["jr:choice-name(., '${a}')", "jr:choice-name(here/self::*,'${a}')"],
    ['${ a }', '${a}'],
    ['${last-saved#a}', '${last-saved#a}'],
    ['../x', 'here/parent::*/child::x'],
    ['./x', 'here/self::*/child::x'],
    ['/data/a/b', 'root/child::data/child::a/child::b'],
    ['/', 'root'],
    ['current()/../x', 'current()/parent::*/child::x'],
    [
      "instance('l')/root/item[a = 1][2]/c",
      "instance('l')/child::root/child::item[(here/child::a = 1)][2]/child::c",
    ],
    ['${r}[position() = 2]/x', '${r}/self::*[(position() = 2)]/child::x'],
    ['parent::node()/child::x', 'here/parent::*/child::x'],
    ['//a', 'root/other:://' + '/child::a'],
    ['@a', 'here/other::a'],
    ['/a | /b', '(root/child::a | root/child::b)'],
    ["'it’s \u00a0'", "'it’s \u00a0'"],
    ['a\n=\t1', '(here/child::a = 1)'],
    ['ának_1.b', 'here/child::ának_1.b'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe('an expression that cannot be read', () => {
  test.each([
    ['', { at: 1, found: '', expected: 'operand' }],
    ['1 = ', { at: 5, found: '', expected: 'operand' }],
    ['a b', { at: 3, found: 'b', expected: 'operator' }],
    ['(a', { at: 3, found: '', expected: ')' }],
    ['a)', { at: 2, found: ')', expected: 'operator' }],
    ['f(a,', { at: 5, found: '', expected: 'operand' }],
    ['f(a b)', { at: 5, found: 'b', expected: ')' }],
    ['a[1', { at: 4, found: '', expected: ']' }],
    ["a = 'b", { at: 5, found: "'b", expected: 'quote' }],
    ['${a', { at: 1, found: '${a', expected: '}' }],
    ['${}', { at: 1, found: '', expected: 'name' }],
    ['a/', { at: 3, found: '', expected: 'name' }],
    ['a &gt; 1', { at: 3, found: '&', expected: 'operator' }],
    ['a ≥ 1', { at: 3, found: '≥', expected: 'operator' }],
  ])('says where and why: %s', (text, details) => {
    expect(parseExpression(text)).toEqual({ ok: false, problem: { code: 'expression.broken', details } });
  });

  test('is refused for its length before it is looked at', () => {
    expect(read('1'.repeat(100_000))).toContain('expression.too_long');
  });

  test.each([
    ['brackets', '('.repeat(30_000)],
    ['calls', 'f('.repeat(15_000)],
    ['predicates', 'a['.repeat(15_000)],
    ['a long sum', `1${'+1'.repeat(16_000)}`],
  ])('is refused for its depth, not run out of room: %s', (_, text) => {
    expect(read(text)).toContain('expression.too_deep');
  });

  test('a long chain as forms have it is read', () => {
    expect(parseExpression(Array.from({ length: 500 }, () => '${a} = 1').join(' or ')).ok).toBe(true);
    expect(parseExpression('-'.repeat(30_000).concat('1')).ok).toBe(true);
  });

  test('never throws, whatever is written', () => {
    const word = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '/',
      '::',
      '..',
      '.',
      '${a}',
      "'",
      '"',
      'a',
      'and',
      '-',
      '*',
      ',',
      '1',
      '|',
      '@',
      '“',
      '\u00a0',
    );
    const written = fc.array(word, { maxLength: 30 }).map(words => words.join(''));
    fc.assert(
      fc.property(fc.oneof(written, fc.string({ unit: 'binary' })), text => parseExpression(text) !== null),
    );
  });
});

describe('what a word processor does to an expression', () => {
  test('curly quotes and unbreakable blanks are put right, and each is told', () => {
    const parsed = parseExpression('${a}\u00a0= “ya” or . = ‘tidak’');
    expect(parsed.ok && parsed.value.repairs).toEqual([
      { kind: 'blank', at: 4 },
      { kind: 'quote', at: 7 },
      { kind: 'quote', at: 10 },
      { kind: 'quote', at: 19 },
      { kind: 'quote', at: 25 },
    ]);
    expect(read('${a}\u00a0= “ya”')).toBe("(${a} = 'ya')");
  });

  test('a text that begins straight and ends curly is put right too', () => {
    expect(read('"ya” = 1')).toBe("('ya' = 1)");
  });

  test('nothing is told where nothing was put right', () => {
    const parsed = parseExpression('concat("a ’b’", ${c})');
    expect(parsed.ok && parsed.value.repairs).toEqual([]);
  });
});

describe('a label', () => {
  const parts = (text: string) => {
    const read = parseTemplate(text);
    return read.ok
      ? read.value.map(part => (typeof part === 'string' ? part : shown(part)))
      : read.problem.code;
  };

  test('is words and references in their order', () => {
    expect(parts('Halo ${nama}, umur ${umur}')).toEqual(['Halo ', '${nama}', ', umur ', '${umur}']);
    expect(parts('Halo')).toEqual(['Halo']);
    expect(parts('')).toEqual([]);
  });

  test('may have any other sign', () => {
    expect(parts('50% (“ya”) $ { } ${')).toEqual(['50% (“ya”) $ { } ${']);
    expect(parts('a ${} b')).toBe('expression.broken');
  });
});
