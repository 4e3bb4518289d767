// How a list's choices lie: one below another, in columns, packed, or side by side as a scale.
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';
import { hasAppearance } from '../widget.ts';

const MOST_COLUMNS = 10;

/** Class and style of the element around the choices. */
export function layoutOf(question: LiveQuestion): { class: string; style?: Record<string, string> } {
  const tokens = question.node.appearance ?? [];
  const count = tokens
    .map(token => /^columns-(\d{1,2})$/.exec(token)?.[1])
    .find(found => found !== undefined);
  if (count && Number(count) >= 1)
    return { class: 'lies-in-columns', style: { '--columns': `${Math.min(Number(count), MOST_COLUMNS)}` } };
  if (hasAppearance(question, 'rubric')) return { class: 'lies-as-levels' };
  if (hasAppearance(question, 'likert')) return { class: 'lies-as-scale' };
  if (hasAppearance(question, 'columns-pack', 'horizontal-compact', 'quickcompact', 'compact'))
    return { class: 'lies-packed' };
  return { class: hasAppearance(question, 'columns', 'horizontal') ? 'lies-in-columns' : 'lies-in-list' };
}
