// What names and paths come to refer to, and what the resolver refuses or leaves out.
import { describe, expect, test } from 'vitest';
import { parseExpression } from '../../../src/authoring/expression/parse.ts';
import { resolve } from '../../../src/authoring/expression/resolve.ts';
import type { ResolveScope, ScopeNode } from '../../../src/authoring/expression/scope.ts';

const nodes: readonly ScopeNode[] = [
  { kind: 'question', name: 'desa', parent: -1 }, // 0
  { kind: 'repeat', name: 'anak', parent: -1 }, // 1
  { kind: 'question', name: 'nama', parent: 1 }, // 2
  { kind: 'group', name: 'sekolah', parent: 1 }, // 3
  { kind: 'question', name: 'kelas', parent: 3 }, // 4
  { kind: 'repeat', name: 'nilai', parent: 1 }, // 5
  { kind: 'question', name: 'angka', parent: 5 }, // 6
  { kind: 'question', name: 'total', parent: -1 }, // 7
  { kind: 'group', name: 'lain', parent: -1 }, // 8
  { kind: 'question', name: 'kembar', parent: 8 }, // 9
  { kind: 'group', name: 'lagi', parent: -1 }, // 10
  { kind: 'question', name: 'kembar', parent: 10 }, // 11
];

function resolved(text: string, standing: Partial<ResolveScope> = {}) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(text);
  return resolve(parsed.value.syntax, { nodes, lists: new Set(['buah', 'wilayah']), node: 7, ...standing });
}

function expressionOf(text: string, standing: Partial<ResolveScope> = {}) {
  const result = resolved(text, standing);
  return result.ok ? result.value.expression : result.problem;
}

describe('a reference in a single place', () => {
  test.each([
    ['${desa}', 7, ['$', 0]],
    ['${nama}', 7, ['$', 2]],
    ['/data/desa', 7, ['$', 0]],
    ['/apa-saja/anak/sekolah/kelas', 7, ['$', 4]],
    ['../desa', 7, ['$', 0]],
    ['../nama', 2, ['$', 2]],
    ['../../nama', 4, ['$', 2]],
    ['../../../desa', 4, ['$', 0]],
    ['current()/../nama', 2, ['$', 2]],
    ['current()/.', 2, ['.']],
    ['.', 2, ['.']],
    ['./.', 2, ['.']],
    ['current()', 2, ['.']],
    ['${kelas} = null', 4, ['=', ['$', 4], '']],
    ['-1', 7, -1],
    ['-${desa}', 7, ['neg', ['$', 0]]],
  ] as const)('%s from node %i', (text, node, expression) => {
    expect(expressionOf(text, { node })).toEqual(expression);
  });
});

describe('a reference where a node-set is wanted', () => {
  test.each([
    ['count(${anak})', ['()', 'count', ['$*', 1]]],
    ['sum(/data/anak/nilai/angka)', ['()', 'sum', ['$*', 6]]],
    ["join(', ', ${nama})", ['()', 'join', ', ', ['$*', 2]]],
    ['count(${anak}) + ${desa}', ['+', ['()', 'count', ['$*', 1]], ['$', 0]]],
    ['sum(if(${desa}, 1, 2))', ['()', 'sum', ['()', 'if', ['$', 0], 1, 2]]],
    ["count(${anak}[nama = 'Ani'])", ['()', 'count', ['$?', 1, ['=', ['$', 2], 'Ani']]]],
    ['sum(/data/anak[nama = ../desa]/nilai/angka)', ['()', 'sum', ['$?', 6, ['=', ['$', 2], ['$', 0]]]]],
    ['sum-if(${angka}, ${angka} > 5)', ['()', 'sum', ['$?', 6, ['>', ['$', 6], 5]]]],
    ["join-if('; ', ${nama}, ${kelas} = 1)", ['()', 'join', '; ', ['$?', 2, ['=', ['$', 4], 1]]]],
  ] as const)('%s', (text, expression) => {
    expect(expressionOf(text)).toEqual(expression);
  });
});

