// What may stand in the column `type`, whatever name for it was written.
import type { QuestionType, ValueType } from '../../../domain/instrument/definition.ts';

/** What a person is asked, or what is computed. */
export type PlainType = {
  readonly type: QuestionType;
  readonly valueType?: ValueType;
  /** What the type itself demands of a value. */
  readonly implied?: string;
  readonly appearance?: string;
};

const PLAIN: readonly (readonly [names: string, PlainType])[] = [
  ['text|string|q string|add text prompt', { type: 'text' }],
  ['phone number', { type: 'text', implied: "regex(., '^\\d*$')", appearance: 'numbers' }],
  ['integer|int|q int|add integer prompt', { type: 'integer' }],
  ['percentage', { type: 'integer', implied: '0 <= . and . <= 100' }],
  ['number of days in last month', { type: 'integer', implied: '0 <= . and . <= 31' }],
  ['number of days in last six months', { type: 'integer', implied: '0 <= . and . <= 183' }],
  ['number of days in last year', { type: 'integer', implied: '0 <= . and . <= 365' }],
  ['decimal|q decimal|add decimal prompt', { type: 'decimal' }],
  ['range', { type: 'range' }],
  ['date|q date|add date prompt', { type: 'date' }],
  ['time|q time|add time prompt', { type: 'time' }],
  [
    'datetime|date time|q date time|q datetime|add date time prompt|add datetime prompt',
    { type: 'dateTime' },
  ],
  ['geopoint|gps|location|q geopoint|q location|add location prompt', { type: 'geopoint' }],
  ['geotrace', { type: 'geotrace' }],
  ['geoshape', { type: 'geoshape' }],
  ['image|photo|picture|q image|q picture|add image prompt|add photo prompt', { type: 'image' }],
  ['audio|q audio|add audio prompt', { type: 'audio' }],
  ['video|q video|add video prompt', { type: 'video' }],
  ['file|add file prompt', { type: 'file' }],
  ['barcode|q barcode|add barcode prompt', { type: 'barcode' }],
  ['acknowledge|trigger|q acknowledge|add acknowledge prompt', { type: 'acknowledge' }],
  ['note|q note|add note prompt', { type: 'note' }],
  ['calculate|q calculate|add calculate prompt|calculate_here', { type: 'calculate' }],
  ['hidden|hidden string|hidden text', { type: 'calculate' }],
  ['hidden int|hidden integer', { type: 'calculate', valueType: 'integer' }],
  ['hidden decimal', { type: 'calculate', valueType: 'decimal' }],
  ['hidden date', { type: 'calculate', valueType: 'date' }],
  ['hidden geopoint', { type: 'calculate', valueType: 'geo' }],
];

/** `start` and `today` have a value of their own; the others name a person or a device, or need a service. */
export type MetadataKind = 'start' | 'today' | 'end' | 'identifying' | 'place' | 'other';

const METADATA: readonly (readonly [names: string, MetadataKind])[] = [
  ['start|start time|get start time', 'start'],
  ['today|get today', 'today'],
  ['end|end time|get end time', 'end'],
  ['deviceid|device id|get device id|imei|username|email|phonenumber|get phone number', 'identifying'],
  ['simserial|sim id|get sim id|subscriberid|subscriber id|get subscriber id|caseid', 'identifying'],
  ['uri:deviceid|uri:username|uri:email|uri:phonenumber|uri:simserial|uri:subscriberid', 'identifying'],
  ['start-geopoint|background-geopoint', 'place'],
  ['audit|audio audit|text audit|background-audio|comments|sensor_statistic|sensor_stream', 'other'],
  ['speed violations count|speed violations list|speed violations audit', 'other'],
];

const SELECTS: readonly (readonly [names: string, 'select_one' | 'select_multiple' | 'rank'])[] = [
  [
    'select_one|select one|select1|select one from|select one using|add select one prompt using|q select1',
    'select_one',
  ],
  [
    'select_multiple|select multiple|select all that apply|select all that apply from|select multiple from|select multiple using|add select multiple prompt using|q select',
    'select_multiple',
  ],
  ['rank', 'rank'],
];

const FILE_SELECTS: readonly (readonly [names: string, 'select_one' | 'select_multiple'])[] = [
  ['select_one_from_file|select one from file', 'select_one'],
  ['select_multiple_from_file|select multiple from file', 'select_multiple'],
];

const spread = <T>(table: readonly (readonly [names: string, T])[]): ReadonlyMap<string, T> =>
  new Map(table.flatMap(([names, value]) => names.split('|').map(name => [name, value] as const)));

export const PLAIN_TYPES = spread(PLAIN);
export const METADATA_TYPES = spread(METADATA);
export const SELECT_TYPES = spread(SELECTS);
export const FILE_SELECT_TYPES = spread(FILE_SELECTS);
export const EXTERNAL_SELECT = 'select_one_external';

/** For suggestions. */
export const TYPE_NAMES: readonly string[] = [
  ...PLAIN_TYPES.keys(),
  ...METADATA_TYPES.keys(),
  'begin group',
  'end group',
  'begin repeat',
  'end repeat',
];
