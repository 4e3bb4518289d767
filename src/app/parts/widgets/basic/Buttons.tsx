// One choice of a list in the kiosk: large buttons, and a tap goes on.
import { useRef } from 'preact/hooks';
import { Face } from '../../Face.tsx';
import { hasAppearance, namedGroup, type WidgetProps } from '../widget.ts';
import { faceSteps } from './face-steps.ts';
import { layoutOf } from './layout.ts';
import { useDigits } from './use-digits.ts';
import { Words } from './Words.tsx';

export function Buttons({ question, sheet, closed, onAnswered }: WidgetProps) {
  const group = useRef<HTMLDivElement>(null);
  useDigits(group);
  const offered = question.choices.value;
  const chosen = question.value.value;
  const steps = hasAppearance(question, 'kiosk-smileys') ? faceSteps(offered) : [];
  const lies = layoutOf(question);
  return (
    <div ref={group} {...namedGroup(question)} class={`widget-choices ${lies.class}`} style={lies.style}>
      {offered.map((one, index) => (
        <button
          key={one.row.code}
          type="button"
          class="widget-choice"
          data-choice={one.row.code}
          aria-pressed={chosen === one.row.code}
          disabled={closed}
          onClick={() => {
            question.answer(one.row.code);
            onAnswered();
          }}
        >
          {steps[index] !== undefined && steps[index] !== null && <Face step={steps[index]} />}
          <Words one={one} about={sheet.say(one.row.description)} />
        </button>
      ))}
    </div>
  );
}
