// What a facilitator reads, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  title: 'Events',
  today: 'Today',
  coming: 'Coming',
  past: 'Past',
  none: 'There are no events on this device yet. Connect to the internet for a moment to fetch them.',
  missing: 'This event is not on this device. It may have moved to another unit.',
  demonstration: 'Demonstration: this event and its people are invented.',
  participants: count => (count === '1' ? '1 participant' : `${count} participants`),
  sessions: 'Attendance by session',
  noSessions: 'The office has not made sessions for this event yet.',
  survey: 'Participants’ survey',
  openKiosk: 'Open the survey',
  surveyMissing:
    'The survey is not on this tablet yet. Connect to the internet for a moment, then try again.',
  kioskHint: 'The tablet stays locked on the survey until the facilitator’s PIN is given.',
  forms: 'Other forms',
  openForm: 'Open',
  formMissing: 'This form is not on this tablet yet. Connect to the internet for a moment, then try again.',
  formDone: 'Finished and saved on this tablet; it is sent to the centre as soon as there is a signal.',
  formAgain: 'Fill in for another person',
  toEvent: 'Back to the event',
  responses: count => `${count} filled in on this tablet.`,
  responsesOf: (count, expected) => `${count} filled in on this tablet; ${expected} participants attending.`,
  closeOut: 'Close the event',
  counted: (attended, responses, received) =>
    `${attended} attended, ${responses} filled in, ${received} received by the centre`,
  allArrived: records => `The centre has received every record of this event (${records}).`,
  someArrived: (received, records) =>
    `The centre has received ${received} of ${records} records of this event.`,
  stillHere: waiting =>
    `${waiting} of them still only on this tablet. Connect to the internet to send, or save to a file.`,
  nothingMade: 'There are no records of this event on this tablet yet.',
  toSending: 'See what is being sent',
  closeAsk: 'Close this event on this tablet?',
  closeAskWhat: (attended, responses) =>
    `The centre is told that this tablet counted ${attended} people attending and ${responses} surveys filled in. You can still add attendance and surveys after that, and close again.`,
  closeYes: 'Yes, close the event',
  closeNo: 'Cancel',
  closeAgain: 'Close again with the newest counts',
  closedOn: day => `Closed on this tablet on ${day}.`,
  keepTablet: waiting =>
    `Do not wipe or reset this tablet yet: records not received by the centre: ${waiting}.`,
  present: 'Present',
  late: 'Late',
  excused: 'Excused',
  sick: 'Sick',
  absent: 'Absent',
  unmarked: 'Not yet',
  all: 'All',
  count: (count, word) => `${count} ${word.toLowerCase()}`,
  search: 'Find a name or NIP',
  clear: 'Clear the search',
  filter: 'Filter by attendance',
  more: hidden => `${hidden} more names. Type a few letters to narrow the list.`,
  noMatch: 'No name or NIP matches. Try other letters or choose All.',
  noParticipants: 'The roster of this event is still empty.',
  choose: name => `Choose the mark of ${name}`,
  nowMarked: (name, mark) => `${name}: ${mark}`,
  hours: (from, to) => `${from}–${to}`,
};
export default texts;
