// The cells of one sheet while it is read: placed by address, gaps filled, and counted against the limits.
import { accepted, type Result } from '../../../domain/result.ts';
import type { Cell } from '../../workbook.ts';
import { LIMITS, tooLarge, type XlsxProblem } from '../problem.ts';

/** What may still be placed of all sheets together. */
export type CellBudget = { leftCells: number; leftCharacters: number };

export const newCellBudget = (): CellBudget => ({
  leftCells: LIMITS.cells,
  leftCharacters: LIMITS.characters,
});

/** 1-based, as a spreadsheet counts. */
export type Place = { readonly row: number; readonly column: number };

export class Grid {
  readonly rows: Cell[][] = [];
  readonly #sheet: string;
  readonly #budget: CellBudget;

  constructor(sheet: string, budget: CellBudget) {
    this.#sheet = sheet;
    this.#budget = budget;
  }

  /** An empty cell changes nothing, wherever it is: files are full of formatted emptiness. */
  put({ row, column }: Place, cell: Cell): Result<null, XlsxProblem> {
    if (cell === '') return accepted(null);
    const where = `${this.#sheet}!${columnLetters(column)}${row}`;
    if (row > LIMITS.rows) return tooLarge('rows', where);
    if (column > LIMITS.columns) return tooLarge('columns', where);
    if (typeof cell === 'string') {
      if (cell.length > LIMITS.cell_characters) return tooLarge('cell_characters', where);
      this.#budget.leftCharacters -= cell.length;
      if (this.#budget.leftCharacters < 0) return tooLarge('characters', where);
    }
    return this.#place({ row, column }, cell) ? accepted(null) : tooLarge('cells', where);
  }

  /** For a cell that is told of elsewhere and stays empty: it counts as well. */
  leaveEmpty({ row, column }: Place): Result<null, XlsxProblem> {
    this.#budget.leftCells -= 1;
    if (this.#budget.leftCells >= 0) return accepted(null);
    return tooLarge('cells', `${this.#sheet}!${columnLetters(column)}${row}`);
  }

  /** False where the cells are used up. */
  #place({ row, column }: Place, cell: Cell): boolean {
    while (this.rows.length < row) {
      this.rows.push([]);
      this.#budget.leftCells -= 1;
    }
    const cells = this.rows[row - 1] ?? [];
    this.#budget.leftCells -= Math.max(0, column - cells.length);
    if (this.#budget.leftCells < 0) return false;
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = cell;
    return true;
  }
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Null where the address is none that a spreadsheet has (A1 to XFD1048576). */
export function parseAddress(address: string): Place | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const row = Number(digits);
  let column = 0;
  for (let index = 0; index < letters.length; index += 1)
    column = column * 26 + letters.charCodeAt(index) - 64;
  return row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : null;
}

export const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
