// The end of a person's own sheet: what still stands in its way, and one question before it can be changed no more.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveQuestion } from '../../../domain/instrument/sheet/sheet.ts';
import { useAttempt } from '../../app-context.ts';
import { sheetTexts } from '../../text/sheet/texts.ts';
import type { FormFilling } from './form-filling.ts';

type FinishingProps = {
  filling: FormFilling;
  confirmTitle?: string | undefined;
  /** Leads to the first of them. */
  onWrong: (question: LiveQuestion) => void;
};

export function Finishing({ filling, confirmTitle, onWrong }: FinishingProps) {
  const attempt = useAttempt();
  const texts = sheetTexts();
  const { answers } = filling.draft.value;
  /** The answers that were about to be finished; others need to be asked again. */
  const [confirming, setConfirming] = useState<typeof answers | null>(null);
  const wrong = filling.checked.value ? filling.sheet.violations() : [];
  const isMissing = wrong.every(question => question.violation.value === 'required');
  const finish = () => {
    filling.tidy();
    filling.checked.value = true;
    const [first] = filling.sheet.violations();
    setConfirming(first ? null : filling.draft.peek().answers);
    if (first) onWrong(first);
  };
  return (
    <footer class="sheet-end">
      {wrong.length > 0 && (
        <p class="notice" role="alert">
          {isMissing ? texts.missingCount(wrong.length) : texts.wrongCount(wrong.length)}
        </p>
      )}
      {confirming === answers ? (
        <Confirm
          title={confirmTitle ?? texts.confirmTitle}
          onYes={() => attempt(filling.finish())}
          onNo={() => setConfirming(null)}
        />
      ) : (
        <button type="button" class="button button--next" onClick={finish}>
          {texts.finish}
        </button>
      )}
    </footer>
  );
}

type ConfirmProps = { title: string; onYes: () => void; onNo: () => void };

function Confirm({ title, onYes, onNo }: ConfirmProps) {
  const texts = sheetTexts();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section ref={section} class="notice stack" aria-label={title}>
      <div role="alert">
        <h2>{title}</h2>
        <p>{texts.confirm}</p>
      </div>
      <div class="row">
        <button type="button" class="button button--next" onClick={onYes}>
          {texts.confirmYes}
        </button>
        <button type="button" class="button" onClick={onNo}>
          {texts.confirmNo}
        </button>
      </div>
    </section>
  );
}
