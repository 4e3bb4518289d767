// Reads one cell of the column `type`.
import { tidied } from '../table/table.ts';
import {
  EXTERNAL_SELECT,
  FILE_SELECT_TYPES,
  METADATA_TYPES,
  type MetadataKind,
  PLAIN_TYPES,
  type PlainType,
  SELECT_TYPES,
} from './types.ts';

export type SelectType = {
  readonly kind: 'select';
  readonly type: 'select_one' | 'select_multiple' | 'rank';
  /** `answers`: from what was answered before (`select_one ${x}`). */
  readonly origin: 'choices' | 'external' | 'file' | 'answers';
  readonly list: string;
  readonly orOther: boolean;
};

export type BeginType = {
  readonly kind: 'begin';
  readonly what: 'group' | 'repeat' | 'loop';
  readonly list: string;
};

export type RowType =
  | BeginType
  | { readonly kind: 'end'; readonly what: BeginType['what']; readonly list: string }
  | SelectType
  | { readonly kind: 'plain'; readonly plain: PlainType }
  | { readonly kind: 'metadata'; readonly metadata: MetadataKind }
  /** A list that comes as a file: `csv-external`. */
  | { readonly kind: 'file'; readonly extension: 'csv' | 'xml' }
  | { readonly kind: 'setting'; readonly setting: 'form_title' | 'form_id' }
  | { readonly kind: 'osm' };

/** Null where nothing is called so. `isExact`: as the standard writes it, so that there is nothing to report. */
export const readType = (written: string): { type: RowType; isExact: boolean } | null => {
  const text = tidied(written);
  const exact = readExactly(text);
  if (exact !== null) return { type: exact, isExact: text === written.trim() };
  const lower = readExactly(text.toLowerCase());
  return lower === null
    ? null
    : { type: withListOf(lower, text), isExact: text.toLowerCase() === 'datetime' };
};

/** The name of a list keeps its capitals. */
const withListOf = (type: RowType, text: string): RowType => {
  if (!('list' in type) || type.list === '') return type;
  const at = text.toLowerCase().split(' ').lastIndexOf(type.list);
  return { ...type, list: text.split(' ')[at] ?? type.list };
};

const readExactly = (text: string): RowType | null =>
  readPlain(text) ?? readControl(text) ?? readSelect(text) ?? readRest(text);

const readPlain = (text: string): RowType | null => {
  const plain = PLAIN_TYPES.get(text) ?? (text === 'dateTime' ? PLAIN_TYPES.get('datetime') : undefined);
  if (plain) return { kind: 'plain', plain };
  const metadata = METADATA_TYPES.get(text);
  return metadata === undefined ? null : { kind: 'metadata', metadata };
};

const CONTROLS = {
  group: 'group',
  repeat: 'repeat',
  lgroup: 'repeat',
  'looped group': 'repeat',
  loop: 'loop',
} as const;

const readControl = (text: string): RowType | null => {
  const [, kind, word, list] =
    /^(begin|end)[ _](group|repeat|lgroup|looped group|loop)(?: (?:over )?(\S+))?$/.exec(text) ?? [];
  if (kind === undefined || word === undefined) return null;
  return {
    kind: kind === 'begin' ? 'begin' : 'end',
    what: CONTROLS[word as keyof typeof CONTROLS],
    list: list ?? '',
  };
};

const OTHER = / (?:or specify other|or_other|or other)$/;

const readSelect = (text: string): RowType | null => {
  const orOther = OTHER.test(text);
  const words = text.replace(OTHER, '');
  const end = words.lastIndexOf(' ');
  const command = words.slice(0, Math.max(end, 0));
  const list = words.slice(end + 1);
  const ofFile = FILE_SELECT_TYPES.get(command);
  if (ofFile) return { kind: 'select', type: ofFile, origin: 'file', list, orOther };
  if (command === EXTERNAL_SELECT)
    return { kind: 'select', type: 'select_one', origin: 'external', list, orOther };
  const type = SELECT_TYPES.get(command);
  if (type === undefined) return null;
  return { kind: 'select', type, origin: originOf(list), list, orOther };
};

const originOf = (list: string): SelectType['origin'] =>
  list.includes('${') ? 'answers' : /\.(?:csv|xml|geojson)$/i.test(list) ? 'file' : 'choices';

const readRest = (text: string): RowType | null => {
  if (text === 'csv-external' || text === 'xml-external')
    return { kind: 'file', extension: text === 'csv-external' ? 'csv' : 'xml' };
  if (/^(?:set )?form[ _]title$/.test(text)) return { kind: 'setting', setting: 'form_title' };
  if (/^(?:set )?form[ _]id$/.test(text)) return { kind: 'setting', setting: 'form_id' };
  return /^osm(?: \S+)?$/.test(text) ? { kind: 'osm' } : null;
};
