// The parameter `reference-geometry` of a map: what it names must be there, though the tablet does not draw it.
import type { Writing } from '../expressions/writing.ts';
import type { Draft, QuestionDraft } from '../survey/draft.ts';
import { spotOf } from '../table/table.ts';

/** A list, a file, or a repeat as `${name}`. */
export const sayOfMapReference = (draft: QuestionDraft, drafts: readonly Draft[], writing: Writing): void => {
  const name = draft.parameters?.get('reference-geometry');
  if (name === undefined) return;
  const { lists, report } = writing;
  const repeat = /^\$\{\s*([^{}]+?)\s*\}$/.exec(name)?.[1];
  const isThere =
    repeat === undefined
      ? lists.isKnown(name)
      : drafts.some(other => other.kind === 'repeat' && other.name === repeat);
  if (!isThere)
    report.error('choices.missing', spotOf(draft.row, 'parameters'), {
      list: name.slice(0, 100),
      similar: lists.similar(name),
      sheet: 'choices',
    });
};
