// What is chosen of a long list so far, each with a way to take it back.
import type { LiveQuestion } from '../../../../domain/instrument/sheet/sheet.ts';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { codesOf } from '../widget.ts';
import { plainText } from './plain-text.ts';
import { toggle } from './toggle.ts';

export function Chosen({ question, closed }: { question: LiveQuestion; closed: boolean | undefined }) {
  const chosen = codesOf(question.value.value);
  const shown = question.choices.value.filter(one => chosen.includes(one.row.code));
  if (shown.length === 0) return null;
  return (
    <ul class="widget-chosen">
      {shown.map(({ row, label }) => (
        <li key={row.code}>
          <button
            type="button"
            class="button"
            aria-label={moreWidgetTexts().takeBack(plainText(label))}
            disabled={closed}
            onClick={() => question.answer(toggle(question, row.code))}
          >
            {plainText(label)} <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
