// A button for what weighs: it asks first, in place, and says why when the centre refuses.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../../../../domain/result.ts';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { officeTexts } from '../../../text/office/texts.ts';

type AskProps<T> = {
  label: string;
  /** For those who hear the button without its row. */
  about: string;
  question: string;
  /** Gives something back rather than taking it away. */
  gentle?: boolean;
  act: () => Promise<Result<T>>;
  done: () => void;
};

export function Ask<T>({ label, about, question, gentle = false, act, done }: AskProps<T>) {
  const text = officeTexts();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) no.current?.focus();
  }, [asking]);

  const proceed = async () => {
    const result = await act();
    setAsking(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) done();
  };

  if (!asking)
    return (
      <>
        <button
          type="button"
          class="button button--quiet button--small no-print"
          aria-label={`${label}: ${about}`}
          onClick={() => setAsking(true)}
        >
          {label}
        </button>
        <ProblemNote problem={problem} />
      </>
    );
  return (
    <fieldset class="ask">
      <legend>{question}</legend>
      <button
        type="button"
        class={gentle ? 'button button--small' : 'button button--danger button--small'}
        onClick={() => void proceed()}
      >
        {label}
      </button>
      <button type="button" class="button button--small" ref={no} onClick={() => setAsking(false)}>
        {text.cancel}
      </button>
    </fieldset>
  );
}
