// What a question must have before it can be asked, and what an anonymous one should not ask.
import type { QuestionType } from '../../../domain/instrument/definition.ts';
import { isDynamic } from '../expressions/default-value.ts';
import type { Writing } from '../expressions/writing.ts';
import type { QuestionDraft } from '../survey/draft.ts';
import { spotOf, textOf, wordOf, writtenIn } from '../table/table.ts';
import { hasWords } from './value-type.ts';

/** `type`: what it became. */
export const sayOfMissing = (draft: QuestionDraft, type: QuestionType, { report }: Writing): void => {
  const { row, name } = draft;
  if (writtenIn(row, 'big-image').length > 0 && writtenIn(row, 'image').length === 0)
    report.error('media.big_image_alone', spotOf(row, 'big-image'), { name });
  if (type === 'calculate') {
    sayOfMissingCalculation(draft, { report });
    return;
  }
  const isPreset = isDynamic(textOf(row, 'default'), draft.type);
  if (!hasWords(draft) && !isPreset && !NEEDS_NO_WORDS.test(wordOf(row, 'appearance')))
    report.error('label.missing', spotOf(row, 'label'), { name });
};

/** Rows of a matrix, and what is not shown. */
const NEEDS_NO_WORDS = /\b(?:label|list-nolabel|hidden)\b/i;

/** A type `hidden` may stay empty; other forms and tools fill it in. */
const sayOfMissingCalculation = ({ row, name }: QuestionDraft, { report }: Pick<Writing, 'report'>): void => {
  const isCalculate = wordOf(row, 'type').toLowerCase().includes('calculate');
  if (isCalculate && textOf(row, 'calculation') === '' && textOf(row, 'default') === '')
    report.error('calculation.missing', spotOf(row, 'calculation'), { name });
};

/** A picture, a voice or a place may say who somebody is. */
const TELLING: readonly QuestionType[] = [
  'geopoint',
  'geotrace',
  'geoshape',
  'image',
  'audio',
  'video',
  'file',
  'barcode',
];

export const sayOfAnonymity = ({ row, type }: QuestionDraft, { isAnonymous, report }: Writing): void => {
  if (isAnonymous && TELLING.includes(type)) report.warn('anonymous.may_tell', spotOf(row, 'type'), { type });
};
