// Words of one's own, on one line or several.
import { cutText } from '../../../../domain/instrument/cut-text.ts';
import { TEXT_MAX } from '../../../../domain/instrument/definition.ts';
import { formatNumber } from '../../../text/date.ts';
import { widgetTexts } from '../../../text/widgets/texts.ts';
import { hasAppearance, named, type WidgetProps } from '../widget.ts';

const NEAR_THE_END = 200;
/** A limit that the form itself sets this high asks for sentences. */
const SENTENCES = 200;

export function Text({ question, closed, onAnswered }: WidgetProps) {
  const { max_length } = question.node;
  const max = max_length ?? TEXT_MAX;
  const value = question.raw.value;
  const left = max - value.length;
  const isLong = hasAppearance(question, 'multiline') || (max_length ?? 0) >= SENTENCES;
  const shared = {
    ...named(question),
    class: 'input',
    dir: 'auto',
    autocomplete: 'off',
    maxLength: max,
    value,
    readOnly: closed === true,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      // Some keyboards, and every script, pay no heed to `maxlength`; a browser draws megabytes for seconds.
      const within = cutText(currentTarget.value, max);
      if (within !== currentTarget.value) currentTarget.value = within;
      question.answer(within || null);
    },
  } as const;
  const finish = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) onAnswered();
  };
  return (
    <div class="widget-text">
      {isLong ? (
        <textarea {...shared} rows={hasAppearance(question, 'multiline') ? 6 : 4} />
      ) : (
        <input
          type="text"
          {...shared}
          inputMode={hasAppearance(question, 'numbers') ? 'numeric' : 'text'}
          onKeyDown={finish}
        />
      )}
      {left <= NEAR_THE_END && <p class="soft small">{widgetTexts().remaining(formatNumber(left))}</p>}
    </div>
  );
}
