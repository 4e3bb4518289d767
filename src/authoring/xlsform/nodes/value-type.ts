// What a question is where nobody sees it: a calculation, whose value keeps the type that was written.
import type { QuestionNode, QuestionType, ValueType } from '../../../domain/instrument/definition.ts';
import type { QuestionDraft } from '../survey/draft.ts';
import { textOf, tidied, writtenIn } from '../table/table.ts';

const VALUE_TYPES: Readonly<Partial<Record<QuestionType, ValueType>>> = {
  text: 'text',
  integer: 'integer',
  decimal: 'decimal',
  range: 'decimal',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  select_one: 'text',
  select_multiple: 'codes',
  rank: 'codes',
  geopoint: 'geo',
  geotrace: 'geo',
  geoshape: 'geo',
};

/** The column `bind::type`, of calculations. */
const BIND_TYPES: Readonly<Record<string, ValueType>> = {
  string: 'text',
  int: 'integer',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  datetime: 'dateTime',
  boolean: 'boolean',
  geopoint: 'geo',
};

/** A question without words whose value is computed is a calculation, as the standard has it. */
export const typeOf = (
  draft: QuestionDraft,
  hasTriggers: boolean,
): Pick<QuestionNode, 'type'> & Partial<Pick<QuestionNode, 'value_type'>> => {
  const { type, row } = draft;
  if (type === 'calculate') {
    const valueType = draft.valueType ?? BIND_TYPES[tidied(textOf(row, 'value_type')).toLowerCase()];
    return { type, ...(valueType && { value_type: valueType }) };
  }
  const isComputed = textOf(row, 'calculation') !== '' || hasTriggers;
  if (!isComputed || hasWords(draft)) return { type };
  const valueType = VALUE_TYPES[type];
  return { type: 'calculate', ...(valueType && { value_type: valueType }) };
};

export const hasWords = ({ row }: Pick<QuestionDraft, 'row'>): boolean =>
  ['label', 'hint', 'guidance_hint', 'image', 'audio', 'video', 'big-image'].some(
    column => writtenIn(row, column).length > 0,
  );
