// The worded choices of a question, each with its face; a tap answers, a digit on a keyboard too.
import { useEffect } from 'preact/hooks';
import type { Answer, SelectOne } from '../../../domain/instrument/instrument.ts';
import { Face } from '../../parts/Face.tsx';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import { inLanguage } from '../../text/language.ts';
import type { Filling } from './filling.ts';

type ChoicesProps = { question: SelectOne; filling: Filling; earlyPress: { current: boolean } };

export function Choices({ question, filling, earlyPress }: ChoicesProps) {
  const { chosen, draft, settled } = filling;
  const earlier = draft.value?.answers[question.code];
  const marked = chosen.value === undefined ? earlier : chosen.value;
  const isClosed = !settled.value || chosen.value !== undefined;
  const choose = (event: MouseEvent, answer: Answer) => {
    // `detail` is 0 for clicks that no pointer made.
    if (event.detail > 0 && earlyPress.current) return;
    filling.answer(question.code, answer);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const choice = /^[1-9]$/.test(event.key) ? question.choices[Number(event.key) - 1] : undefined;
      if (choice) filling.answer(question.code, choice.code);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [question, filling]);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be the page's heading */}
      <div class="choices" role="group" aria-labelledby="stem">
        {question.choices.map((choice, index) => (
          <button
            key={choice.code}
            type="button"
            class="choice"
            data-choice={choice.code}
            aria-pressed={marked === choice.code}
            disabled={isClosed}
            onClick={event => choose(event, choice.code)}
          >
            {question.appearance === 'kiosk-smileys' && <Face step={index} />}
            <span>{inLanguage(choice.label)}</span>
          </button>
        ))}
      </div>
      <button
        type="button"
        class="button button--quiet kiosk-skip"
        aria-pressed={marked === null}
        disabled={isClosed}
        onClick={event => choose(event, null)}
      >
        {kioskTexts().notApplicable}
      </button>
    </>
  );
}
