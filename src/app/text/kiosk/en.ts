// What a participant reads on a shared tablet, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  language: 'Language of the form',
  begin: 'Start',
  duration: 'About two minutes',
  staff: 'Staff',
  demonstration: 'Demonstration: answers given here are not used.',
  progress: (step, total) => `${step} of ${total}`,
  lastStep: 'Last one, may be skipped',
  back: 'Back',
  cancel: 'Cancel',
  notApplicable: 'Does not apply to me',
  send: 'Send',
  goOn: 'Next',
  skip: 'Skip',
  thanksTitle: 'Thank you!',
  thanks: 'Your answers are saved without a name. Please pass the tablet to the next participant.',
  next: 'Next person',
  idleTitle: 'Still there?',
  idle: seconds => `Your answers are cleared in ${seconds} s, so that nobody else sees them.`,
  stay: 'Yes, continue',
  leave: 'No, clear the answers',
  missingTitle: 'The survey is not on this tablet yet',
  missing: 'Staff: connect the tablet to the internet for a moment, then open the survey again.',
};
export default texts;
