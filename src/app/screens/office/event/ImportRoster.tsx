// Takes a roster in from a spreadsheet, as a file or pasted, and reports line by line what became of it.
import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../../domain/result.ts';
import { BODY_MAX_BYTES } from '../../../../protocol/limits.ts';
import type { RosterReport } from '../../../../protocol/office/roster.ts';
import { Field } from '../../../parts/Field.tsx';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { officeTexts, rosterTexts } from '../../../text/office/texts.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { ImportReport } from './ImportReport.tsx';
import { SAMPLE_ROSTER } from './sample-roster.ts';

type State =
  | { is: 'idle' }
  | { is: 'sending' }
  | { is: 'nothing' }
  | { is: 'refused'; problem: Problem }
  | { is: 'taken'; report: RosterReport };

export function ImportRoster({ event, changed }: { event: string; changed: () => void }) {
  const text = rosterTexts();
  const centre = useCentre();
  const [state, setState] = useState<State>({ is: 'idle' });
  const file = useRef<HTMLInputElement>(null);
  const pasted = useRef<HTMLTextAreaElement>(null);

  const send = async () => {
    if (state.is === 'sending') return;
    const content = file.current?.files?.[0] ?? new Blob([pasted.current?.value ?? '']);
    if (content.size === 0 && !file.current?.files?.[0]) return setState({ is: 'nothing' });
    if (content.size > BODY_MAX_BYTES) return setState({ is: 'refused', problem: tooLarge });
    setState({ is: 'sending' });
    const result = await centre.postFile(routes.rosterImport(event), content, 'text/csv');
    if (!result.ok) return setState({ is: 'refused', problem: result.problem });
    setState({ is: 'taken', report: result.value });
    changed();
    if (result.value.refused.length > 0) return;
    if (file.current) file.current.value = '';
    if (pasted.current) pasted.current.value = '';
  };

  return (
    <form
      class="stack form"
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{text.importIntro}</p>
      <p>
        <a class="lone-link" download="contoh-daftar-peserta.csv" href={SAMPLE_ROSTER}>
          {text.sample}
        </a>
      </p>
      <Field label={text.file}>
        {control => <input {...control} type="file" accept=".csv,.tsv,.txt,text/csv" ref={file} />}
      </Field>
      <Field
        label={text.paste}
        hint={text.pasteHint}
        complaint={state.is === 'nothing' ? text.nothingChosen : null}
      >
        {control => <textarea {...control} rows={4} spellcheck={false} wrap="off" ref={pasted} />}
      </Field>
      <ProblemNote problem={state.is === 'refused' ? state.problem : null} />
      <div>
        <button type="submit" class="button button--next" aria-disabled={state.is === 'sending'}>
          {state.is === 'sending' ? officeTexts().sending : text.import}
        </button>
      </div>
      <div role="status">{state.is === 'taken' && <ImportReport report={state.report} />}</div>
    </form>
  );
}

const tooLarge: Problem = { code: 'request.too_large', details: { max_kb: BODY_MAX_BYTES / 1024 } };
