// The words of a question, a group or a choice in every language, to be written anew.
import { setText } from '../../../../../authoring/edit/change.ts';
import type { Words } from '../../../../../authoring/edit/read-form.ts';
import { Field } from '../../../../parts/Field.tsx';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import type { Editing } from './editing.ts';

/** What one cell of a spreadsheet holds, with room to spare. */
const MOST_LETTERS = 20_000;

type WordFieldsProps = Editing & { words: readonly Words[]; isGroup?: boolean; called?: string };

/** `called`: what the label is called, where it is not a question's. */
export function WordFields({ words, isGroup = false, called, workbook, change }: WordFieldsProps) {
  const text = instrumentTexts();
  const nameOf = ({ what }: Words): string => {
    if (what === 'label') return called ?? (isGroup ? text.groupLabel : text.label);
    return (text as unknown as Readonly<Record<string, string>>)[what] ?? what;
  };
  return (
    <>
      {words.map(cell => (
        <Field
          key={`${cell.what} ${cell.language}`}
          label={cell.language === null ? nameOf(cell) : `${nameOf(cell)} · ${cell.language}`}
        >
          {control => (
            <textarea
              {...control}
              class="input edit-words"
              dir="auto"
              rows={cell.text.length > 90 ? 4 : 2}
              maxLength={MOST_LETTERS}
              value={cell.text}
              onInput={event => change(setText(workbook, cell, event.currentTarget.value))}
            />
          )}
        </Field>
      ))}
    </>
  );
}