describe('instances by their place', () => {
  test.each([
    ['position(..)', 2, ['position', 1]],
    ['position(../..)', 4, ['position', 1]],
    ['position(..)', 4, 1],
    ['position(..)', 6, ['position', 5]],
    ['position(${anak})', 6, ['position', 1]],
    ['index()', 6, ['position', 5]],
    ['indexed-repeat(${nama}, ${anak}, 2)', 7, ['at', 2, [2]]],
    ['indexed-repeat(${angka}, ${nilai}, 3, ${anak}, 2)', 7, ['at', 6, [2, 3]]],
    ['indexed-repeat(${angka}, ${nilai}, 3)', 6, ['at', 6, [['position', 1], 3]]],
    ['indexed-repeat(${angka}, ${nilai}, 3)', 7, ['at', 6, [1, 3]]],
    ['indexed-repeat(${nama}, ${anak}, position(..) - 1)', 2, ['at', 2, [['-', ['position', 1], 1]]]],
    [
      'sum(indexed-repeat(${angka}, ${anak}, 2))',
      7,
      ['()', 'sum', ['$?', 6, ['=', ['position', 1], ['current', 2]]]],
    ],
    ['/data/anak[2]/nama', 7, ['$?', 2, ['=', ['position', 1], 2]]],
    ['/data/anak[position() = 2]/nama', 7, ['$?', 2, ['=', ['position', 1], 2]]],
    ['/data/anak[last()]/nama', 7, ['$?', 2, ['=', ['position', 1], ['()', 'count', ['$*', 1]]]]],
    [
      '/data/anak[position() = position(current()/..) - 1]/nama',
      2,
      ['$?', 2, ['=', ['position', 1], ['-', ['current', ['position', 1]], 1]]],
    ],
    ['/data/anak[nama = current()/.]/sekolah/kelas', 7, ['$?', 4, ['=', ['$', 2], ['current', ['.']]]]],
    ['/data/anak[./nama = current()/../desa]/nama', 7, ['$?', 2, ['=', ['$', 2], ['current', ['$', 0]]]]],
  ] as const)('%s from node %i', (text, node, expression) => {
    expect(expressionOf(text, { node })).toEqual(expression);
  });
});

describe('lists', () => {
  test.each([
    [
      "instance('buah')/root/item[name = ${desa}]/label",
      ['rows', 'buah', ['=', ['col', 'name'], ['$', 0]], 'label'],
    ],
    ["count(instance('buah')/root/item)", ['()', 'count', ['rows', 'buah', null, 'name']]],
    [
      "instance('buah')/root/item[a = 1][b = current()/../desa]/c",
      ['rows', 'buah', ['and', ['=', ['col', 'a'], 1], ['=', ['col', 'b'], ['$', 0]]], 'c'],
    ],
    ["instance('buah')/root/item[2]/c", ['rows', 'buah', 2, 'c']],
    [
      "instance('buah')/root/item[a = 1][2]/c",
      ['()', 'member-at', ['rows', 'buah', ['=', ['col', 'a'], 1], 'c'], 2],
    ],
    [
      "pulldata('buah', 'harga', 'kode', ${desa})",
      ['rows', 'buah', ['=', ['col', 'kode'], ['$', 0]], 'harga'],
    ],
    ["pulldata('buah.csv', 'harga', 'kode', 'a')", ['rows', 'buah', ['=', ['col', 'kode'], 'a'], 'harga']],
    [
      "concat(pulldata('buah', 'harga', 'kode', 'a'))",
      ['()', 'concat', ['()', 'string', ['rows', 'buah', ['=', ['col', 'kode'], 'a'], 'harga']]],
    ],
    ["jr:choice-name(${desa}, ' ${desa} ')", ['()', 'jr:choice-name', ['$', 0], 0]],
    ["jr:choice-name(${desa}, '/data/desa')", ['()', 'jr:choice-name', ['$', 0], 0]],
    ['jr:choice-name(${desa}, ${desa})', ['()', 'jr:choice-name', ['$', 0], 0]],
    ['choice-label(${desa}, 3)', ['()', 'jr:choice-name', 3, 0]],
  ] as const)('%s', (text, expression) => {
    expect(expressionOf(text)).toEqual(expression);
  });

  test('a choice filter speaks of columns of the row, and of the form by reference', () => {
    const isChoiceFilter = true;
    expect(expressionOf('kabupaten = ${desa}', { isChoiceFilter })).toEqual([
      '=',
      ['col', 'kabupaten'],
      ['$', 0],
    ]);
    expect(expressionOf('./kabupaten != current()/../desa', { isChoiceFilter })).toEqual([
      '!=',
      ['col', 'kabupaten'],
      ['$', 0],
    ]);
    expect(expressionOf('selected(${desa}, name)', { isChoiceFilter })).toEqual([
      '()',
      'selected',
      ['$', 0],
      ['col', 'name'],
    ]);
    expect(expressionOf('../nomor', { isChoiceFilter })).toEqual(['unsupported', '../nomor']);
  });
});

