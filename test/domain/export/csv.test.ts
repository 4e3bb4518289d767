// A spreadsheet must show what was typed, and never run it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText, toCsv } from '../../../src/domain/export/csv.ts';
import { spacedNip } from '../../../src/domain/person/nip.ts';
import { readSeparated } from '../../../src/domain/roster/separated-text.ts';

describe('a CSV file', () => {
  it('has a BOM and CRLF, quotes texts, leaves numbers and blanks as they are', () => {
    expect(
      toCsv(
        ['Nama', '=n'],
        [
          ['Ibu "Sri"', -3.5],
          [null, 0],
        ],
      ),
    ).toBe('\uFEFF"Nama","\'=n"\r\n"Ibu ""Sri""",-3.5\r\n,0\r\n');
  });

  it.each([
    '=1+1',
    '+62',
    '-',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\n',
    ' =1',
    '\u00a0=1',
    '"=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('makes %j harmless', text => {
    expect(safeText(text)).toBe(`'${text}`);
  });

  it.each(['Sesuai', "Jum'at", '1-2', 'a=b', 'surel@contoh.id', '12.5', ''])('leaves %j alone', text => {
    expect(safeText(text)).toBe(text);
  });

  it('also disarms what would begin a cell where the line is split elsewhere', () => {
    expect(safeText('\t=1')).toBe("'\t'=1");
    expect(safeText('x;=cmd()')).toBe("x;'=cmd()");
    expect(safeText('usul:\r\n- kipas\r\n- air')).toBe("usul:\r\n'- kipas\r\n'- air");
  });

  it('keeps every text apart from those apostrophes, and no cell of any reader begins a formula', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...'=+-@\t\r\n;,"\' ＝＠\uFEFFa1'), fc.string()), { maxLength: 12 })
      .map(parts => parts.join(''));
    const isFormula = (cell: string) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell) || /^[\t\r\n]/.test(cell);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), rows => {
        const file = toCsv(['Satu', 'Dua'], rows);
        const read = readSeparated(file)
          .slice(1)
          .flatMap(({ fields }) => fields);
        const plain = (cells: string[]) => cells.join('\u0001').replaceAll("'", '');
        const kept = rows.filter(cells => cells.some(cell => safeText(cell).trim() !== ''));
        expect(plain(read)).toBe(plain(kept.flat()));
        expect(read.filter(isFormula)).toEqual([]);
        expect(
          file
            .slice(1)
            .split(/[;\t\r\n]/)
            .filter(isFormula),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('holds a NIP in groups, which a spreadsheet keeps as text', () => {
    const [, row] = readSeparated(toCsv(['NIP'], [[spacedNip('198504172010011001')]]));
    expect(Number(row?.fields[0])).toBeNaN();
  });
});
