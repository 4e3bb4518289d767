// A few amounts side by side: numbers, or stars that fill up to the one chosen.

import { moreWidgetTexts } from '../../../text/widgets/more/texts.ts';
import { hasAppearance, named, type WidgetProps } from '../widget.ts';

export function StepRow({ question, closed, onAnswered, steps }: WidgetProps & { steps: readonly string[] }) {
  const isRating = hasAppearance(question, 'rating');
  const isQuick = hasAppearance(question, 'quick', 'auto-advance');
  const chosen = steps.findIndex(step => Number(step) === Number(question.value.value || Number.NaN));
  const spoken = (step: string) => (isRating ? moreWidgetTexts().stars(step) : step);
  return (
    <div
      role="radiogroup"
      {...named(question)}
      aria-required={question.required.value}
      class={isRating ? 'widget-steps widget-steps--stars' : 'widget-steps'}
      style={{ '--steps': `${steps.length}` }}
    >
      {steps.map((step, index) => (
        <label
          key={step}
          class={index <= chosen ? 'widget-step is-reached' : 'widget-step'}
          data-choice={step}
        >
          <input
            type="radio"
            name={question.key}
            value={step}
            aria-label={spoken(step)}
            checked={index === chosen}
            disabled={closed}
            onChange={() => question.answer(step)}
            onClick={event => {
              if (isQuick && event.detail > 0) onAnswered();
            }}
          />
          {isRating ? <Star /> : <span aria-hidden="true">{step}</span>}
        </label>
      ))}
      {isRating && (
        <output class="widget-amount" aria-hidden="true">
          {chosen < 0 ? '' : moreWidgetTexts().stars(steps[chosen] ?? '')}
        </output>
      )}
    </div>
  );
}

const Star = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="m12 2.5 2.9 6.2 6.8.8-5 4.6 1.3 6.7-6-3.4-6 3.4 1.3-6.7-5-4.6 6.8-.8z" />
  </svg>
);
