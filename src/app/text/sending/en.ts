// What waits on this device, and the second road by a file, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const records = (count: string) => (count === '1' ? '1 record' : `${count} records`);

const texts: Translation<typeof id> = {
  title: 'Sending',
  waiting: 'Waiting on this device',
  waitingCount: records,
  waitingNone: 'Nothing; the centre has received every record.',
  lastContact: 'Last contact',
  never: 'Never',
  held: 'The centre cannot take these yet',
  heldWhy: count =>
    `${records(count)} too large, or failing at the centre. The others are sent all the same. These stay here and are tried again; if that does not help, save them to a file and tell the office.`,
  quarantined: 'The office is looking at these',
  quarantinedWhy: count =>
    `${records(count)} arrived but cannot be used yet. The office sees them under Held records; nothing is lost.`,

  saveTitle: 'If there is no signal for long',
  saveIntro:
    'Save what is waiting to one file, then hand that file to the office: on a USB stick, by Nearby Share or in a message.',
  save: 'Save to a file',
  saving: 'Making the file …',
  nothing: 'Nothing is waiting, so there is nothing to save to a file.',
  saved: (count, size) => `The file holds ${records(count)} (${size}).`,
  savedWhere: 'It is in this device’s Downloads folder, named',
  again: 'Download once more',
  share: 'Share the file',
  stays:
    'The records stay on this device, and still count as waiting, until the centre confirms that it has received them. Do not wipe this device yet.',
  nextTitle: 'What comes next',
  nextCarry: 'Move the file to a USB stick, or send it to someone at the office.',
  nextTakeIn:
    'At the office: open Lembar, choose Take in a file and upload it. Uploading twice doubles nothing.',
  nextConnect:
    'Once there is a signal, connect this device for a moment so that it learns what was received.',
};
export default texts;
