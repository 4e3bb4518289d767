// A form that never loses what was typed: the controls keep their own values, and complaints come to the field they concern.
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import type { Problem, Result } from '../../../../domain/result.ts';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { officeTexts } from '../../../text/office/texts.ts';
import { problemSentence } from '../../../text/problem/sentence.ts';
import { checkFields, type FieldFault, focusField, readFields } from './check-fields.ts';
import { fieldOf } from './field-of.ts';

export type Values = Record<string, string>;

type FormProps<T> = {
  submit: string;
  /** Everything that the controls hold, by name. */
  send: (values: Values) => Promise<Result<T>>;
  done: (value: T) => void;
  /** What was typed stays after a success too: for changing something that exists. */
  keep?: boolean;
  cancel?: () => void;
  children: ComponentChildren;
};

type Trouble = { readonly faults: ReadonlyMap<string, FieldFault>; readonly problem: Problem | null };

const calm: Trouble = { faults: new Map(), problem: null };
const TroubleContext = createContext<Trouble>(calm);

export function Form<T>({ submit, send, done, keep = false, cancel, children }: FormProps<T>) {
  const text = officeTexts();
  const form = useRef<HTMLFormElement>(null);
  const [trouble, setTrouble] = useState(calm);
  const [sending, setSending] = useState(false);

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (!form.current || sending) return;
    const faults = checkFields(form.current);
    setTrouble({ faults, problem: null });
    const [first] = faults.keys();
    if (first) return focusField(form.current, first);
    setSending(true);
    const result = await send(readFields(form.current));
    setSending(false);
    if (result.ok) {
      if (!keep) form.current?.reset();
      done(result.value);
      return;
    }
    setTrouble({ faults: new Map(), problem: result.problem });
    const field = fieldOf(result.problem);
    if (form.current && field) focusField(form.current, field);
  };

  const field = trouble.problem && fieldOf(trouble.problem);
  const stands = field !== null && form.current?.elements.namedItem(field) != null;
  return (
    <TroubleContext.Provider value={trouble}>
      <form class="stack form" noValidate ref={form} onSubmit={event => void onSubmit(event)}>
        {children}
        {!stands && <ProblemNote problem={trouble.problem} />}
        <div class="row">
          <button type="submit" class="button button--next" aria-disabled={sending}>
            {sending ? text.sending : submit}
          </button>
          {cancel && (
            <button type="button" class="button button--quiet" onClick={cancel}>
              {text.cancel}
            </button>
          )}
        </div>
      </form>
    </TroubleContext.Provider>
  );
}

/** What is wrong with the control of that name, as a sentence in the language shown now; null when nothing is. */
export function useComplaint(name: string): string | null {
  const text = officeTexts();
  const { faults, problem } = useContext(TroubleContext);
  const fault = faults.get(name);
  if (fault)
    return { missing: text.fieldMissing, outside: text.fieldOutside, mismatch: text.fieldMismatch }[fault];
  if (!problem || fieldOf(problem) !== name) return null;
  return problem.code === 'request.invalid' ? text.fieldRefused : problemSentence(problem);
}
