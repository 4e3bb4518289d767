// Marks, finished sheets and close-outs: seals the record first (crypto waits), then keeps it in one transaction.
import type { Mark } from '../domain/attendance/mark.ts';
import { localDay, localTime } from '../domain/calendar/local-time.ts';
import { type CheckedAnswers, checkAnswers, questionAt } from '../domain/instrument/check-answers.ts';
import { cutText } from '../domain/instrument/cut-text.ts';
import { type Answer, type Answers, type Instrument, TEXT_MAX } from '../domain/instrument/definition.ts';
import type {
  AttachmentContent,
  CloseOutContent,
  MarkContent,
  SubmissionContent,
} from '../protocol/record.ts';
import { attachmentsOf } from './attached.ts';
import {
  type Before,
  beforeMark,
  beforeSubmission,
  type Kept,
  keepCloseOut,
  keepMark,
  keepSubmission,
} from './store/capture.ts';
import { type Outbox, type RecordRow, readLocal } from './store/outbox.ts';
import type { Draft } from './tablet.ts';

type Means = { outbox: Outbox; crypto: Crypto; clock: () => number; newId: () => string };

/** In a chunk of its own: asked for long before the first sheet is finished, and again then, should it not have come. */
export const loadSealing = () => import('./seal.ts');

/** False, and nothing done, where that mark is the current one already. */
export function captureMark(
  means: Means,
  marked: { event_id: string; session_id: string; participant_id: string; mark: Mark },
): Promise<boolean> {
  const { outbox, crypto, clock, newId } = means;
  const content: MarkContent = { ...marked, at: localTime(clock()) };
  return keepSealed(
    () => beforeMark(outbox, marked),
    async ({ key, replaces }) => {
      const envelope = { id: newId(), kind: 'mark', ...(replaces && { replaces }) };
      const { seal } = await loadSealing();
      const record = await seal(crypto, key, { envelope, content });
      const row = { ...record, event_id: marked.event_id };
      return keepMark(outbox, row, { ...marked, record_id: record.id });
    },
  );
}

/** False, and nothing done, where that filling is not there any more. Answers that do not fit are a bug and throw. */
export function finalise(means: Means, draft: Draft, instrument: Instrument): Promise<boolean> {
  const { outbox, crypto, clock, newId } = means;
  const now = clock();
  const day = localDay(now);
  const { anonymous, code, version } = instrument;
  const { event_id, assignment_id, beside = false } = draft;
  const answers = checked(instrument, draft.answers);
  const content: SubmissionContent = {
    event_id,
    assignment_id: anonymous ? null : assignment_id,
    day,
    at: anonymous ? null : localTime(now),
    answers,
  };
  const isResponse = assignment_id === null && !beside;
  return keepSealed(
    () => beforeSubmission(outbox, draft),
    async ({ key, replaces }) => {
      const { seal } = await loadSealing();
      const of = { form: code, version };
      const id = newId();
      const envelope = { id, kind: 'submission', ...of, ...(replaces && { replaces }) };
      const record = await seal(crypto, key, { envelope, content });
      const attachments: RecordRow[] = [];
      for (const attached of await attachmentsOf({ outbox, draft, instrument, answers })) {
        const envelope = { id: newId(), kind: 'attachment', ...of };
        const content: AttachmentContent = { event_id, submission_id: id, ...attached };
        attachments.push({ ...(await seal(crypto, key, { envelope, content })), event_id });
      }
      const row = { ...record, event_id, ...(isResponse && { response: true }) };
      return keepSubmission(outbox, { record: row, attachments }, { draft, day });
    },
  );
}

/** Tries again with what is current then: what has come in between is there, so that it ends. */
async function keepSealed(
  look: () => Promise<Before>,
  keep: (before: Before) => Promise<Kept>,
): Promise<boolean> {
  for (;;) {
    const kept = await keep(await look());
    if (kept !== 'changed') return kept === 'kept';
  }
}

/** Its day is what this device shows of it. */
export async function closeOut(
  { outbox, crypto, clock, newId }: Means,
  event_id: string,
  counted: { attended: number; responses: number },
): Promise<void> {
  const now = clock();
  const { attended, responses } = counted;
  const content: CloseOutContent = { event_id, attended, responses, at: localTime(now) };
  const key = await readLocal(outbox, 'centre_key');
  const { seal } = await loadSealing();
  const record = await seal(crypto, key, { envelope: { id: newId(), kind: 'close-out' }, content });
  await keepCloseOut(outbox, { ...record, event_id }, { event_id, day: localDay(now) });
}

function checked(instrument: Instrument, answers: Answers): CheckedAnswers {
  const result = checkAnswers(instrument, cutTexts(instrument, answers));
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.details)}`);
  return result.value;
}

/** A pasted text ends at its question's limit. */
function cutTexts(instrument: Instrument, answers: Answers): Answers {
  const cut: Record<string, Answer> = { ...answers };
  for (const [key, answer] of Object.entries(answers)) {
    const { type, max_length = TEXT_MAX } = questionAt(instrument, key) ?? {};
    if (type === 'text' && answer) cut[key] = cutText(answer, max_length);
  }
  return cut;
}
