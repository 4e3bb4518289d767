// Addresses of cells, and how a sheet's cells are counted while it is read.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetters, Grid, parseAddress } from '../../../src/authoring/xlsx/parts/grid.ts';

test('every address that a spreadsheet has is read as it is written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_048_576 }),
      fc.integer({ min: 1, max: 16_384 }),
      (row, column) => {
        expect(parseAddress(`${columnLetters(column)}${row}`)).toEqual({ row, column });
      },
    ),
  );
});

test.each(['', 'A', '1', 'A0', 'A01', 'a1', '$A$1', 'XFE1', 'AAAA1', 'A1048577', 'A1 ', 'A1:B2'])(
  '%j is no address',
  address => {
    expect(parseAddress(address)).toBeNull();
  },
);

test('a filled cell counts with the empty ones before it, and a formula without a result counts too', () => {
  const budget = { leftCells: 7, leftCharacters: 100 };
  const grid = new Grid('survey', budget);
  expect(grid.put({ row: 2, column: 3 }, 1).ok).toBe(true);
  expect(budget.leftCells).toBe(2);
  expect(grid.put({ row: 2, column: 1 }, 1).ok).toBe(true);
  expect(grid.leaveEmpty({ row: 2, column: 4 }).ok).toBe(true);
  expect(grid.leaveEmpty({ row: 2, column: 5 }).ok).toBe(true);
  expect(grid.leaveEmpty({ row: 2, column: 6 })).toEqual({
    ok: false,
    problem: { code: 'xlsx.too_large', details: { what: 'cells', most: 4_000_000, where: 'survey!F2' } },
  });
});

test('an empty cell far out costs nothing', () => {
  const budget = { leftCells: 1, leftCharacters: 0 };
  const grid = new Grid('survey', budget);
  expect(grid.put({ row: 1_048_576, column: 16_384 }, '').ok).toBe(true);
  expect([budget.leftCells, grid.rows]).toEqual([1, []]);
});