describe('what is refused', () => {
  test.each([
    ['1 + ${tiada}', { code: 'reference.unknown', details: { name: 'tiada', at: 5 } }],
    ['${kembar}', { code: 'reference.ambiguous', details: { name: 'kembar', at: 1 } }],
    ['../tiada', { code: 'path.unknown', details: { path: '../tiada', step: 'tiada', at: 1 } }],
    ['../../desa', { code: 'path.unknown', details: { path: '../../desa', step: '*', at: 1 } }],
    ["count(instance('kota')/root/item)", { code: 'list.unknown', details: { list: 'kota', at: 16 } }],
    ["pulldata('kota', 'a', 'b', 1)", { code: 'list.unknown', details: { list: 'kota', at: 10 } }],
    ['if(1, 2)', { code: 'function.arity', details: { name: 'if', found: 2, fewest: 3, most: 3, at: 1 } }],
    ['join()', { code: 'function.arity', details: { name: 'join', found: 0, fewest: 1, most: -1, at: 1 } }],
    ["regex(., '[0-9')", { code: 'regex.broken', details: { pattern: '[0-9', at: 10 } }],
  ])('%s', (text, problem) => {
    expect(expressionOf(text)).toEqual(problem);
  });

  test.each(['toString()', 'constructor()', 'hasOwnProperty(1)'])(
    'no function comes from the machine itself: %s',
    text => {
      expect(expressionOf(text)).toEqual(['unsupported', text]);
    },
  );
});

describe('what is left out is told as it was written', () => {
  test.each([
    ['phone-call-log( )', 'phone-call-log( )'],
    ['${last-saved#desa}', '${last-saved#desa}'],
    ['//desa', '//desa'],
    ['/data/*', '/data/*'],
    ['/data/meta/instanceID', '/data/meta/instanceID'],
    ["pulldata(${desa}, 'a', 'b', 1)", "pulldata(${desa}, 'a', 'b', 1)"],
    ["/data/anak[nama = 'a'][2]/nama", "/data/anak[nama = 'a'][2]/nama"],
    ['position()', 'position()'],
    ['last()', 'last()'],
  ])('%s', (text, told) => {
    const result = resolved(`concat('x', ${text})`);
    expect(result.ok && result.value.unsupported).toEqual([told]);
    expect(result.ok && result.value.expression).toEqual(['()', 'concat', 'x', ['unsupported', told]]);
  });
});

test('the nodes that a value follows and the functions that it needs are told once each', () => {
  const result = resolved(
    "if(today() > ${desa}, sum(${angka}) + pow(2, ${desa}), format-date(today(), '%Y'))",
  );
  expect(result.ok && result.value.references).toEqual([0, 6]);
  expect(result.ok && result.value.needs.toSorted()).toEqual(['dates', 'numbers']);
});
