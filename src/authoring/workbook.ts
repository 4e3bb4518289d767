// A spreadsheet as its cells: what comes out of an .xlsx file, and what an instrument keeps as its source.

/** Empty cells are ''. Numbers and booleans stay what they were; a date is its ISO text. */
export type Cell = string | number | boolean;

export type SheetOfCells = {
  readonly name: string;
  /** Rows from the first of the file; each as long as its last cell that is not empty. */
  readonly rows: readonly (readonly Cell[])[];
};

/** Sheets in the file's order, with every row and column that came. */
export type Workbook = { readonly sheets: readonly SheetOfCells[] };

/** As a person reads the cell: 3 is "3", true is "TRUE". */
export const cellText = (cell: Cell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
