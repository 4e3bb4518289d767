// The facilitator's PIN, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  title: 'Facilitator’s PIN',
  why: 'This part is for the facilitator only.',
  ok: 'Continue',
  erase: 'Delete',
  cancel: 'Cancel',
  digits: count => (count === 1 ? '1 digit entered' : `${count} digits entered`),
  wrong: 'That is not the PIN. Try again.',
  wait: time => `That is not the PIN. Wait ${time} before trying again.`,
  seconds: count => (count === 1 ? '1 second' : `${count} seconds`),
  minutes: count => (count === 1 ? '1 minute' : `${count} minutes`),
  chooseTitle: 'Choose the facilitator’s PIN',
  choose: 'Choose 4 to 6 digits. This PIN opens attendance and takes the tablet out of the survey.',
  repeatTitle: 'Repeat the PIN',
  repeat: 'Enter the same PIN once more.',
  different: 'The two PINs differ. Start again with a new PIN.',
  tooShort: 'A PIN has at least 4 digits.',
};
export default texts;
