// CSV files as sheets: the external lists of a form.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/authoring/xlsx/read-csv.ts';

const rowsOf = (text: string) => {
  const read = readCsv(text, 'kota.csv');
  return read.ok ? read.value.rows : `${read.problem.code} ${read.problem.details.what}`;
};

test.each([
  [
    'name,label\na,Ambon\n',
    [
      ['name', 'label'],
      ['a', 'Ambon'],
    ],
  ],
  [
    '\uFEFFname;label\r\na;"Ambon; Maluku"\r\n',
    [
      ['name', 'label'],
      ['a', 'Ambon; Maluku'],
    ],
  ],
  [
    'name\tlabel\ra\tb',
    [
      ['name', 'label'],
      ['a', 'b'],
    ],
  ],
  ['sep=;\r\nname;x,y\n', [['name', 'x,y']]],
  ['"a ""b""\nc",2', [['a "b"\nc', '2']]],
  ['"a"b,c', [['ab', 'c']]],
  ['a "b" c,d', [['a "b" c', 'd']]],
  ['a,"open\nto the end,x', [['a', 'open\nto the end,x']]],
  ['"a,b,c";d', [['a,b,c', 'd']]],
  ['a,,b,,\n,\n\nc', [['a', '', 'b'], [], [], ['c']]],
  ['0071,=1+1,TRUE', [['0071', '=1+1', 'TRUE']]],
  ['', []],
  ['\n\n', []],
])('%j is %j', (text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test('fields of any text come back when they were quoted', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', '=', '😀') });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1 }), { minLength: 1 }), rows => {
      const quoted = rows.map(row => ['x', ...row, 'x']);
      const text = quoted.map(row => row.map(one => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(rowsOf(text)).toEqual(quoted);
    }),
  );
});

describe('what would take long is read in one go, or refused', () => {
  test.each([
    ['rows beyond the limit', 'a\n'.repeat(100_001), 'xlsx.too_large rows'],
    ['columns beyond the limit', `${','.repeat(1_000)}a`, 'xlsx.too_large columns'],
    ['a field beyond the limit', 'a'.repeat(32_768), 'xlsx.too_large cell_characters'],
    ['a file beyond the limit', ' '.repeat(10_000_001), 'xlsx.too_large file_bytes'],
    ['quotes without end', `"${'""'.repeat(100_000)}`, 'xlsx.too_large cell_characters'],
  ])('%s', (_, text, problem) => {
    expect(rowsOf(text)).toBe(problem);
  });

  test('a million blank lines are nothing', () => {
    expect(rowsOf('\n'.repeat(1_000_000))).toEqual([]);
  });
});
