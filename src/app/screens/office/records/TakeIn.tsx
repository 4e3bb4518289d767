// Takes in a file of batches that was carried here by hand, and reports what came of each record.
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../domain/result.ts';
import { BATCH_FILE_MAX_BYTES, BATCH_FILE_MEDIA, BATCH_FILE_SUFFIX } from '../../../../protocol/limits.ts';
import type { TakeInReport } from '../../../../protocol/office/device.ts';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { formatNumber } from '../../../text/date.ts';
import { officeTexts, recordTexts } from '../../../text/office/texts.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { Heading } from '../parts/Heading.tsx';
import { TakenIn } from './TakenIn.tsx';

type State =
  | { is: 'idle' }
  | { is: 'sending'; name: string }
  | { is: 'too_large' }
  | { is: 'refused'; problem: Problem }
  | { is: 'taken'; name: string; report: TakeInReport };

export function TakeIn() {
  const text = recordTexts();
  const centre = useCentre();
  const [state, setState] = useState<State>({ is: 'idle' });
  const send = async (file: File) => {
    if (state.is === 'sending') return;
    if (file.size > BATCH_FILE_MAX_BYTES) return setState({ is: 'too_large' });
    setState({ is: 'sending', name: file.name });
    const result = await centre.postFile(routes.takeIn, file, BATCH_FILE_MEDIA);
    setState(
      result.ok
        ? { is: 'taken', name: file.name, report: result.value }
        : { is: 'refused', problem: result.problem },
    );
  };
  return (
    <>
      <Heading>{officeTexts().takeIn}</Heading>
      <p>{text.takeInIntro}</p>
      <Drop give={file => void send(file)} isBusy={state.is === 'sending'} />
      <div role="status" class="stack">
        {state.is === 'sending' && (
          <>
            <p>{text.uploading(state.name)}</p>
            <progress class="progress" aria-label={text.uploading(state.name)} />
          </>
        )}
        {state.is === 'too_large' && (
          <p class="notice notice--bad">{text.tooLarge(formatNumber(BATCH_FILE_MAX_BYTES / 1024 / 1024))}</p>
        )}
        {state.is === 'taken' && <TakenIn name={state.name} report={state.report} />}
      </div>
      <ProblemNote problem={state.is === 'refused' ? state.problem : null} />
    </>
  );
}

function Drop({ give, isBusy }: { give: (file: File) => void; isBusy: boolean }) {
  const text = recordTexts();
  const [isOver, setOver] = useState(false);
  return (
    <label
      class="drop"
      data-over={isOver}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) give(file);
      }}
    >
      <span class="button button--next">{text.chooseFile}</span>
      <span>{text.dropFile}</span>
      <span class="soft small">{text.takeInTwice}</span>
      <input
        class="hidden-visually"
        type="file"
        accept={BATCH_FILE_SUFFIX}
        disabled={isBusy}
        onChange={event => {
          const [file] = event.currentTarget.files ?? [];
          if (file) give(file);
          // The same file may be chosen once more.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
