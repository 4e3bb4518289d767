// Spreadsheets with questionnaires: mostly what is none, sometimes a small one with hostile cells.
import type { Cell } from '../../../src/authoring/workbook.ts';
import { writeXlsx } from '../../../src/authoring/xlsx/write.ts';
import { XLSX_MEDIA } from '../../../src/protocol/limits.ts';
import type { Chance } from '../chance.ts';
import { hostileText } from '../hostile.ts';
import type { Body } from './ask.ts';

const ROUTES = ['POST /api/v1/instruments/check', 'POST /api/v1/instruments'];
const TYPES = [
  'text',
  'integer',
  'select_one skala',
  'begin repeat',
  'end repeat',
  'calculate',
  'note',
  'apa',
];
const OTHERS = [
  'type,name\r\ntext,a',
  '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1',
  '',
  'PK',
  '<html>',
  '{}',
];
/** A file that is one takes a thread, which is dear. */
const REAL = 0.1;

/** Null where the route takes no spreadsheet. */
export function drawSpreadsheet(route: string, chance: Chance): Body | null {
  if (!ROUTES.includes(route)) return null;
  const content = chance.hit(REAL)
    ? Buffer.from(
        writeXlsx({ sheets: [survey(chance), { name: 'choices', rows: CHOICES }, settings(chance)] }),
      )
    : Buffer.from(chance.pick(OTHERS), 'latin1');
  return { media: XLSX_MEDIA, content };
}

const CHOICES: readonly (readonly Cell[])[] = [
  ['list_name', 'name', 'label'],
  ['skala', '1', 'Kurang'],
  ['skala', '2', 'Baik'],
];

function survey(chance: Chance) {
  const cell = (good: string): Cell => (chance.hit(0.9) ? good : hostileText(chance).slice(0, 400));
  const rows = Array.from({ length: chance.below(5) }, (_, index): Cell[] => [
    cell(chance.pick(TYPES)),
    cell(`q${index}`),
    cell('Tanya'),
    chance.hit(0.3) ? cell(chance.pick([`\${q0} > 1`, `selected(\${q1}, '1')`, '('])) : '',
  ]);
  return { name: 'survey', rows: [['type', 'name', 'label', 'relevant'], ...rows] };
}

const settings = (chance: Chance) => ({
  name: 'settings',
  rows: [
    ['form_id', 'form_title'],
    [chance.pick(['uji', 'skm9', 'observasi', hostileText(chance).slice(0, 40)]), 'Uji'],
  ],
});
