// Files that are no .xlsx, parts that are malformed, and sheets beyond the limits: one clear reason each.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/authoring/xlsx/problem.ts';
import {
  MAIN,
  makeXlsx,
  refusalOf,
  relationships,
  rowsOf,
  rowsOfSheet,
  sheetXml,
  workbookXml,
} from './make.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(2_048);
  bytes.set(OLE);
  for (let index = 0; index < stream.length; index += 1) bytes[1_024 + index * 2] = stream.charCodeAt(index);
  return bytes;
};

describe('another kind of file', () => {
  test('an .xls of before 2007 is told as such', () => {
    expect(refusalOf(ole('Workbook'))?.code).toBe('xlsx.old_format');
  });

  test('a workbook behind a password is told as such', () => {
    expect(refusalOf(ole('EncryptedPackage'))?.code).toBe('xlsx.password');
  });

  test.each([
    ['', 'empty'],
    ['type,name,label\ntext,a,A\n', 'csv'],
    ['\uFEFFtype;name\n', 'csv'],
    ['type\tname\n', 'csv'],
    ['<!DOCTYPE html><table>', 'html'],
    ['  <table border="1">', 'html'],
    ['<?xml version="1.0"?><Workbook>', 'xml'],
    ['%PDF-1.7', 'pdf'],
    ['\u0089PNG\r\n\u001a\n,,\0', 'unknown'],
    ['PK', 'unknown'],
  ])('%j is %s', (text, found) => {
    expect(refusalOf(strToU8(text))).toEqual({ code: 'xlsx.not_xlsx', details: { found } });
  });

  test.each([
    [{ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }, 'ods'],
    [{ '[Content_Types].xml': '', 'word/document.xml': '' }, 'docx'],
    [{ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }, 'pptx'],
    [{ '[Content_Types].xml': '', 'xl/workbook.bin': '' }, 'xlsb'],
    [{ 'Index/Document.iwa': '' }, 'numbers'],
    [{ 'foto.jpg': '' }, 'zip'],
  ])('a zip with %j is %s', (parts, found) => {
    const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
    expect(refusalOf(zipSync(files, { level: 0 }))?.details).toEqual({ found });
  });
});

