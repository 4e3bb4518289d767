// What stands around the answers of any question, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  clear: 'Clear',
  optional: 'optional',
  guidance: 'Explanation',
  remaining: letters => `${letters} characters left`,
  required: 'Please answer this question.',
  type: 'This answer is incomplete or cannot be read. Please check it.',
  range: 'This value is out of bounds. Please check it.',
  too_long: 'This answer is too long. Please shorten it.',
  choice: 'This choice is not on the list. Please choose again.',
  constraint: 'This answer does not fit yet. Please check it.',
};
export default texts;
