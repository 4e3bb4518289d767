// Real forms from the field, where the folder with them lies beside the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readXlsx } from '../../../src/authoring/xlsx/read.ts';
import { writeXlsx } from '../../../src/authoring/xlsx/write.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/outside/forms');
const forms = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.xlsx')) : [];

if (forms.length > 0)
  test.each(forms)(
    'the form %s from the field is read, has a survey, and is the same when written and read again',
    name => {
      const read = readXlsx(readFileSync(join(folder, name)));
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      const { workbook } = read.value;
      expect(workbook.sheets.find(sheet => sheet.name === 'survey')?.rows.length).toBeGreaterThan(0);
      const again = readXlsx(writeXlsx(workbook));
      expect(again.ok && again.value.workbook).toEqual(workbook);
    },
  );
else
  test('the folder with forms from the field is absent: only the project’s own cases ran', () => {
    expect(forms).toEqual([]);
  });
