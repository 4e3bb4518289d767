// The five marks of a session's attendance list (presensi), in the order in which screens offer them.

export const MARKS = ['present', 'late', 'excused', 'sick', 'absent'] as const;
export type Mark = (typeof MARKS)[number];

/** Hadir and terlambat both took part; only these are asked to answer. */
export const isAttending = (mark: Mark): boolean => mark === 'present' || mark === 'late';

export type MarkCounts = Readonly<Record<Mark | 'unmarked', number>>;

/** Counts one session. `marks` holds the current mark of each marked participant; the rest are unmarked. */
export function countMarks(participants: number, marks: Iterable<Mark>): MarkCounts {
  const counts = { present: 0, late: 0, excused: 0, sick: 0, absent: 0, unmarked: participants };
  for (const mark of marks) {
    counts[mark] += 1;
    counts.unmarked -= 1;
  }
  return counts;
}