describe('a workbook that is not whole', () => {
  test.each([
    [{ 'xl/workbook.xml': workbookXml([]) }, 'damaged no sheet'],
    [{ 'xl/workbook.xml': '<other/>' }, 'damaged no workbook'],
    [{ 'xl/workbook.xml': workbookXml(['a', 'b']) }, 'damaged a sheet leads nowhere'],
    [
      { '_rels/.rels': relationships([['a', 'officeDocument', 'xl/none.xml']]) },
      'damaged the part is missing',
    ],
    [{ '_rels/.rels': relationships([['a', 'officeDocument', '../x.xml']]) }, 'unsafe path'],
    [
      {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="a/worksheet" TargetMode="External" Target="http://example.org/a"/></Relationships>',
      },
      'unsafe external',
    ],
    [
      {
        'xl/workbook.xml': workbookXml(['a', 'A']),
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'worksheet', 'a.xml'],
          ['rId2', 'worksheet', 'b.xml'],
        ]),
      },
      'unsafe duplicate',
    ],
    [
      {
        'xl/workbook.xml': workbookXml(['a', 'b']),
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'worksheet', 'a.xml'],
          ['rId2', 'worksheet', 'A.xml'],
        ]),
      },
      'unsafe duplicate',
    ],
    [
      { 'xl/workbook.xml': workbookXml(Array.from({ length: 201 }, (_, index) => `s${index}`)) },
      'too_large sheets',
    ],
    [
      { 'xl/worksheets/sheet1.xml': sheetXml('<row><c t="s"><v>0</v></c></row>') },
      'damaged a cell names a text that is not there',
    ],
    [{ 'xl/worksheets/sheet1.xml': Uint8Array.of(60, 0xff, 62) }, 'damaged not utf-8'],
    [
      { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>${'aB'.repeat(16_384)}</t></si></sst>` },
      'too_large cell_characters',
    ],
  ])('broken workbook %# is refused with its reason', (parts, problem) => {
    expect(rowsOf(parts as Record<string, string>)).toBe(`xlsx.${problem}`);
  });
});

describe('malformed XML', () => {
  test.each([
    '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet/>',
    '<worksheet><!ENTITY a "b"></worksheet>',
    '<?xml version="1.0"?>\n<!DOCTYPE worksheet SYSTEM "http://example.org/x.dtd"><worksheet/>',
  ])('%s is refused as a DTD', xml => {
    expect(rowsOf({ 'xl/worksheets/sheet1.xml': xml })).toBe('xlsx.unsafe dtd');
  });

  test.each([
    '',
    'text',
    '<worksheet>',
    '<worksheet></sheet>',
    '<worksheet/><worksheet/>',
    '</worksheet>',
    '<worksheet/>text',
    '<a:worksheet></b:worksheet>',
    '<worksheet a="1" a="2"/>',
    '<worksheet a=1/>',
    '<worksheet a="1"b="2"/>',
    '<worksheet a="<"/>',
    '<worksheet a="1/>',
    '<worksheet a/>',
    '<worksheet',
    '< worksheet/>',
    '<1worksheet/>',
    '<worksheet>&amp</worksheet>',
    '<worksheet>&nbsp;</worksheet>',
    '<worksheet>a & b</worksheet>',
    '<worksheet>&#0;</worksheet>',
    '<worksheet>&#xD800;</worksheet>',
    '<worksheet>&#x110000;</worksheet>',
    '<worksheet a="&x;"/>',
    '<worksheet>\u0000</worksheet>',
    '<worksheet>\u0001</worksheet>',
    '<worksheet><!-- </worksheet>',
    '<worksheet><![CDATA[ </worksheet>',
    '<worksheet><? </worksheet>',
    '<![CDATA[a]]><worksheet/>',
  ])('%j is refused', xml => {
    expect(String(rowsOf({ 'xl/worksheets/sheet1.xml': xml })).startsWith('xlsx.damaged')).toBe(true);
  });

  test('elements too deep within each other are refused', () => {
    expect(rowsOf({ 'xl/worksheets/sheet1.xml': '<a>'.repeat(101) })).toBe('xlsx.too_large depth');
  });
});

test('a file beyond the limit is refused unread', () => {
  expect(refusalOf(new Uint8Array(LIMITS.file_bytes + 1))?.details.what).toBe('file_bytes');
});

describe('a sheet beyond the limits', () => {
  const row = (number: number, cell: string) => `<row r="${number}">${cell}</row>`;

  test.each([
    ['a row', row(LIMITS.rows + 1, '<c><v>1</v></c>'), 'rows'],
    ['a column', row(1, '<c r="ALM1"><v>1</v></c>'), 'columns'],
    [
      'many far cells',
      Array.from({ length: 4_100 }, (_, at) =>
        row(at + 1, `<c r="ALL${at + 1}"><v>${(at * 7919) % 99_991}</v></c>`),
      ).join(''),
      'cells',
    ],
  ])('%s', (_, rows, what) => {
    expect(rowsOfSheet(rows)).toBe(`xlsx.too_large ${what}`);
  });

  test('the last row and column are read', () => {
    const rows = rowsOfSheet(row(LIMITS.rows, `<c r="ALL${LIMITS.rows}"><v>1</v></c>`));
    expect([rows.length, rows.at(-1)?.length]).toEqual([LIMITS.rows, LIMITS.columns]);
  });

  test('one long text that very many cells share', () => {
    const cells = Array.from({ length: 1_300 }, (_, at) =>
      row(at + 1, `<c r="A${at + 1}" t="s"><v>0</v></c>`),
    );
    let text = '';
    for (let state = 7; text.length < 32_000; state = (state * 48_271) % 2_147_483_647)
      text += state.toString(36);
    const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>` };
    expect(rowsOfSheet(cells.join(''), shared)).toBe('xlsx.too_large characters');
  });

  test('a hundred thousand rows are read', () => {
    const cells = Array.from({ length: 2 }, (_, at) => `<c><v>${at}</v></c>`).join('');
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `<row>${cells}<c><v>${(at * 48_271) % 99_991}</v></c></row>`,
    );
    expect(rowsOfSheet(rows.join('')).length).toBe(100_000);
  });

  test('white space, comments and runs without end take no longer than their length', () => {
    const cell = `<row><c t="inlineStr"><is><t>a${' '.repeat(32_000)}b</t></is></c></row>`;
    expect(String(rowsOfSheet(cell)).length).toBe(32_002);
    expect(rowsOfSheet(`<row><c><v>${'1'.repeat(32_000)}x</v></c></row>`)).toHaveLength(1);
    expect(
      rowsOfSheet(`<row><c t="inlineStr"><is>${'<r><t>a</t></r>'.repeat(4_000)}</is></c></row>`),
    ).toEqual([['a'.repeat(4_000)]]);
  });
});

test('a refusal says where', () => {
  const refusal = refusalOf(
    makeXlsx({ 'xl/worksheets/sheet1.xml': sheetXml('<row r="100001"><c r="AB100001"><v>1</v></c></row>') }),
  );
  expect(refusal).toEqual({
    code: 'xlsx.too_large',
    details: { what: 'rows', most: 100_000, where: 'survey!AB100001' },
  });
});
