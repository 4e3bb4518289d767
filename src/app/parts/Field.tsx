// One labelled control with its hint and its complaint, tied together for those who cannot see them.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export type FieldProps = {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value, as a sentence. */
  complaint?: string | null;
  children: (control: {
    id: string;
    'aria-describedby': string;
    'aria-invalid': 'true' | 'false';
    class: string;
  }) => ComponentChildren;
};

export function Field({ label, hint, complaint, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': `${id}-about`,
        'aria-invalid': complaint ? 'true' : 'false',
        class: 'input',
      })}
      <span id={`${id}-about`} class="small">
        {hint && <span class="soft">{hint}</span>}
        {complaint && <strong role="alert"> {complaint}</strong>}
      </span>
    </div>
  );
}
