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
  optional: 'may be left empty',
  saved: when => `Saved on this device at ${when}`,
  autosave: 'Every change is saved on this device at once.',
  letters: left => `${left} characters left`,
  finish: 'Finish',
  required: 'This part must be filled in before you finish.',
  missingCount: count =>
    count === 1 ? '1 part still has to be filled in.' : `${count} parts still have to be filled in.`,
  confirmTitle: 'Finish this observation?',
  confirm: 'Once finished, it cannot be changed on this device.',
  confirmYes: 'Yes, finish',
  confirmNo: 'Look again',
  doneTitle: 'Observation finished',
  doneText: 'Saved on this device; it is sent to the centre as soon as there is a signal.',
  toList: 'Back to the list',
};
export default texts;
