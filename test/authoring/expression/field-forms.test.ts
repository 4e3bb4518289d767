// The parser against expressions of real questionnaires, where the folder with them lies beside the project.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseExpression } from '../../../src/authoring/expression/parse.ts';
import type { Cell } from '../../../src/authoring/workbook.ts';
import { readXlsx } from '../../../src/authoring/xlsx/read.ts';

const FOLDER = new URL('../../../../shared/data/outside/forms/', import.meta.url);
/** Columns that hold nothing but expressions; a default may be plain words. */
const COLUMNS =
  /^(?:relevan(?:t|ce)|constraint|calculat(?:ion|e)|choice[ _]filter|required|read[_]?only|repeat_count)$/;

function expressionsOf(file: string): string[] {
  const read = readXlsx(readFileSync(new URL(file, FOLDER)));
  const survey = read.ok && read.value.workbook.sheets.find(({ name }) => name.toLowerCase() === 'survey');
  if (!survey) return [];
  const [head = [], ...rows] = survey.rows;
  const isWritten = (cell: Cell, column: number): cell is string =>
    typeof cell === 'string' &&
    cell.trim() !== '' &&
    COLUMNS.test(
      String(head[column] ?? '')
        .trim()
        .toLowerCase(),
    );
  return rows.flatMap(row => row.filter(isWritten));
}

test('999 of 1000 expressions of field forms are read', () => {
  if (!existsSync(FOLDER)) return console.log('No field forms beside the project: nothing was read.');
  const written = readdirSync(FOLDER)
    .filter(file => file.endsWith('.xlsx'))
    .flatMap(expressionsOf);
  const refused = written.filter(text => !parseExpression(text.trim()).ok);
  console.log(
    `${written.length - refused.length} of ${written.length} expressions of field forms were read.`,
    refused,
  );
  expect(written.length).toBeGreaterThan(2000);
  expect(refused.length / written.length).toBeLessThanOrEqual(0.001);
});
