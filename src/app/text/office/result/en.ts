// The result of an event in English.
import type { Translation } from '../../language.ts';
import type id from './id.ts';

const text: Translation<typeof id> = {
  satisfaction: 'Participants’ satisfaction',
  indexName: 'Satisfaction index (IKM)',
  rate: (responses: string, expected: string) =>
    `${responses} of ${expected} who attended answered the survey`,
  rateNobody: (responses: string) =>
    `Sheets: ${responses}. No attendance has arrived, so the response rate cannot be computed yet.`,
  rateMore: (responses: string, expected: string) =>
    `Sheets: ${responses}, but people recorded as attending: ${expected}. Check the attendance.`,
  scheme: (scheme: string) => `Graded by ${scheme}`,
  exact: (fraction: string) => `exact value ${fraction}`,
  lowest: (label: string, value: string) => `Lowest element: ${label} (${value}). Begin improving here.`,
  lowestMany: (labels: string, value: string) =>
    `Lowest elements: ${labels} (${value} each). Begin improving here.`,
  lowestTag: 'lowest',
  variantsTitle: 'With rounded weights',
  variantsWhy:
    'Some offices print weights of 0.11 or 0.111 instead of 1/9, which makes the index slightly lower. The figure above uses the exact weight; quote a variant only where your form asks for it.',
  variant: (weight: string) => `With the printed weight ${weight}:`,
  none: 'The centre has received no survey sheets yet.',
  noneNext:
    'Sheets are safe on the tablet until they are sent. Take the tablet to where there is a signal, then look under Devices.',
  toDevices: 'Check the devices',
  suppressed: (responses: string, least: string) =>
    `Sheets received so far: ${responses}. So that nobody’s answers can be guessed, results appear from ${least} sheets on.`,
  waiting: (n: string) => `records being processed: ${n}`,
  held: (n: string) => `records held: ${n}`,
  notIn: (what: string) => `Not in these figures: ${what}.`,
  toQuarantine: 'See the held records',

  questions: 'Value of each element',
  questionsCaption: 'Value of each element in figures',
  chartLabel: (rows: string) => `Bar chart of the value of each element, 25 to 100. ${rows}.`,
  chartFailed: 'The chart could not be loaded; all its figures are in the table.',
  unsur: 'Element (unsur)',
  answered: 'How many answered',
  nrr: 'Mean, 1 to 4',
  value: 'Value',
  grade: 'Grade',
  questionHidden: 'held back, so that another element cannot be worked out',
  indexHeld: (least: string) =>
    `The index is not shown yet, because fewer than ${least} people answered one of its elements: their answers could be worked out from it.`,
  legend:
    'n: how many answered. NRR: mean (1–4). Value: NRR × 25. Blanks and “does not apply” are not counted.',
  questionSuppressed: (n: string) => `held back, answers so far: ${n}`,
  questionEmpty: 'no answers yet',

  comments: 'Suggestions, ideas and hopes',
  commentsNone: 'No suggestions were written.',
  commentsOrder: 'Their order does not tell who wrote first.',

  attendance: 'Attendance',
  attended: (attended: string, participants: string) =>
    `${attended} of ${participants} participants took part in at least one session.`,
  attendanceCaption: 'Attendance by session',
  session: 'Session',
  present: 'Present',
  late: 'Late',
  excused: 'Excused',
  sick: 'Sick',
  absent: 'Absent',
  unmarked: 'Not marked',
  noSessions: 'This event has no sessions yet.',

  closeOuts: 'What tablets counted when the event was closed',
  closedBy: (device: string, when: string, attended: string, responses: string) =>
    `${device} closed on ${when}: ${attended} attended, ${responses} filled in`,
  someDevice: 'A tablet',
  closeOutsMissing: (made: string, received: string) =>
    `Tablets counted ${made} sheets, but the centre has received ${received}. The others are still on a tablet, or held at the centre.`,
  closeOutsAll: (made: string) => `The centre has received all ${made} sheets that tablets counted.`,

  observation: 'Observation at work',
  observed: (observed: string, assigned: string) => `${observed} of ${assigned} assignments observed.`,
  observationNone: 'Nobody is assigned to be observed yet.',
  toAssignments: 'Make assignments',
  levelsCaption: 'What was observed for each competency, in people',
  competency: 'Competency',
  perPerson: 'By person',
  observedOn: (supervisor: string, day: string) => `observed by ${supervisor}, ${day}`,
  dueBy: (supervisor: string, day: string) => `waiting for ${supervisor}, due ${day}`,
  blank: 'left empty',

  downloads: 'Download for a report',
  downloadsNote: 'CSV files; they open in Excel as they are.',
  downloadResult: 'Value of each element',
  downloadAttendance: 'Attendance by participant',
  downloadObservations: 'Observations',
  print: 'Print this page',
};

export default text;
