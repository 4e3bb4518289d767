// The choices of a question: their words and their order. Codes stay, since answers are kept under them.
import { moveChoice } from '../../../../../authoring/edit/change.ts';
import type { EditableForm } from '../../../../../authoring/edit/read-form.ts';
import { formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { Fold } from '../../parts/Fold.tsx';
import type { Editing } from './editing.ts';
import { WordFields } from './WordFields.tsx';

/** Longer lists are edited in a spreadsheet. */
const MOST_CHOICES = 60;

export function Choices({ list, form, workbook, change }: Editing & { list: string; form: EditableForm }) {
  const text = instrumentTexts();
  const choices = form.choices.get(list) ?? [];
  const uses = form.items.filter(item => item.list === list).length;
  if (choices.length === 0 || choices.length > MOST_CHOICES) return null;
  return (
    <Fold title={`${text.addChoicesOf} (${formatNumber(choices.length)})`}>
      {uses > 1 && <p class="notice small">{text.sharedList(formatNumber(uses))}</p>}
      <ol class="plain edit-choices">
        {choices.map((choice, index) => (
          <li key={choice.name} class="stack stack--tight">
            <WordFields
              words={choice.words}
              called={text.choiceLabel(choice.name)}
              workbook={workbook}
              change={change}
            />
            <div class="row">
              {(['up', 'down'] as const).map(direction => (
                <button
                  key={direction}
                  type="button"
                  class="button button--quiet button--small"
                  disabled={direction === 'up' ? index === 0 : index === choices.length - 1}
                  aria-label={`${text[direction]}: ${text.choiceLabel(choice.name)}`}
                  onClick={() => change(moveChoice(workbook, choice.row, direction))}
                >
                  <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'}</span> {text[direction]}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Fold>
  );
}
