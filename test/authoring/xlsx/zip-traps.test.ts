// Zips that lie, swell or hide something: each is refused with its reason, before any work is done for it.
import { Deflate, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeXlsx, refusalOf, relationships, sheetXml, workbookXml } from './make.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const SHEET = 'xl/worksheets/sheet1.xml';

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the first record of this kind stands that is of `name`. */
function recordAt(bytes: Uint8Array, signature: number, name = ''): number {
  const nameAt = signature === LOCAL ? 30 : 46;
  const letters = strToU8(name);
  for (let at = 0; at + 22 <= bytes.length; at += 1)
    if (
      view(bytes).getUint32(at, true) === signature &&
      letters.every((letter, index) => bytes[at + nameAt + index] === letter)
    )
      return at;
  throw new Error(`no ${name}`);
}

type Patch = { signature: number; name?: string; offset: number; value: number; bits?: 16 | 32 };

function patched(...patches: Patch[]): Uint8Array {
  const bytes = makeXlsx({ [SHEET]: sheetXml('<row><c><v>1</v></c></row>') });
  for (const { signature, name, offset, value, bits } of patches) {
    const at = recordAt(bytes, signature, name) + offset;
    if (bits === 16) view(bytes).setUint16(at, value, true);
    else view(bytes).setUint32(at, value, true);
  }
  return bytes;
}

const both = (offset: number, value: number, bits: 16 | 32): Patch[] => [
  { signature: CENTRAL, name: SHEET, offset: offset + 2, value, bits },
  { signature: LOCAL, name: SHEET, offset, value, bits },
];

const renamed = (from: string, to: string): Uint8Array => {
  const bytes = makeXlsx({ [from]: 'x' });
  const [old, next] = [strToU8(from), strToU8(to)];
  for (let at = 0; at + old.length <= bytes.length; at += 1)
    if (old.every((byte, index) => bytes[at + index] === byte)) bytes.set(next, at);
  return bytes;
};

test('the file that the traps are made of is read', () => {
  expect(refusalOf(patched())).toBeNull();
});

describe('a table of contents that lies', () => {
  test.each([
    ['a size that is too small', both(22, 20, 32), 'damaged', 'the entry is not as long as it says'],
    ['a size that is too big', both(22, 2_000, 32), 'damaged', 'the entry is not as long as it says'],
    ['a size beyond the limit', both(22, 40_000_001, 32), 'too_large', 'entry_bytes'],
    ['a size that no packing reaches', both(22, 39_000_000, 32), 'unsafe', 'ratio'],
    ['a wrong checksum', both(14, 1, 32), 'damaged', 'the checksum is wrong'],
    [
      'a size that the entry contradicts',
      both(22, 20, 32).slice(0, 1),
      'damaged',
      'the entry contradicts the table of contents',
    ],
    [
      'a method that the entry contradicts',
      both(8, 0, 16).slice(1),
      'damaged',
      'the entry contradicts the table of contents',
    ],
    ['an unknown method', both(8, 12, 16), 'damaged', 'compression method 12'],
    [
      'a place outside of the file',
      [{ signature: CENTRAL, name: SHEET, offset: 42, value: 9_999_999 }],
      'damaged',
      'the entry is not where it should be',
    ],
    [
      'a packed size beyond the file',
      both(18, 9_999_999, 32),
      'damaged',
      'the entry is not where it should be',
    ],
    ['sizes of zip64', both(22, 0xffffffff, 32), 'unsafe', 'zip64'],
    ['a count of zip64', [{ signature: END, offset: 10, value: 0xffff, bits: 16 }], 'unsafe', 'zip64'],
    [
      'a count that is too small',
      [{ signature: END, offset: 8, value: 0x00010001 }],
      'damaged',
      'the table of contents has more than it says',
    ],
    [
      'a count that is too big',
      [{ signature: END, offset: 8, value: 0x00630063 }],
      'damaged',
      'the table of contents is cut off',
    ],
    [
      'another start',
      [{ signature: END, offset: 16, value: 1 }],
      'damaged',
      'the table of contents is not where it is said to be',
    ],
    [
      'several disks',
      [{ signature: END, offset: 4, value: 1, bits: 16 }],
      'damaged',
      'the zip is in several pieces',
    ],
  ] as [string, Patch[], string, string][])('%s', (_, patches, code, why) => {
    const refusal = refusalOf(patched(...patches));
    expect([refusal?.code, refusal?.details.why ?? refusal?.details.what]).toEqual([`xlsx.${code}`, why]);
  });

  test('an entry that is encrypted is told as a password', () => {
    expect(refusalOf(patched(...both(6, 1, 16)))?.code).toBe('xlsx.password');
  });

  test('an entry that lies within the bytes of another', () => {
    const inner = 'xl/inner.xml';
    const alone = zipSync({ [inner]: strToU8('<a/>') }, { level: 0, mtime: new Date(1980, 0, 1) });
    const record = alone.subarray(0, recordAt(alone, CENTRAL));
    const bytes = zipSync(
      { 'xl/outer.xml': record, [inner]: strToU8('<a/>') },
      { level: 0, mtime: new Date(1980, 0, 1) },
    );
    const within = recordAt(bytes, LOCAL, inner);
    view(bytes).setUint32(recordAt(bytes, CENTRAL, inner) + 42, within, true);
    expect(refusalOf(bytes)?.details.why).toBe('overlap');
  });
});

