// One question on the screen, with the way back, the progress, and its answers.
import { useEffect, useRef } from 'preact/hooks';
import type { Instrument, Question } from '../../../domain/instrument/instrument.ts';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import { inLanguage } from '../../text/language.ts';
import { Choices } from './Choices.tsx';
import { FreeText } from './FreeText.tsx';
import type { Filling } from './filling.ts';

type QuestionPageProps = { instrument: Instrument; filling: Filling; earlyPress: { current: boolean } };

export function QuestionPage({ instrument, filling, earlyPress }: QuestionPageProps) {
  const question = filling.question();
  const draft = filling.draft.value;
  if (!question || !draft) return null;
  return (
    <main class="kiosk kiosk-question" data-stage="asking" data-question={question.code}>
      <Head instrument={instrument} filling={filling} step={draft.step} />
      {/* Another element for another question of another person: nothing of the last one is carried over. */}
      <Stem key={`${draft.id} ${question.code}`} question={question} />
      {question.type === 'text' ? (
        <FreeText key={draft.id} question={question} filling={filling} />
      ) : (
        <Choices key={question.code} question={question} filling={filling} earlyPress={earlyPress} />
      )}
    </main>
  );
}

type HeadProps = { instrument: Instrument; filling: Filling; step: number };

function Head({ instrument, filling, step }: HeadProps) {
  const texts = kioskTexts();
  const total = instrument.questions.filter(question => question.type === 'select_one').length;
  const isFirst = step === 1;
  return (
    <header class="kiosk-head">
      <button
        type="button"
        class="button button--quiet"
        onClick={() => (isFirst ? filling.clear() : filling.back())}
      >
        <span aria-hidden="true">{isFirst ? '✕' : '←'}</span> {isFirst ? texts.cancel : texts.back}
      </button>
      <p class="kiosk-progress number" id="progress">
        {step <= total ? texts.progress(step, total) : texts.lastStep}
      </p>
      <progress max={total} value={Math.min(step, total)} aria-labelledby="progress" />
    </header>
  );
}

function Stem({ question }: { question: Question }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { label, hint } = question;
  const asks = question.type === 'select_one' ? (hint ?? label) : label;
  const beside = question.type === 'select_one' ? hint && label : hint;
  return (
    <div class="kiosk-stem">
      {beside && question.type === 'select_one' && <p class="soft">{inLanguage(beside)}</p>}
      <h1 ref={heading} tabIndex={-1} id="stem" aria-describedby="progress">
        {inLanguage(asks)}
      </h1>
      {beside && question.type === 'text' && <p class="soft">{inLanguage(beside)}</p>}
    </div>
  );
}
