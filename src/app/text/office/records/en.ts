// Held records and files taken in, in English.
import type { Translation } from '../../language.ts';
import type id from './id.ts';

const text: Translation<typeof id> = {
  quarantineIntro:
    'Records that the centre received but cannot use yet. Nothing is lost: they are kept whole, and used again once the cause is mended.',
  quarantineCaption: 'Held records',
  quarantineNone: 'No record is held. Everything received is in the figures.',
  retryAll: 'Try all again',
  retry: 'Try again',
  freed: (freed: string, left: string) => `Now in the figures: ${freed}; still held: ${left}.`,
  freedAll: (freed: string) => `Now in the figures: ${freed}. Nothing is held any more.`,
  freedNone: 'The cause is not mended yet, so it is still held.',
  conflicts: 'Same number, other content',
  conflictsWhy:
    'Two contents came under one record number. The first is used; the second is kept beside it, not thrown away.',
  kind: 'Kind',
  submission: 'Sheet',
  mark: 'Attendance',
  closeOut: 'Closing of an event',
  attachment: 'File of an answer',
  received: 'Received',
  reason: 'Reason',
  recordId: 'Record',

  takeInIntro:
    'For records that are carried on a USB stick or in a message because their tablet finds no signal. On the tablet the file is made under Sending > Save to a file.',
  chooseFile: 'Choose a .lembar file',
  dropFile: 'or drop the file onto this box.',
  takeInTwice: 'Uploading the same file twice doubles nothing.',
  uploading: (name: string) =>
    `Taking in ${name}. Keep this page open; if it breaks off, simply upload again.`,
  tooLarge: (megabytes: string) =>
    `This file is larger than ${megabytes} MB. Ask the operator to take it in on the server: npm run lembar -- take-in FILE`,
  takenTitle: 'What came of it',
  takenNothing: 'There are no records in this file.',
  counted: (records: string, what: string) => `Records in the file: ${records} (${what}).`,
  stored: (n: string) => `${n} new`,
  duplicate: (n: string) => `${n} known before`,
  quarantined: (n: string) => `${n} held`,
  conflict_stored: (n: string) => `${n} with a known number and other content`,
  retry_later: (n: string) => `${n} could not be stored`,
  too_large: (n: string) => `${n} too large`,
  other: (n: string, result: string) => `${n} ${result}`,
  resultStored: 'Taken in',
  resultDuplicate: 'Known before',
  resultConflict: 'Kept beside another record with the same number',
  resultRetry: 'Could not be stored; upload this file once more later',
  resultTooLarge: 'Too large; it is still on the tablet. Tell the operator',
  resultHeld: 'Held',
  allIn: 'Every record of this file is at the centre. The tablet learns of it at its next contact.',
  attention: 'Needs attention',
  toQuarantine: 'Open held records',
  linesUnread: 'Lines that could not be read',
  linesUnreadWhy: 'The other lines came in. The records of these lines are still on their tablet.',
  line: 'Line',
  rest: (n: string) => `Other records: ${n}`,
  all: (n: string) => `List of ${n} records`,
  more: (n: string) => `and ${n} more`,
  device: 'Device',
  result: 'Result',
};

export default text;
