// The records of the demonstration's past event, as its tablet would have made them.
import { createHash } from 'node:crypto';
import type { Mark } from '../../domain/attendance/mark.ts';
import type { MarkContent, RecordEnvelope, SubmissionContent } from '../../protocol/record.ts';
import { inventSurveys, OBSERVATIONS } from './answers.ts';
import { seeded } from './seeded.ts';

export type PastEvent = {
  readonly id: string;
  readonly sessions: readonly { readonly id: string; readonly day: string; readonly starts_at: string }[];
  /** Ids, in the order of the roster. */
  readonly participants: readonly string[];
};

type Making = {
  readonly survey: { readonly code: string; readonly version: number };
  readonly sheet: { readonly code: string; readonly version: number };
  readonly newId: () => string;
};

const RESPONSES = 26;
/** Three of the roster never came. */
const AWAY: Readonly<Record<number, Mark>> = { 12: 'excused', 21: 'sick', 29: 'absent' };
const MARKS_AT_RANDOM: readonly Mark[] = ['present', 'late', 'excused', 'sick', 'absent'];

export function recordsOf(
  event: PastEvent,
  observed: readonly { readonly id: string; readonly day: string }[],
  { survey, sheet, newId }: Making,
): RecordEnvelope[] {
  const random = seeded(14);
  const lastDay = event.sessions.at(-1)?.day ?? '';
  const marks = event.sessions.flatMap(session =>
    event.participants.map((participant_id, index) => {
      const mark = AWAY[index] ?? random.weighted(MARKS_AT_RANDOM, [85, 9, 3, 2, 1]);
      const at = `${session.day}T${session.starts_at}:00+07:00`;
      return seal(newId(), 'mark', { event_id: event.id, session_id: session.id, participant_id, mark, at });
    }),
  );
  const surveys = inventSurveys(RESPONSES, random).map(answers =>
    seal(
      newId(),
      'submission',
      { event_id: event.id, assignment_id: null, day: lastDay, at: null, answers },
      survey,
    ),
  );
  const sheets = observed.map(({ id, day }, index) =>
    seal(
      newId(),
      'submission',
      {
        event_id: event.id,
        assignment_id: id,
        day,
        at: `${day}T10:15:00+07:00`,
        answers: OBSERVATIONS[index % OBSERVATIONS.length] ?? {},
      },
      sheet,
    ),
  );
  return [...marks, ...surveys, ...sheets];
}

function seal(
  id: string,
  kind: RecordEnvelope['kind'],
  content: MarkContent | SubmissionContent,
  form?: { readonly code: string; readonly version: number },
): RecordEnvelope {
  const bytes = Buffer.from(JSON.stringify(content));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const named = form ? { form: form.code, version: form.version } : {};
  return { id, kind, ...named, bytes: bytes.toString('base64'), sha256 };
}
