// Takes a questionnaire's spreadsheet, and shows what would become of it before anything is published.
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../../domain/result.ts';
import { XLSX_MAX_BYTES, XLSX_MEDIA } from '../../../../../protocol/limits.ts';
import type { InstrumentCheck } from '../../../../../protocol/office/instruments.ts';
import { ProblemNote } from '../../../../parts/ProblemNote.tsx';
import { formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { useCentre } from '../../centre/context.ts';
import { routes } from '../../centre/routes.ts';
import { Heading } from '../../parts/Heading.tsx';
import { Checked } from './Checked.tsx';
import { DropFiles } from './DropFiles.tsx';
import { chosenFiles, mergeFiles } from './merge-files.ts';
import '../instruments.css';

type State =
  | { is: 'idle' }
  | { is: 'checking'; name: string }
  | { is: 'not_one' }
  | { is: 'too_large' }
  | { is: 'refused'; problem: Problem }
  | { is: 'checked'; name: string; file: Blob; check: InstrumentCheck };

export default function ImportPage() {
  const text = instrumentTexts();
  const centre = useCentre();
  const [state, setState] = useState<State>({ is: 'idle' });
  const take = async (files: readonly File[]) => {
    const chosen = chosenFiles(files);
    if (!chosen) return setState({ is: 'not_one' });
    const { name } = chosen.workbook;
    setState({ is: 'checking', name });
    const merged = await mergeFiles(chosen.workbook, chosen.lists);
    if (!merged.ok) return setState({ is: 'refused', problem: merged.problem });
    const file = merged.value;
    if (file.size > XLSX_MAX_BYTES) return setState({ is: 'too_large' });
    const result = await centre.postFile(routes.instrumentCheck, file, XLSX_MEDIA);
    setState(
      result.ok
        ? { is: 'checked', name, file, check: result.value }
        : { is: 'refused', problem: result.problem },
    );
  };
  return (
    <>
      <Heading>{text.importTitle}</Heading>
      <p>{text.importIntro}</p>
      <DropFiles give={files => void take(files)} isBusy={state.is === 'checking'} />
      <div role="status" class="stack">
        {state.is === 'checking' && (
          <>
            <p>{text.reading(state.name)}</p>
            <progress class="progress" aria-label={text.reading(state.name)} />
          </>
        )}
        {state.is === 'not_one' && <p class="notice notice--bad">{text.oneWorkbook}</p>}
        {state.is === 'too_large' && (
          <p class="notice notice--bad">{text.tooLarge(formatNumber(XLSX_MAX_BYTES / 1024 / 1024))}</p>
        )}
      </div>
      <ProblemNote problem={state.is === 'refused' ? state.problem : null} />
      {state.is === 'checked' && <Checked key={state.name} file={state.file} check={state.check} />}
    </>
  );
}
