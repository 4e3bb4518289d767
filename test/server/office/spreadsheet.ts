// A questionnaire as an officer would write it in a spreadsheet, for the centre's tests.
import type { Cell } from '../../../src/authoring/workbook.ts';
import { writeXlsx } from '../../../src/authoring/xlsx/write.ts';

type Row = readonly Cell[];
export type Written = {
  readonly code?: string;
  readonly title?: string;
  readonly survey?: readonly Row[];
  /** Of our own sheet: `anonymous`, `kind`, … */
  readonly lembar?: readonly Row[];
};

const QUESTIONS: readonly Row[] = [
  ['text', 'nama', 'Siapa nama Saudara?'],
  ['select_one skala', 'mutu', 'Bagaimana mutunya?'],
];

export const spreadsheet = ({
  code = 'uji',
  title = 'Uji coba',
  survey = QUESTIONS,
  lembar,
}: Written = {}): Buffer =>
  Buffer.from(
    writeXlsx({
      sheets: [
        { name: 'survey', rows: [['type', 'name', 'label'], ...survey] },
        {
          name: 'choices',
          rows: [
            ['list_name', 'name', 'label'],
            ['skala', '1', 'Kurang'],
            ['skala', '2', 'Baik'],
          ],
        },
        {
          name: 'settings',
          rows: [
            ['form_id', 'form_title'],
            [code, title],
          ],
        },
        ...(lembar ? [{ name: '_lembar', rows: [['setting', 'value'], ...lembar] }] : []),
      ],
    }),
  );
