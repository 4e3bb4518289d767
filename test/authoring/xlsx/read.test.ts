// What each kind of cell in an .xlsx file reads as, from files built part by part.
import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../../src/authoring/xlsx/read.ts';
import { MAIN, makeXlsx, relationships, rowsOf, rowsOfSheet, sheetXml, workbookXml } from './make.ts';

const strings = (items: string) => ({ 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items}</sst>` });

describe('text', () => {
  test('shared texts are joined from their runs, without the reading aid above them', () => {
    const rows = rowsOfSheet('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>', {
      ...strings(
        '<si><t>nama</t></si><si><r><rPr><b/></rPr><t>Seberapa </t></r><r><t xml:space="preserve"> puas</t></r><rPh sb="0" eb="1"><t>X</t></rPh></si>',
      ),
    });
    expect(rows).toEqual([['Seberapa puas', 'nama']]);
  });

  test.each([
    ['<is><t>  a  </t></is>', 'a'],
    ['<is><t xml:space="preserve">  a  </t></is>', '  a  '],
    ['<is><t>a &lt;b&gt; &amp;amp; &quot;&apos; &#233;&#x1F600;</t></is>', 'a <b> &amp; "\' é😀'],
    ['<is><t><![CDATA[<!DOCTYPE & ]]>]]&gt;</t></is>', '<!DOCTYPE & ]]>'],
    ['<is><t>a\r\nb\rc</t></is>', 'a\nb\nc'],
    ['<is><t>a_x000D_b_x005F_x000D_</t></is>', 'a\rb_x000D_'],
    ['<is><t>_xD83D__xDE00_ _xD83D_</t></is>', '😀 \uFFFD'],
    ['<is><t>a<!-- no -->b</t></is>', 'ab'],
    ['<is><r><t>a</t></r><r><t>b</t></r></is>', 'ab'],
  ])('inline %s is %j', (inside, text) => {
    expect(rowsOfSheet(`<row><c t="inlineStr">${inside}</c></row>`)).toEqual([[text]]);
  });

  test('32,767 characters are read, also where each is written as an escape', () => {
    const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const lengthOf = (text: string) => String(rowsOfSheet(cell(text))).length;
    expect(lengthOf('a'.repeat(32_767))).toBe(32_767);
    expect(
      lengthOf(Array.from({ length: 32_767 }, (_, at) => `_x${1000 + ((at * 7919) % 8999)}_`).join('')),
    ).toBe(32_767);
    expect(rowsOfSheet(cell('a'.repeat(32_768)))).toBe('xlsx.too_large cell_characters');
  });
});

describe('values', () => {
  test.each([
    ['<c><v>3</v></c>', 3],
    ['<c><v>0.30000000000000004</v></c>', 0.3],
    ['<c><v>1.1000000000000001</v></c>', 1.1],
    ['<c><v>1.98501012010011E+17</v></c>', 198501012010011000],
    ['<c><v>-0</v></c>', 0],
    ['<c><v> 7 </v></c>', 7],
    ['<c><v>NaN</v></c>', 'NaN'],
    ['<c><v>1e999</v></c>', '1e999'],
    ['<c t="b"><v>1</v></c>', true],
    ['<c t="b"><v>0</v></c>', false],
    ['<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c t="str"><f>A2</f><v>ya &amp; tidak</v></c>', 'ya & tidak'],
    ['<c><f>1+1</f><v>2</v></c>', 2],
    ['<c t="d"><v>2026-11-22T00:00:00Z</v></c>', '2026-11-22'],
    ['<c t="d"><v>2026-11-22T08:30:00.000</v></c>', '2026-11-22T08:30:00'],
  ])('%s is %j', (cell, value) => {
    expect(rowsOfSheet(`<row>${cell}</row>`)).toEqual([[value]]);
  });

  test('a formula without a result is an empty cell, and is told of', () => {
    const read = readXlsx(
      makeXlsx({
        'xl/worksheets/sheet1.xml': sheetXml(
          '<row r="2"><c r="B2"><f>1+1</f></c><c r="C2"><f>2</f><v></v></c><c r="D2" t="str"><f>""</f><v></v></c><c r="E2"><v>5</v></c></row>',
        ),
      }),
    );
    expect(read.ok && read.value.workbook.sheets[0]?.rows).toEqual([[], ['', '', '', '', 5]]);
    expect(read.ok && read.value.formulas).toEqual([
      { sheet: 'survey', row: 2, column: 2 },
      { sheet: 'survey', row: 2, column: 3 },
    ]);
  });
});

describe('places', () => {
  test('cells stand at their address, with gaps, and one after the other where they tell none', () => {
    expect(
      rowsOfSheet(
        '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="AA2"><v>3</v></c></row><row><c><v>4</v></c></row>',
      ),
    ).toEqual([[], ['', 1, 2, ...Array(23).fill(''), 3], [4]]);
  });

  test('empty cells and rows at the end are left out, however far out they are formatted', () => {
    expect(
      rowsOfSheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="XFD1" s="1"/></row><row r="2"/><row r="1048576"><c r="A1048576" s="1"/></row>',
      ),
    ).toEqual([[1]]);
  });

  test.each([
    '<row r="0"/>',
    '<row r="1048577"/>',
    '<row r="1.5"/>',
    '<row r="x"/>',
    '<row r="1"><c r="A2"><v>1</v></c></row>',
    '<row r="1"><c r="XFE1"><v>1</v></c></row>',
    '<row r="1"><c r="1A"><v>1</v></c></row>',
  ])('%s is refused', row => {
    expect(rowsOfSheet(row)).toBe('xlsx.damaged an address that is none');
  });
});

describe('the workbook', () => {
  test('sheets come in the order of the tabs, hidden ones too, sheets of charts not', () => {
    const read = readXlsx(
      makeXlsx({
        'xl/workbook.xml': workbookXml(['pilihan &amp; daftar', 'grafik', 'survey']).replace(
          'sheetId="3"',
          'sheetId="3" state="veryHidden"',
        ),
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId3', 'worksheet', '/xl/worksheets/sheet1.xml'],
          ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['rId1', 'worksheet', '../xl/other/z.xml'],
        ]),
        'xl/other/z.xml': sheetXml('<row><c><v>9</v></c></row>'),
      }),
    );
    expect(read.ok && read.value.workbook.sheets).toEqual([
      { name: 'pilihan & daftar', rows: [[9]] },
      { name: 'survey', rows: [] },
    ]);
  });

  test('names with a prefix, single quotes, and the strict flavour read the same', () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    expect(
      rowsOf({
        'xl/worksheets/sheet1.xml': `\uFEFF<?xml version='1.0'?><x:worksheet xmlns:x='${strict}'><x:sheetData ><x:row r='1' ><x:c r='A1' t='inlineStr'><x:is><x:t>ya</x:t></x:is></x:c ></x:row></x:sheetData></x:worksheet>\n`,
        '_rels/.rels': `<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      }),
    ).toEqual([['ya']]);
  });

  test('a part in UTF-16 is read', () => {
    const text = `\uFEFF${sheetXml('<row><c t="inlineStr"><is><t>héé</t></is></c></row>')}`;
    const bytes = new Uint8Array(text.length * 2);
    for (let index = 0; index < text.length; index += 1) {
      bytes[index * 2] = text.charCodeAt(index) & 0xff;
      bytes[index * 2 + 1] = text.charCodeAt(index) >> 8;
    }
    expect(rowsOf({ 'xl/worksheets/sheet1.xml': bytes })).toEqual([['héé']]);
  });

  test('rows outside of the sheet’s data and links out of the file are no cells', () => {
    expect(
      rowsOf({
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row><c><v>1</v></c></row></sheetData><extLst><ext><row><c><v>2</v></c></row></ext></extLst></worksheet>`,
      }),
    ).toEqual([[1]]);
  });
});
