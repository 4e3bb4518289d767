// How an assignment stands against its due date.
import type { AssignmentView } from '../../../device/tablet.ts';
import { daysBetween } from '../../text/date.ts';

export type Due =
  | { kind: 'done'; on: string | null }
  | { kind: 'overdue'; days: number }
  | { kind: 'soon' | 'later'; days: number };

const SOON_DAYS = 7;

/** The due day itself is still in time. */
export function dueState(assignment: AssignmentView, today: string): Due {
  if (assignment.state === 'done') return { kind: 'done', on: assignment.observed_on };
  const days = daysBetween(today, assignment.due_on);
  if (days < 0) return { kind: 'overdue', days: -days };
  return { kind: days <= SOON_DAYS ? 'soon' : 'later', days };
}
