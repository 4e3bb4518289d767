// Dates and times, which a spreadsheet keeps as numbers and tells by their format.
import { describe, expect, test } from 'vitest';
import { momentText } from '../../../src/authoring/xlsx/parts/moment.ts';
import { momentKindOf } from '../../../src/authoring/xlsx/parts/number-format.ts';
import { MAIN, rowsOfSheet, workbookXml } from './make.ts';

test.each([
  ['yyyy-mm-dd', 'date'],
  ['[$-421]d mmmm yyyy;@', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['mmm-yy', 'date'],
  ['mm', 'date'],
  ['h:mm AM/PM', 'time'],
  ['mm:ss.0', 'time'],
  ['hh"."mm', 'time'],
  ['d/m/yyyy h:mm', 'both'],
  ['[h]:mm:ss', 'duration'],
  ['[mm]:ss', 'duration'],
  ['General', null],
  ['0.00', null],
  ['#,##0.00_);[Red](#,##0.00)', null],
  ['"Rp"#,##0', null],
  ['0 "hari"', null],
  ['0\\d', null],
  ['_d0', null],
  ['0.00E+00', null],
  ['@', null],
])('the format %s shows %s', (format, kind) => {
  expect(momentKindOf(format)).toBe(kind);
});

describe('a day number', () => {
  test.each([
    [46348, 'date', false, '2026-11-22'],
    [46348.9999999, 'date', false, '2026-11-23'],
    [46348.5, 'date', false, '2026-11-22'],
    [46348.35416666666, 'both', false, '2026-11-22T08:30:00'],
    [46348, 'both', false, '2026-11-22T00:00:00'],
    [0.3541666666666667, 'time', false, '08:30:00'],
    [46348.75, 'time', false, '18:00:00'],
    [1.5, 'duration', false, '36:00:00'],
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [44886, 'date', true, '2026-11-22'],
    [2958464, 'date', false, '9999-12-30'],
  ] as const)('%d as %s (from 1904: %s) is %s', (serial, kind, isFrom1904, text) => {
    expect(momentText(serial, kind, isFrom1904)).toBe(text);
  });

  test.each([0, 60, -1, 2958466, 1e300])('%d is no day', serial => {
    expect(momentText(serial, 'date', false)).toBeNull();
  });

  test('counted from 1904 no day leaves the four-digit years either', () => {
    expect(momentText(2_957_002, 'date', true)).toBe('9999-12-30');
    expect(momentText(2_957_004, 'date', true)).toBeNull();
  });
});

describe('in a file', () => {
  const styles = {
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="20" formatCode="0.0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="18"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
  };
  const cells =
    '<row><c s="0"><v>46348</v></c><c s="1"><v>46348</v></c><c s="2"><v>0.5</v></c><c s="3"><v>46348.5</v></c><c s="4"><v>0.5</v></c><c s="77"><v>1</v></c></row>';

  test('the format decides, one of the file’s own over a built-in one', () => {
    expect(rowsOfSheet(cells, styles)).toEqual([
      [46348, '2026-11-22', '12:00:00', '2026-11-22T12:00:00', 0.5, 1],
    ]);
  });

  test('days count from 1904 where the workbook says so', () => {
    const from1904 = { 'xl/workbook.xml': workbookXml(['survey'], '<workbookPr date1904="1"/>') };
    expect(rowsOfSheet('<row><c s="1"><v>44886</v></c></row>', { ...styles, ...from1904 })).toEqual([
      ['2026-11-22'],
    ]);
  });
});
