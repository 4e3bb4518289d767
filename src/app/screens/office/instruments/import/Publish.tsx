// Publishes a checked spreadsheet after asking once, since a version never changes; then offers to use it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instrument } from '../../../../../domain/instrument/definition.ts';
import type { Problem } from '../../../../../domain/result.ts';
import { XLSX_MEDIA } from '../../../../../protocol/limits.ts';
import { ProblemNote } from '../../../../parts/ProblemNote.tsx';
import { formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { officeTexts } from '../../../../text/office/texts.ts';
import { useCentre } from '../../centre/context.ts';
import { routes } from '../../centre/routes.ts';
import { instrumentPath } from '../names.ts';
import { UseIn } from './UseIn.tsx';

type PublishProps = {
  file: Blob;
  instrument: Instrument;
  /** The version that was seen as the newest. */
  after: number;
  published?: (() => void) | undefined;
};

export function Publish({ file, instrument, after, published }: PublishProps) {
  const text = instrumentTexts();
  const centre = useCentre();
  const [state, setState] = useState<'idle' | 'asking' | 'sending'>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [version, setVersion] = useState<number | null>(null);
  const number = formatNumber(after + 1);

  const publish = async () => {
    setState('sending');
    const result = await centre.postFile(routes.instrumentPublish(after), file, XLSX_MEDIA);
    setState('idle');
    setProblem(result.ok ? null : result.problem);
    if (!result.ok) return;
    setVersion(result.value.version);
    published?.();
  };

  if (version !== null)
    return (
      <section class="stack">
        <p class="notice notice--good" role="status">
          {text.published(formatNumber(version))}
        </p>
        <UseIn code={instrument.code} version={version} />
        <a class="lone-link" href={instrumentPath(instrument.code)}>
          {text.toInstrument}
        </a>
      </section>
    );
  return (
    <section class="stack">
      <ProblemNote problem={problem} />
      {state === 'asking' ? (
        <Sure question={text.publishAsk(number)} yes={() => void publish()} no={() => setState('idle')} />
      ) : (
        <div>
          <button
            type="button"
            class="button button--next"
            aria-disabled={state === 'sending'}
            onClick={() => state === 'idle' && setState('asking')}
          >
            {state === 'sending' ? text.publishing : text.publish(number)}
          </button>
        </div>
      )}
    </section>
  );
}

function Sure({ question, yes, no }: { question: string; yes: () => void; no: () => void }) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <fieldset class="ask instrument-ask">
      <legend>{question}</legend>
      <button type="button" class="button button--next" onClick={yes}>
        {instrumentTexts().publishYes}
      </button>
      <button type="button" class="button" ref={cancel} onClick={no}>
        {officeTexts().cancel}
      </button>
    </fieldset>
  );
}
