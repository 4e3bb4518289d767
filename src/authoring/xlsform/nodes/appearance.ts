// The column `appearance`: tokens that change how a question looks, ours among them, and which of them nobody draws.
import type { Report } from '../report.ts';
import { type Row, spotOf, textOf } from '../table/table.ts';

const KNOWN = new Set([
  'field-list',
  'table-list',
  'label',
  'list-nolabel',
  'list',
  'minimal',
  'compact',
  'quick',
  'quickcompact',
  'likert',
  'horizontal',
  'horizontal-compact',
  'vertical',
  'columns',
  'columns-pack',
  'columns-flex',
  'no-buttons',
  'autocomplete',
  'search',
  'numbers',
  'multiline',
  'thousands-sep',
  'month-year',
  'year',
  'no-calendar',
  'signature',
  'draw',
  'annotate',
  'new',
  'new-front',
  'picker',
  'rating',
  'no-ticks',
  'counter',
  'hidden',
  'kiosk-smileys',
  'rubric',
  'auto-advance',
  'needs-required',
  'needs-own',
  'needs-importance',
]);

/** `columns-3`, `compact-2`, the widths of a grid (`w4`). */
const NUMBERED = /^(?:columns|compact|quickcompact)-\d+$|^w\d{1,2}$/;

/** Lower-case tokens. Those that nobody draws stay too, for what other tools read. */
export const readAppearance = (row: Row, report: Report): string[] => {
  const text = textOf(row, 'appearance').toLowerCase();
  const tokens = (text.includes('(') ? [text] : text.split(/[\s,]+/)).filter(token => token !== '');
  for (const token of tokens)
    if (!KNOWN.has(token) && !NUMBERED.test(token))
      report.unsupported('appearance.unsupported', spotOf(row, 'appearance'), {
        appearance: token.slice(0, 100),
        instead: 'plain',
      });
  return tokens;
};