describe('names', () => {
  test.each(['xl/../a', '/l/abcd', 'xl\\abc.', 'xl//abc', 'C:/abcd', 'xl/./ab', 'xl/a\0bc'])(
    '%j is refused',
    name => {
      const refusal = refusalOf(renamed('xl/abcd', name.padEnd(7, 'x')));
      expect([refusal?.code, refusal?.details.why]).toEqual(['xlsx.unsafe', 'path']);
    },
  );

  test.each(['xl/styleS.xml', 'XL/workbook.xml'])(
    '%s beside the same name in other letters is refused',
    name => {
      const refusal = refusalOf(makeXlsx({ 'xl/styles.xml': '<styleSheet/>', [name]: '<a/>' }));
      expect([refusal?.code, refusal?.details.why]).toEqual(['xlsx.unsafe', 'duplicate']);
    },
  );
});

describe('bombs', () => {
  const zeros = (bytes: number) => new Uint8Array(bytes).fill(32);

  test('one part that packs a thousandfold', () => {
    expect(refusalOf(makeXlsx({ [SHEET]: zeros(30_000_000) }))?.details).toMatchObject({
      why: 'ratio',
      where: SHEET,
    });
  });

  test('one part beyond the limit', () => {
    expect(refusalOf(makeXlsx({ [SHEET]: zeros(40_000_001) }))?.details.what).toBe('entry_bytes');
  });

  test('a part that says it is small and swells: it stops at its word', () => {
    const bytes = makeXlsx({ [SHEET]: zeros(30_000_000) });
    for (const signature of [LOCAL, CENTRAL]) {
      const at = recordAt(bytes, signature, SHEET) + (signature === LOCAL ? 22 : 24);
      view(bytes).setUint32(at, 60_000, true);
    }
    const before = process.memoryUsage().rss;
    expect(refusalOf(bytes)?.details.why).toBe('the entry is not as long as it says');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('a part that would swell to nine thousand million bytes: the rest is not unpacked', () => {
    const packed: number[] = [];
    const stream = new Deflate({ level: 9 }, chunk => packed.push(...chunk));
    stream.push(zeros(1_000_000));
    stream.flush(true);
    const bomb = new Uint8Array(packed.length * 9_000 + 5);
    for (let at = 0; at < 9_000; at += 1) bomb.set(packed, at * packed.length);
    bomb.set([1, 0, 0, 0xff, 0xff], bomb.length - 5);
    expect(bomb.length).toBeLessThan(10_000_000);
    const bytes = zipSync({ '[Content_Types].xml': strToU8(''), '_rels/.rels': bomb }, { level: 0 });
    view(bytes).setUint16(recordAt(bytes, LOCAL, '_rels/.rels') + 8, 8, true);
    view(bytes).setUint16(recordAt(bytes, CENTRAL, '_rels/.rels') + 10, 8, true);
    expect(refusalOf(bytes)?.details.why).toBe('the entry is not as long as it says');
  });

  test('many entries', () => {
    const parts = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`x/${index}`, '']));
    expect(refusalOf(makeXlsx(parts))?.details.what).toBe('entries');
  });

  test('a bomb inside a part that nobody reads is never unpacked', () => {
    const inner = zipSync({ 'a.xml': zeros(20_000_000) });
    expect(
      refusalOf(makeXlsx({ 'xl/media/inner.zip': inner, 'xl/media/x.png': zeros(30_000_000) })),
    ).toBeNull();
  });

  test('parts that are within bounds each and beyond them together', () => {
    let noise = '';
    for (let state = 7; noise.length < 500_000; state = (state * 48_271) % 2_147_483_647)
      noise += String.fromCharCode(97 + (state % 26), 65 + ((state >> 8) % 26));
    const sheet = strToU8(`<worksheet><!--${noise}-->${' '.repeat(34_000_000)}</worksheet>`);
    const names = ['a', 'b', 'c'];
    const bytes = makeXlsx({
      'xl/workbook.xml': workbookXml(names),
      'xl/_rels/workbook.xml.rels': relationships(
        names.map((name, index) => [`rId${index + 1}`, 'worksheet', `${name}.xml`]),
      ),
      'xl/a.xml': sheet,
      'xl/b.xml': sheet,
      'xl/c.xml': sheet,
    });
    expect(refusalOf(bytes)?.details.what).toBe('total_bytes');
  });
});

describe('broken data', () => {
  const whole = makeXlsx({ [SHEET]: sheetXml('<row><c><v>1</v></c></row>') });

  test('a file cut off anywhere is refused', () => {
    for (let length = 4; length < whole.length; length += 13)
      expect(refusalOf(whole.subarray(0, length))?.code).toBe('xlsx.damaged');
  });

  test('a byte changed anywhere never throws', () => {
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      expect(() => refusalOf(bytes)).not.toThrow();
    }
  });

  test('bytes before the zip or after it are refused', () => {
    const after = new Uint8Array(whole.length + 3);
    after.set(whole);
    expect(refusalOf(after)?.code).toBe('xlsx.damaged');
    const before = new Uint8Array(whole.length + 3);
    before.set(whole, 3);
    expect(refusalOf(before)?.code).toBe('xlsx.not_xlsx');
  });
});
