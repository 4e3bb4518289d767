// Too little room for a new sheet, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  title: 'This device’s storage is almost full',
  why: 'No new sheet can be started, so that none breaks off half-way. Sheets that are finished are safe.',
  send: 'Connect to the internet so that what is waiting is sent. Without a signal, save it to a file on the page Sending.',
  free: 'Then delete photos, videos or other apps that are not needed. Do not delete the data of Lembar or of the browser.',
  wait: 'Once there is room, filling in can start again; this page looks every minute.',
  toSending: 'Open Sending',
  staff: 'For staff',
};
export default texts;
