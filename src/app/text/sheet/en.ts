// What stands around the questions of any sheet, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  language: 'Language of the form',
  saved: when => `Saved on this device at ${when}`,
  autosave: 'Every change is saved on this device at once.',
  goOn: 'Next',
  back: 'Back',
  overview: 'All pages',
  closeOverview: 'Go on filling in',
  page: (page, total) => `Page ${page} of ${total}`,
  untitled: page => `Page ${page}`,
  pageAnswered: 'Filled in',
  pageOpen: 'Not filled in yet',
  pageWrong: 'Please check',
  finish: 'Finish',
  missingCount: count =>
    count === 1 ? '1 part still has to be filled in.' : `${count} parts still have to be filled in.`,
  wrongCount: count => (count === 1 ? '1 part has to be checked.' : `${count} parts have to be checked.`),
  confirmTitle: 'Finish this sheet?',
  confirm: 'Once finished, it cannot be changed on this device.',
  confirmYes: 'Yes, finish',
  confirmNo: 'Look again',
  part: 'part',
  add: what => `Add ${what}`,
  remove: what => `Remove ${what}`,
  removeAsk: what => `Remove ${what} with everything in it?`,
  removeYes: 'Yes, remove',
  removeNo: 'Cancel',
  oneMore: what => `Is there another ${what}?`,
  soFar: count => `Filled in so far: ${count}.`,
  noMore: 'No, go on',
};
export default texts;
