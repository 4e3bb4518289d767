// Shows what was read; until then a quiet sentence, and after a failure the reason with a way to try again.
import type { ComponentChildren } from 'preact';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { officeTexts } from '../../../text/office/texts.ts';
import type { Loaded } from './use-loaded.ts';

export function WhenLoaded<T>(props: { from: Loaded<T>; children: (value: T) => ComponentChildren }) {
  const text = officeTexts();
  const { value, problem, reload } = props.from;
  return (
    <>
      {problem && (
        <div class="stack">
          <ProblemNote problem={problem} />
          <div>
            <button type="button" class="button" onClick={reload}>
              {text.tryAgain}
            </button>
          </div>
        </div>
      )}
      {value !== null && props.children(value)}
      {value === null && !problem && (
        <p class="soft" role="status">
          {text.loading}
        </p>
      )}
    </>
  );
}
