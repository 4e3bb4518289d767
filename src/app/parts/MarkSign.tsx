// A sign for each mark of attendance, so that no one depends on its colour.
import type { Mark } from '../../domain/attendance/mark.ts';

const DRAWINGS: Record<Mark, string> = {
  present: 'm4 11 4 4 8-10',
  late: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l3 2',
  excused: 'M4 4h12v9H9l-4 4v-4H4z',
  sick: 'M10 4v12M4 10h12',
  absent: 'm5 5 10 10M15 5 5 15',
};

export const MarkSign = ({ mark }: { mark: Mark }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path
      d={DRAWINGS[mark]}
      fill="none"
      stroke="currentColor"
      stroke-width="2.4"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
