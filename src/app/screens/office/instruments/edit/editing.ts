// What every part of the editor is given: the spreadsheet as it stands, and the way to put another in its place.
import type { Workbook } from '../../../../../authoring/workbook.ts';

export type Editing = { workbook: Workbook; change: (workbook: Workbook) => void };
