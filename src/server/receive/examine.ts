// Whether a record can be used: it must be readable, refer to what the centre knows, come from the right device, and fit its instrument.
import { checkAnswers, questionAt } from '../../domain/instrument/check-answers.ts';
import type { Instrument, QuestionType } from '../../domain/instrument/definition.ts';
import { type Result, refused } from '../../domain/result.ts';
import { instrumentKey } from '../../protocol/feed.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { AttachmentContent, MarkContent, SubmissionContent } from '../../protocol/record.ts';
import { type Named, observerKey, type References } from '../store/records/references.ts';
import type { Content, Envelope, ReadRecord } from './read-record.ts';

/** Whose phone sent a record (null: a tablet), and the units whose events it may write about. */
export type Sender = { readonly account_id: string | null; readonly units: ReadonlySet<string> };

export type Examined = {
  /** Why it cannot be used, or null. */
  readonly problem: Problem | null;
  /** The event that it is about, where the centre knows it. */
  readonly event: { readonly id: string; readonly unit_id: string } | null;
  /** Nothing that leads to the sender may be stored with it. Also where the centre cannot tell. */
  readonly isAnonymous: boolean;
};

type Outcome = Result<unknown, Problem>;
const fine = { ok: true, value: null } as const;

/** Kinds that are about people by name or a device; any other may be an answer that must not lead to anybody. */
export const isNamed = (kind: string): boolean => kind === 'mark' || kind === 'close-out';

/** What must be looked up before these records can be examined. */
export function namedBy(records: readonly Pick<ReadRecord, 'envelope' | 'content'>[]): Named {
  const contents = records.flatMap(({ content }) => (content.ok ? [content.value] : []));
  const marks = contents.filter(content => content.kind === 'mark');
  return {
    instruments: records.map(record => keyOf(record.envelope)),
    events: contents.map(content => content.event_id),
    sessions: marks.map(mark => mark.session_id),
    participants: marks.map(mark => mark.participant_id),
    assignments: contents.flatMap(content =>
      content.kind === 'submission' && content.assignment_id ? [content.assignment_id] : [],
    ),
    observed: contents.flatMap(content => (content.kind === 'attachment' ? [content.event_id] : [])),
  };
}

export function examine(
  { envelope, content }: Pick<ReadRecord, 'envelope' | 'content'>,
  known: References,
  sender: Sender,
): Examined {
  const instrument = known.instruments.get(keyOf(envelope));
  const isAnonymous = !isNamed(envelope.kind) && instrument?.anonymous !== false;
  if (!content.ok) return { problem: content.problem, event: null, isAnonymous };
  const { event_id } = content.value;
  const event = known.events.get(event_id);
  if (!event) return { problem: refused('record.unknown_event').problem, event: null, isAnonymous };
  const outcome =
    envelope.replaces === envelope.id
      ? refused('record.unreadable', { reason: 'replaces itself' })
      : examineContent(content.value, { envelope, instrument, known, sender, unitId: event.unit_id });
  return {
    problem: outcome.ok ? null : outcome.problem,
    event: { id: event_id, unit_id: event.unit_id },
    isAnonymous,
  };
}

/** All that a content is held against. `unitId`: of its event. */
type Case = {
  readonly envelope: Envelope;
  readonly instrument: Instrument | undefined;
  readonly known: References;
  readonly sender: Sender;
  readonly unitId: string;
};

function examineContent(content: Content, of: Case): Outcome {
  if (content.kind === 'submission') return examineSubmission(content, of);
  if (content.kind === 'attachment') return examineAttachment(content, of);
  if (!isUnitTablet(of)) return refused('record.outside_scope');
  return content.kind === 'mark' ? examineMark(content, of.known) : fine;
}

const keyOf = (envelope: Envelope): string => instrumentKey(envelope.form ?? '', envelope.version ?? 0);

/** A tablet of the event's unit or of one above it. */
const isUnitTablet = ({ sender, unitId }: Pick<Case, 'sender' | 'unitId'>): boolean =>
  sender.account_id === null && sender.units.has(unitId);

function examineMark(mark: MarkContent, known: References): Outcome {
  if (known.sessions.get(mark.session_id)?.event_id !== mark.event_id)
    return refused('record.unknown_session');
  if (known.participants.get(mark.participant_id)?.event_id !== mark.event_id)
    return refused('record.unknown_participant');
  return fine;
}

function examineSubmission(submission: SubmissionContent, of: Case): Outcome {
  const { envelope, instrument } = of;
  if (!instrument) return unknownInstrument(envelope);
  const scope =
    instrument.kind === 'observation' && !instrument.anonymous
      ? examineObserver(submission, of)
      : isUnitTablet(of)
        ? fine
        : refused('record.outside_scope');
  if (!scope.ok) return scope;
  if (instrument.anonymous && (submission.at || submission.assignment_id || envelope.replaces))
    return refused('record.unreadable', { reason: 'an anonymous record says too much' });
  return checkAnswers(instrument, submission.answers);
}

const unknownInstrument = ({ form = '-', version = 0 }: Envelope): Outcome =>
  refused('record.unknown_instrument', { instrument: form, version });

/** Observations come from the supervisor's own phone, or from a tablet of the unit that was lent. */
function examineObserver({ assignment_id, event_id }: SubmissionContent, of: Case): Outcome {
  const assignment = of.known.assignments.get(assignment_id ?? '');
  if (assignment?.event_id !== event_id) return refused('record.unknown_assignment');
  const isOwn = of.sender.account_id === assignment.supervisor_id;
  return isOwn || isUnitTablet(of) ? fine : refused('record.outside_scope');
}

const FILES: ReadonlySet<QuestionType> = new Set(['image', 'audio', 'video', 'file']);

/** Its sheet may come later, or by another road: records wait for no other. */
function examineAttachment({ event_id, question }: AttachmentContent, of: Case): Outcome {
  const { envelope, instrument, known, sender } = of;
  if (!instrument) return unknownInstrument(envelope);
  const isObserver = known.observers.has(observerKey(event_id, sender.account_id ?? ''));
  if (!isObserver && !isUnitTablet(of)) return refused('record.outside_scope');
  const asked = questionAt(instrument, question);
  return asked && FILES.has(asked.type)
    ? fine
    : refused('answer.unknown_question', { question: question.slice(0, 64) });
}
