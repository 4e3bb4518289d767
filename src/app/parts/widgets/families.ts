// Widgets come in families, one chunk each: what an instrument needs of them is loaded before its sheet is shown.
import { signal } from '@preact/signals';
import type { Instrument, Node, QuestionNode } from '../../../domain/instrument/definition.ts';
import { textsReady } from '../../text/language.ts';
import { loadMarkdown } from '../markdown/MarkdownText.tsx';
import { hasMarkdown } from './has-markdown.ts';
import { hasMatrix, loadMatrix } from './matrix/MatrixLater.tsx';
import type { Look, WidgetComponent } from './widget.ts';

const LOADS = {
  numbers: () => import('./numbers/Numbers.tsx'),
  dates: () => import('./dates/Dates.tsx'),
  options: () => import('./options/Options.tsx'),
  multiple: () => import('./choosing/Multiple.tsx'),
  picking: () => import('./choosing/Picking.tsx'),
  scales: () => import('./scales/Scales.tsx'),
  geo: () => import('./geo/Geo.tsx'),
  media: () => import('./media/Media.tsx'),
  scan: () => import('./scan/Scan.tsx'),
  fixed: () => import('./fixed/Fixed.tsx'),
} as const satisfies Record<string, () => Promise<{ default: WidgetComponent }>>;
export type Family = keyof typeof LOADS;

const TYPES: Partial<Record<QuestionNode['type'], Family>> = {
  select_one: 'options',
  acknowledge: 'options',
  integer: 'numbers',
  decimal: 'numbers',
  select_multiple: 'multiple',
  rank: 'scales',
  range: 'scales',
  date: 'dates',
  time: 'dates',
  dateTime: 'dates',
  geopoint: 'geo',
  geotrace: 'geo',
  geoshape: 'geo',
  image: 'media',
  audio: 'media',
  video: 'media',
  file: 'media',
  barcode: 'scan',
};
const PICKED = ['minimal', 'autocomplete', 'search'];

/** Null: what the kiosk's first bundle holds already. */
export function familyOf({ type, appearance }: QuestionNode, look: Look | null): Family | null {
  const isSelect = type === 'select_one' || type === 'select_multiple';
  if (isSelect && appearance?.some(token => PICKED.includes(token))) return 'picking';
  return look === 'kiosk' && type === 'select_one' ? null : (TYPES[type] ?? null);
}

const there = signal<Partial<Record<Family, WidgetComponent>>>({});

/** Follows its arrival. */
export const widgetOf = (family: Family): WidgetComponent | null => there.value[family] ?? null;

export async function loadFamily(family: Family): Promise<void> {
  if (there.peek()[family]) return;
  const module = await LOADS[family]();
  await textsReady();
  there.value = { ...there.peek(), [family]: module.default };
}

/**
 * Loads all that this instrument's questions are answered with; await it before its sheet is shown, so that nothing
 * arrives under a finger. `look`: the only one that it is shown in, where that is known. Rejects where a chunk cannot
 * be had.
 */
export async function loadWidgets(instrument: Instrument, look: Look | null = null): Promise<void> {
  await Promise.all([
    ...[...familiesOf(instrument.nodes, look)].map(loadFamily),
    ...(hasMatrix(instrument.nodes) ? [loadMatrix()] : []),
    ...(hasMarkdown(instrument) ? [loadMarkdown()] : []),
  ]);
}

export function familiesOf(nodes: readonly Node[], look: Look | null): Set<Family> {
  const families = new Set<Family>();
  for (const node of nodes) {
    if (node.kind !== 'question' || node.type === 'calculate') continue;
    const family = familyOf(node, look);
    if (family) families.add(family);
    if (canBeFixed(node)) families.add('fixed');
  }
  return families;
}

const canBeFixed = (node: QuestionNode): boolean =>
  node.readonly !== undefined || node.calculation !== undefined;
