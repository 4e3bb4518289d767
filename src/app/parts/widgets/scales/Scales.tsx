// Orders and amounts: rank, and a range as a row of numbers, as stars, as a list, or as a slider.
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { hasAppearance, named, type WidgetProps } from '../widget.ts';
import { Rank } from './Rank.tsx';
import { Slider } from './Slider.tsx';
import { StepRow } from './StepRow.tsx';
import { boundsOf, stepsOf } from './steps.ts';
import './scales.css';

/** As many as lie in one row, 0 to 10. */
const MOST_IN_A_ROW = 11;
const MOST_IN_A_LIST = 1000;

export default function Scales(props: WidgetProps) {
  const { question } = props;
  if (question.node.type === 'rank') return <Rank {...props} />;
  const bounds = boundsOf(question.node);
  if (hasAppearance(question, 'picker')) {
    const steps = stepsOf(bounds, MOST_IN_A_LIST);
    if (steps) return <StepList {...props} steps={steps} />;
  }
  const wantsSlider = hasAppearance(question, 'vertical', 'no-ticks', 'slider');
  const row = wantsSlider ? null : stepsOf(bounds, MOST_IN_A_ROW);
  return row ? <StepRow {...props} steps={row} /> : <Slider {...props} bounds={bounds} />;
}

function StepList({ question, closed, steps }: WidgetProps & { steps: readonly string[] }) {
  return (
    <select
      {...named(question)}
      class="input widget-step-list"
      disabled={closed}
      value={question.value.value}
      onChange={event => question.answer(event.currentTarget.value || null)}
    >
      <option value="">{moreWidgetTexts().pick}</option>
      {steps.map(step => (
        <option key={step} value={step}>
          {step}
        </option>
      ))}
    </select>
  );
}
