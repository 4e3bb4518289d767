// The plain editor of one questionnaire: its questions in their order, a live preview, and the way to a new version.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Workbook } from '../../../../../authoring/workbook.ts';
import { writeXlsx } from '../../../../../authoring/xlsx/write.ts';
import { accepted, type Problem } from '../../../../../domain/result.ts';
import { XLSX_MEDIA } from '../../../../../protocol/limits.ts';
import type { InstrumentCheck } from '../../../../../protocol/office/instruments.ts';
import { ProblemNote } from '../../../../parts/ProblemNote.tsx';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { useCentre } from '../../centre/context.ts';
import { routes } from '../../centre/routes.ts';
import { Ask } from '../../parts/Ask.tsx';
import { Checked } from '../import/Checked.tsx';
import { Items } from './Items.tsx';
import { forgetWork, keepWork, readWork } from './kept-work.ts';
import { LivePreview } from './LivePreview.tsx';

type EditorProps = { code: string; version: number; original: Workbook };
type Looked = { file: Blob; check: InstrumentCheck };

export function Editor({ code, version, original }: EditorProps) {
  const text = instrumentTexts();
  const [kept, setKept] = useState(() => readWork(code, version));
  const [workbook, setWorkbook] = useState(original);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [isPublished, setPublished] = useState(false);
  const isChanged = workbook !== original && !isPublished;
  useKeeping({ code, version, workbook: isChanged ? workbook : null });

  const startAnew = () => {
    forgetWork(code);
    setKept(null);
    setWorkbook(original);
  };
  if (kept)
    return (
      <div class="notice stack" role="status">
        <p>{text.keptWork}</p>
        <div class="row">
          <button
            type="button"
            class="button button--next"
            onClick={() => {
              setWorkbook(kept);
              setKept(null);
            }}
          >
            {text.keepOn}
          </button>
          <ThrowAway act={startAnew} />
        </div>
      </div>
    );
  if (looked)
    return (
      <>
        {!isPublished && (
          <div>
            <button type="button" class="button" onClick={() => setLooked(null)}>
              ← {text.backToEdit}
            </button>
          </div>
        )}
        <Checked
          {...looked}
          published={() => {
            forgetWork(code);
            setPublished(true);
          }}
        />
      </>
    );
  return (
    <div class="edit">
      <div class="stack">
        <Items workbook={workbook} change={setWorkbook} />
        <Send workbook={workbook} isChanged={isChanged} done={setLooked} startAnew={startAnew} />
      </div>
      <LivePreview workbook={workbook} />
    </div>
  );
}

const ThrowAway = ({ act }: { act: () => void }) => {
  const text = instrumentTexts();
  return (
    <Ask
      label={text.throwAway}
      about={text.edit}
      question={text.throwAwayAsk}
      act={async () => accepted(undefined)}
      done={act}
    />
  );
};

type SendProps = {
  workbook: Workbook;
  isChanged: boolean;
  done: (looked: Looked) => void;
  startAnew: () => void;
};

function Send({ workbook, isChanged, done, startAnew }: SendProps) {
  const text = instrumentTexts();
  const centre = useCentre();
  const [isChecking, setChecking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const check = async () => {
    if (isChecking) return;
    setChecking(true);
    const file = new Blob([writeXlsx(workbook)], { type: XLSX_MEDIA });
    const result = await centre.postFile(routes.instrumentCheck, file, XLSX_MEDIA);
    setChecking(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) done({ file, check: result.value });
  };
  return (
    <section class="stack edit-send">
      <p class="small" role="status">
        {isChanged ? text.unsaved : text.nothingChanged}
      </p>
      <ProblemNote problem={problem} />
      <div class="row">
        <button
          type="button"
          class="button button--next"
          disabled={!isChanged}
          aria-disabled={isChecking}
          onClick={() => void check()}
        >
          {isChecking ? text.checking : text.checkAndPublish}
        </button>
        {isChanged && <ThrowAway act={startAnew} />}
      </div>
    </section>
  );
}

const KEEP_AFTER_MS = 400;

/** Null: there is nothing to keep. */
function useKeeping({
  code,
  version,
  workbook,
}: {
  code: string;
  version: number;
  workbook: Workbook | null;
}) {
  const latest = useRef(workbook);
  latest.current = workbook;
  useEffect(() => {
    if (!workbook) return;
    const keep = () => keepWork(code, { version, workbook });
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    const ask = (event: BeforeUnloadEvent) => {
      keep();
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      clearTimeout(timer);
      removeEventListener('beforeunload', ask);
    };
  }, [code, version, workbook]);
  // Another page of the office may be opened within the moment before it is kept.
  useEffect(
    () => () => {
      if (latest.current) keepWork(code, { version, workbook: latest.current });
    },
    [code, version],
  );
}
