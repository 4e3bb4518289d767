// Writes cells as an .xlsx that spreadsheet programs and form tools open: text stays text, and the same cells are the same bytes.
import { deflateSync, strToU8, type Zippable, type ZippableFile, zipSync } from 'fflate';
import type { Workbook } from '../workbook.ts';
import { contentTypes, packageRelationships, STYLES, workbookRelationships } from './parts/fixed-parts.ts';
import { writeSheet } from './parts/write-sheet.ts';
import { MOST_RATIO, RATIO_COUNTS_FROM_BYTES } from './problem.ts';
import { sheetNames } from './sheet-names.ts';
import { encodeText } from './xml/text.ts';

/**
 * `readXlsx` gives back what is written: sheets, text, numbers (to 15 digits), booleans; empty cells and rows at the end are left out.
 * Text never becomes a formula, whatever it begins with. Half a surrogate pair, which no file can hold, becomes U+FFFD. A
 * sheet name that Excel would refuse is mended (see `sheetNames`). The first row is a heading: bold, and it stays in sight.
 *
 * Throws RangeError on text longer than a cell holds (32,767) and on a number that is none: a bug of the caller, and cutting
 * would lose what a person wrote.
 */
export function writeXlsx(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const sheets = workbook.sheets.length > 0 ? workbook.sheets : [{ name: '', rows: [] }];
  const names = sheetNames(sheets.map(sheet => sheet.name));
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(names.length)),
    '_rels/.rels': strToU8(packageRelationships),
    'xl/workbook.xml': strToU8(workbookPart(names)),
    'xl/_rels/workbook.xml.rels': strToU8(workbookRelationships(names.length)),
    'xl/styles.xml': strToU8(STYLES),
  };
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = packed(strToU8(writeSheet(sheet.rows, index === 0)));
  return zipSync(files, { mtime: firstDayOfZip(), level: 6 });
}

/** Ten thousand rows alike would pack so well that a reader, ours too, takes the file for a bomb; they are stored as they are. */
function packed(bytes: Uint8Array): ZippableFile {
  const isSuspicious =
    bytes.length > RATIO_COUNTS_FROM_BYTES && deflateSync(bytes).length * MOST_RATIO <= bytes.length;
  return isSuspicious ? [bytes, { level: 0 }] : bytes;
}

/** A zip keeps local time without a zone: made anew each time, it is the same wherever and whenever. */
const firstDayOfZip = (): Date => new Date(1980, 0, 1, 12);

const workbookPart = (names: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>${names
    .map((name, index) => `<sheet name="${encodeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`;
