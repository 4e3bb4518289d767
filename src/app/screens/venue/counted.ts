// What a session's list is counted and filtered by: the five marks and "not yet".
import { isAttending, MARKS, type Mark } from '../../../domain/attendance/mark.ts';

export type Counted = Mark | 'unmarked';
export const COUNTED: readonly Counted[] = [...MARKS, 'unmarked'];

/** Participant id -> current mark; whoever is not in it has none yet. */
export type SessionMarks = ReadonlyMap<string, Mark>;

export const countedOf = (marks: SessionMarks, participantId: string): Counted =>
  marks.get(participantId) ?? 'unmarked';

/** People who took part in any session. */
export function countAttending(marksBySession: ReadonlyMap<string, SessionMarks>): number {
  const attending = new Set<string>();
  for (const marks of marksBySession.values())
    for (const [participant, mark] of marks) if (isAttending(mark)) attending.add(participant);
  return attending.size;
}
