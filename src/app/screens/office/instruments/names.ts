// What questionnaires, their versions and their questions are called on the office's pages.
import { localDay } from '../../../../domain/calendar/local-time.ts';
import type { Instrument } from '../../../../domain/instrument/definition.ts';
import type { InstrumentSummary } from '../../../../protocol/office/instruments.ts';
import { formLanguage, plainWording } from '../../../sheet/wording.ts';
import { formatDay, formatNumber } from '../../../text/date.ts';
import { instrumentTexts } from '../../../text/office/instruments/texts.ts';

export const INSTRUMENTS = '/office/instruments';
export const IMPORT = `${INSTRUMENTS}/import`;
export const instrumentPath = (code: string): string => `${INSTRUMENTS}/${code}`;
export const editPath = (code: string): string => `${instrumentPath(code)}/edit`;
export const printPath = (code: string, version: number): string =>
  `${instrumentPath(code)}/${version}/print`;

type Version = InstrumentSummary['versions'][number];

/** "Terbit 23 November 2026 oleh Sari Lestari". */
export function publishedWords({ published_at, published_by }: Version): string {
  const text = instrumentTexts();
  if (published_at === null) return text.shipped;
  const day = formatDay(localDay(Date.parse(published_at)), 'long');
  return published_by === null ? text.publishedOn(day) : text.publishedBy(day, published_by);
}

/** "Versi 3, terbit 23 November 2026". */
export function newestWords({ version, published_at }: Version): string {
  const text = instrumentTexts();
  const number = formatNumber(version);
  if (published_at === null) return `${text.version(number)}, ${text.shipped}`;
  return text.newest(number, formatDay(localDay(Date.parse(published_at)), 'long'));
}

/** Markdown left out, at most so long that it fits into a line. */
export function nameOfNode(instrument: Instrument, code: string): string {
  const node = instrument.nodes.find(one => one.code === code);
  const label = node?.label && plainWording(node.label, formLanguage(instrument));
  const plain = (label ?? '')
    .replace(/[*_#]+|<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return `"${code}"`;
  return `"${plain.length > 70 ? `${plain.slice(0, 69)}…` : plain}" (${code})`;
}
