// One box to tick.
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { named, type WidgetProps } from '../widget.ts';

export function Acknowledge({ question, closed }: WidgetProps) {
  const { id, ...names } = named(question);
  return (
    <label class="widget-option">
      <input
        type="checkbox"
        id={id}
        {...names}
        checked={question.value.value === 'OK'}
        disabled={closed}
        onChange={event => question.answer(event.currentTarget.checked ? 'OK' : null)}
      />
      <span>{moreWidgetTexts().acknowledge}</span>
    </label>
  );
}
