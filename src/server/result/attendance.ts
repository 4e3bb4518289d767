// Attendance of an event, by session and over all.
import { countMarks, isAttending, type Mark } from '../../domain/attendance/mark.ts';
import type { Session } from '../../protocol/office/plan.ts';
import type { AttendanceResult } from '../../protocol/office/result.ts';

export type CurrentMark = {
  readonly session_id: string;
  readonly participant_id: string;
  readonly mark: Mark;
};

export function attendanceResult(
  sessions: readonly Session[],
  participants: number,
  marks: readonly CurrentMark[],
): AttendanceResult {
  const attended = new Set(marks.filter(({ mark }) => isAttending(mark)).map(mark => mark.participant_id));
  return {
    participants,
    attended: attended.size,
    sessions: sessions.map(({ id, name, day }) => {
      const own = marks.filter(({ session_id }) => session_id === id).map(({ mark }) => mark);
      return { id, name, day, counts: { ...countMarks(participants, own) } };
    }),
  };
}
