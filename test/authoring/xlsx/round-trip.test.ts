// What is written as .xlsx is read back as it was, whatever people type.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Workbook } from '../../../src/authoring/workbook.ts';
import { LIMITS } from '../../../src/authoring/xlsx/problem.ts';
import { readXlsx } from '../../../src/authoring/xlsx/read.ts';
import { writeXlsx } from '../../../src/authoring/xlsx/write.ts';

const readBack = (workbook: Workbook): Workbook | null => {
  const read = readXlsx(writeXlsx(workbook));
  return read.ok && read.value.formulas.length === 0 ? read.value.workbook : null;
};

const rowsBack = (rows: readonly (readonly Cell[])[]) =>
  readBack({ sheets: [{ name: 'survey', rows }] })?.sheets[0]?.rows;

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '_',
        'x',
        '_x',
        '0041',
        '_x0041',
        '_x000D_',
        '\u0001',
        '\r',
        '\n',
        ' ',
        '&',
        ']]>',
        '<',
      ),
    )
    .map(parts => parts.join('')),
  fc.constantFrom(
    '=1+1',
    '+62',
    '-1',
    '@nama',
    '198501012010011001',
    '0071',
    'TRUE',
    '#N/A',
    '2026-11-22',
    '&amp;',
    '<!DOCTYPE x>',
    '\uFEFFa',
    '\uFFFE\uFFFF\0',
    'السلام عليكم \u202E',
    '👩🏽‍🏫',
    ' ',
    '\t\n',
    "'",
  ),
);

const number = fc.oneof(
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map(value => Number(value.toPrecision(15)) + 0)
    .filter(Number.isFinite),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(hostile, number, fc.boolean(), fc.constant(''));
const name = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 31 })
  .filter(text => !/[\]\\[:*?/]|^'|'$|^history$/i.test(text));

const workbook: fc.Arbitrary<Workbook> = fc
  .uniqueArray(fc.record({ name, rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 3,
    selector: sheet => sheet.name.toLowerCase(),
  })
  .map(sheets => ({ sheets: sheets.map(sheet => ({ ...sheet, rows: withoutEmptyEnds(sheet.rows) })) }));

const withoutEmptyEnds = (rows: Cell[][]): Cell[][] => {
  const trimmed = rows.map(row => row.slice(0, row.findLastIndex(one => one !== '') + 1));
  return trimmed.slice(0, trimmed.findLastIndex(row => row.length > 0) + 1);
};

describe('written and read back', () => {
  test('every workbook is the same', () => {
    fc.assert(
      fc.property(workbook, written => {
        expect(readBack(written)).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });

  test('the longest text that a cell holds is the same', () => {
    const text = 'é\n'.repeat(16_383);
    expect(rowsBack([[text]])?.[0]?.[0] === text).toBe(true);
  });

  test('half a surrogate pair becomes U+FFFD, a whole one stays', () => {
    expect(rowsBack([['a\uD83Db', '\uDE00', '\uD83D\uDE00']])).toEqual([['a\uFFFDb', '\uFFFD', '😀']]);
  });

  test('what a number has beyond 15 digits is noise', () => {
    expect(rowsBack([[0.1 + 0.2, 1e21, -0, Number.MAX_VALUE]])).toEqual([[0.3, 1e21, 0, Number.MAX_VALUE]]);
  });

  test('empty cells and rows at the end are left out, those in between stay', () => {
    expect(rowsBack([['', 'a', ''], [], ['', ''], ['b'], [''], []])).toEqual([['', 'a'], [], [], ['b']]);
  });

  test('five hundred rows alike are no bomb', () => {
    const rows = Array.from({ length: 500 }, () => ['Sangat setuju. '.repeat(500)]);
    expect(rowsBack(rows)?.length).toBe(500);
  });
});

test('a workbook without sheets has one empty sheet, as every spreadsheet program needs', () => {
  expect(readBack({ sheets: [] })).toEqual({ sheets: [{ name: 'Sheet1', rows: [] }] });
});

test('text that is longer than a cell, and a number that is none, are bugs of the caller', () => {
  const write = (one: Cell) => () => writeXlsx({ sheets: [{ name: 'a', rows: [[one]] }] });
  expect(write('a'.repeat(LIMITS.cell_characters + 1))).toThrow(RangeError);
  expect(write(Number.NaN)).toThrow(RangeError);
  expect(write(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
