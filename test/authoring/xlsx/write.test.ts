// What stands in a written .xlsx, for the programs that open it.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Cell } from '../../../src/authoring/workbook.ts';
import { sheetNames } from '../../../src/authoring/xlsx/sheet-names.ts';
import { writeXlsx } from '../../../src/authoring/xlsx/write.ts';

const write = (rows: readonly (readonly Cell[])[], name = 'survey') =>
  writeXlsx({ sheets: [{ name, rows }] });
const partOf = (bytes: Uint8Array, name: string): string => {
  const part = unzipSync(bytes)[name];
  return part ? strFromU8(part) : '';
};

test('the same cells are the same bytes, at any time and in any time zone', () => {
  const zone = process.env.TZ;
  const first = write([['type'], ['text']]);
  process.env.TZ = 'Pacific/Kiritimati';
  const second = write([['type'], ['text']]);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(second).toEqual(first);
});

test('text that begins like a formula is a text cell in text format, and there is no formula', () => {
  const sheet = partOf(write([['label'], ['=HYPERLINK("x")']]), 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<c r="A2" s="2" t="inlineStr"><is><t>=HYPERLINK(&quot;x&quot;)</t>');
  expect(sheet).not.toContain('<f');
});

test('the first row is bold and stays in sight, and columns are as wide as their text up to a limit', () => {
  const sheet = partOf(
    write([
      ['type', 'label'],
      ['a', 'b'.repeat(500)],
    ]),
    'xl/worksheets/sheet1.xml',
  );
  expect(sheet).toContain('<c r="A1" s="3" t="inlineStr">');
  expect(sheet).toContain('ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"');
  expect(sheet).toContain('<col min="1" max="1" width="10" customWidth="1"/><col min="2" max="2" width="60"');
});

test('the styles that cells name are there: text format, and bold for the heading', () => {
  const styles = partOf(write([]), 'xl/styles.xml');
  const formats = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf ([^>]*)>/g)].map(
    one => one[1],
  );
  expect(formats[2]).toContain('numFmtId="49" fontId="0"');
  expect(formats[3]).toContain('numFmtId="49" fontId="1"');
});

test('every part has its content type and every relationship its part', () => {
  const bytes = writeXlsx({
    sheets: [
      { name: 'a', rows: [] },
      { name: 'b', rows: [] },
    ],
  });
  const names = Object.keys(unzipSync(bytes));
  const types = [...partOf(bytes, '[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/g)].map(
    one => one[1],
  );
  const targets = [...partOf(bytes, 'xl/_rels/workbook.xml.rels').matchAll(/Target="([^"]*)"/g)].map(
    one => `xl/${one[1]}`,
  );
  expect(names.filter(name => !name.endsWith('.rels') && !name.startsWith('['))).toEqual(
    expect.arrayContaining(types),
  );
  expect(types).toEqual(expect.arrayContaining(targets));
  expect(targets).toHaveLength(3);
});

test.each([
  [
    ['survey', 'pulau.csv'],
    ['survey', 'pulau.csv'],
  ],
  [['a/b:c*?[d]\\'], ['a_b_c___d__']],
  [['x'.repeat(40)], ['x'.repeat(31)]],
  [
    ['a', 'A', 'a'],
    ['a', 'A (2)', 'a (3)'],
  ],
  [
    ['x'.repeat(31), 'x'.repeat(32)],
    ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
  ],
  [
    ['', ''],
    ['Sheet1', 'Sheet2'],
  ],
  [["'kutip'"], ['_kutip_']],
  [['History'], ['History_']],
  [[`${'x'.repeat(30)}😀`], ['x'.repeat(30)]],
])('sheets called %j become %j', (wanted, names) => {
  expect(sheetNames(wanted)).toEqual(names);
});
