// A slider with its amount in words; it has no amount until somebody touches it.
import { language } from '../../../text/language.ts';
import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { writeNumber } from '../numbers/number-text.ts';
import { hasAppearance, named, type WidgetProps } from '../widget.ts';
import { type Bounds, writeStep } from './steps.ts';

export function Slider({ question, closed, bounds }: WidgetProps & { bounds: Bounds }) {
  const { start, end, step } = bounds;
  const value = question.value.value;
  const isFalling = end < start;
  // A browser's slider only rises: a falling one holds the mirrored amount.
  const mirrored = (amount: number): number => (isFalling ? start + end - amount : amount);
  const answer = (event: { currentTarget: HTMLInputElement }) =>
    question.answer(writeStep(mirrored(Number(event.currentTarget.value)), bounds));
  // A tap on the middle, where the slider stands before any answer, changes nothing that a browser would tell.
  const touch = (event: { currentTarget: HTMLInputElement }) => {
    if (value === '' && closed !== true) answer(event);
  };
  const words = value === '' ? moreWidgetTexts().notChosen : writeNumber(value, language());
  const middle = start + Math.round((end - start) / 2 / step) * step;
  const isVertical = hasAppearance(question, 'vertical');
  return (
    <div
      class={`widget-slider${isVertical ? ' widget-slider--vertical' : ''}${value === '' ? ' is-empty' : ''}`}
    >
      <output class="widget-amount" aria-hidden="true">
        {words}
      </output>
      <input
        type="range"
        {...named(question)}
        aria-valuetext={words}
        aria-orientation={isVertical ? 'vertical' : 'horizontal'}
        min={Math.min(start, end)}
        max={Math.max(start, end)}
        step={step}
        value={mirrored(value === '' ? middle : Number(value))}
        disabled={closed}
        onInput={answer}
        onClick={touch}
        onKeyDown={event => {
          if (event.key === 'Enter' || event.key === ' ') touch(event);
        }}
      />
      <div class="widget-ends soft small" aria-hidden="true">
        <span>{writeNumber(String(start), language())}</span>
        <span>{writeNumber(String(end), language())}</span>
      </div>
    </div>
  );
}
