// On a page: one choice of a list by radio buttons, or one box to tick.
import { useRef } from 'preact/hooks';
import { layoutOf } from '../basic/layout.ts';
import { useDigits } from '../basic/use-digits.ts';
import { Words } from '../basic/Words.tsx';
import { hasAppearance, named, type WidgetProps } from '../widget.ts';
import { Acknowledge } from './Acknowledge.tsx';
import './options.css';

export default function Options(props: WidgetProps) {
  if (props.question.node.type === 'acknowledge') return <Acknowledge {...props} />;
  return hasAppearance(props.question, 'label') ? null : <Radios {...props} />;
}

function Radios({ question, sheet, closed, look, onAnswered }: WidgetProps) {
  const group = useRef<HTMLDivElement>(null);
  const byPointer = useRef(false);
  useDigits(group, look === 'entry');
  const isQuick = hasAppearance(question, 'quick', 'auto-advance');
  const lies = layoutOf(question);
  const isRubric = hasAppearance(question, 'rubric');
  const choose = (code: string) => {
    question.answer(code);
    // The arrow keys pass over choices on their way; only a tap means the one it lands on.
    if (isQuick && byPointer.current) onAnswered();
    byPointer.current = false;
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      {...named(question)}
      aria-required={question.required.value}
      class={`widget-options ${lies.class}`}
      style={lies.style}
    >
      {question.choices.value.map((one, index) => (
        <label key={one.row.code} class="widget-option" data-choice={one.row.code}>
          <input
            type="radio"
            name={question.key}
            value={one.row.code}
            checked={question.value.value === one.row.code}
            disabled={closed}
            onClick={event => {
              byPointer.current = event.detail > 0;
            }}
            onChange={() => choose(one.row.code)}
          />
          <Words one={one} about={sheet.say(one.row.description)} number={isRubric ? index + 1 : undefined} />
        </label>
      ))}
    </div>
  );
}
