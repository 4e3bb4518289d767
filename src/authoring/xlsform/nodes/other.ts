// "Lainnya": the choice that is added to a list, and the question that asks for the words.
import type { ListRow, QuestionNode, Wording } from '../../../domain/instrument/definition.ts';
import type { Writing } from '../expressions/writing.ts';
import type { QuestionDraft } from '../survey/draft.ts';

export const OTHER_CODE = 'other';

export const buildOther = (draft: QuestionDraft, code: string, { languages }: Writing): QuestionNode => ({
  kind: 'question',
  name: draft.name,
  code,
  parent: draft.parent,
  type: 'text',
  label: inEach(
    languages.all.map(language => language.code),
    'Sebutkan.',
    'Please say which.',
  ),
  relevant: ['()', 'selected', ['$', draft.otherOf ?? 0], OTHER_CODE],
});

/** A list of choices with "Lainnya" at its end, unless it has one. */
export const withOther = (rows: readonly ListRow[], { languages }: Writing): readonly ListRow[] =>
  rows.some(row => row.code === OTHER_CODE)
    ? rows
    : [
        ...rows,
        {
          code: OTHER_CODE,
          label: inEach(
            languages.all.map(language => language.code),
            'Lainnya',
            'Other',
          ),
        },
      ];

const inEach = (codes: readonly string[], indonesian: string, english: string): Wording =>
  Object.fromEntries(codes.map(code => [code, code === 'id' ? indonesian : english]));
