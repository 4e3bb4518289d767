// Turns lists of choices into those of the instrument, with their wordings.
import type { Instrument, ListRow } from '../../../domain/instrument/definition.ts';
import { wordingOf } from '../expressions/wording.ts';
import type { Writing } from '../expressions/writing.ts';
import { mediaOf } from '../nodes/media.ts';
import { withOther } from '../nodes/other.ts';
import type { Draft } from '../survey/draft.ts';
import type { Choice, ChoiceList } from './choice.ts';

/** Labels are of no question, so what they refer to is looked for from the form itself. */
const NO_NODE = -1;

export const buildLists = (drafts: readonly Draft[], writing: Writing): Instrument['lists'] => {
  const withWords = new Set(
    drafts.flatMap(draft =>
      draft.kind === 'question' && draft.orOther && draft.list ? [draft.list.name] : [],
    ),
  );
  return Object.fromEntries(
    writing.lists.all().map(list => {
      const rows = list.choices.map(choice => buildRow(choice, list, writing));
      return [list.name, withWords.has(list.name) ? withOther(rows, writing) : rows];
    }),
  );
};

const buildRow = (choice: Choice, { origin }: ChoiceList, writing: Writing): ListRow => {
  const { code, row, score, columns } = choice;
  const label =
    origin === 'file' ? plainWording(choice, writing) : wordingOf(choice.labels, NO_NODE, writing);
  const description = wordingOf(choice.description, NO_NODE, writing);
  const media = mediaOf(row, writing.languages);
  return {
    code,
    ...(label && { label }),
    ...(media && { media }),
    ...(description && { description }),
    ...(score !== undefined && { score }),
    ...(Object.keys(columns).length > 0 && { columns }),
  };
};

/** Data of a file is never read as references. */
const plainWording = ({ labels }: Choice, { languages }: Writing): ListRow['label'] =>
  labels.length === 0
    ? undefined
    : Object.fromEntries(labels.map(({ language, text }) => [languages.codeOf(language), text]));
