// What a supervisor reads, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

const texts: Translation<typeof id> = {
  title: 'Observation',
  intro: 'People to observe at their work after the training.',
  none: 'There are no assignments on this device yet. Connect to the internet for a moment to fetch them.',
  due: day => `Due by ${day}`,
  overdue: count => `${days(count)} overdue`,
  dueToday: 'Today',
  dueIn: count => `In ${days(count)}`,
  draft: 'Draft kept',
  done: 'Done',
  doneOn: day => `Done ${day}`,
  open: 'To observe',
  finished: 'Done',
  missing: 'This assignment is not on this device.',
  noInstrument: 'The observation sheet is not here yet. Connect the device to the internet for a moment.',
  about: (participant, unit) => `${participant} · ${unit}`,
  confirmTitle: 'Finish this observation?',
  doneTitle: 'Observation finished',
  doneText: 'Saved on this device; it is sent to the centre as soon as there is a signal.',
  toList: 'Back to the list',
};
export default texts;
