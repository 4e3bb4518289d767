// The whole sheet on one page; it is kept at every change, and finishing leads to what is still missing.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AssignmentView, Draft } from '../../../device/tablet.ts';
import type { Instrument, Question } from '../../../domain/instrument/instrument.ts';
import { useApp, useAttempt } from '../../app-context.ts';
import { Frame } from '../../frame/Frame.tsx';
import { formatDay, formatMoment } from '../../text/date.ts';
import { inLanguage } from '../../text/language.ts';
import { supervisorTexts } from '../../text/supervisor/texts.ts';
import { FillingIn } from './filling-in.ts';
import { QuestionBlock } from './QuestionBlock.tsx';

export type SheetProps = { assignment: AssignmentView; instrument: Instrument; restored: Draft | null };

export function Sheet({ assignment, instrument, restored }: SheetProps) {
  const sheet = useFillingIn({ assignment, instrument, restored });
  const attempt = useAttempt();
  const texts = supervisorTexts();
  const [checked, setChecked] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const { answers } = sheet.draft.value;
  const missing = sheet.missing();
  const finish = () => {
    setChecked(true);
    setConfirming(missing.length === 0);
    if (missing[0]) goTo(missing[0]);
  };
  return (
    <Frame
      title={assignment.participant_name}
      over={inLanguage(instrument.title)}
      back="/supervisor"
      restful={false}
    >
      <p class="soft">
        {assignment.position} · {assignment.unit_name}
        <br />
        {assignment.event_name}
        <br />
        {texts.due(formatDay(assignment.due_on))}
      </p>
      <Saved at={sheet.savedAt.value} />
      {instrument.questions.map((question, index) => (
        <QuestionBlock
          key={question.code}
          number={index + 1}
          question={question}
          answer={answers[question.code] ?? null}
          complaint={checked && missing.includes(question) ? texts.required : null}
          onAnswer={answer => {
            setConfirming(false);
            sheet.answer(question, answer);
          }}
        />
      ))}
      <footer class="sheet-end">
        {checked && missing.length > 0 && (
          <p class="notice" role="alert">
            {texts.missingCount(missing.length)}
          </p>
        )}
        {confirming ? (
          <Confirm onYes={() => attempt(sheet.finish())} onNo={() => setConfirming(false)} />
        ) : (
          <button type="button" class="button button--next" onClick={finish}>
            {texts.finish}
          </button>
        )}
      </footer>
    </Frame>
  );
}

function useFillingIn({ assignment, instrument, restored }: SheetProps): FillingIn {
  const { tablet, clock, newId } = useApp();
  const attempt = useAttempt();
  // The assignment's row may be told again while the sheet is open; the filling goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one filling for one assignment
  return useMemo(
    () => new FillingIn({ tablet, clock, newId, instrument, assignment, restored, attempt }),
    [assignment.id],
  );
}

function goTo(question: Question): void {
  const block = document.getElementById(`question-${question.code}`);
  block?.scrollIntoView({ block: 'start' });
  block?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}

function Saved({ at }: { at: number | null }) {
  const { clock } = useApp();
  const texts = supervisorTexts();
  return (
    <p class="soft small sheet-saved" role="status">
      {at === null ? texts.autosave : `✓ ${texts.saved(formatMoment(at, clock()))}`}
    </p>
  );
}

function Confirm({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const texts = supervisorTexts();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section ref={section} class="notice stack" aria-label={texts.confirmTitle}>
      <div role="alert">
        <h2>{texts.confirmTitle}</h2>
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
