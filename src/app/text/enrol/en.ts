// Enrolling a device with a single-use code, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  title: 'Enrol this device',
  code: 'Enrolment code',
  hint: 'Eight letters and digits from the office, valid for 15 minutes. Upper or lower case does not matter.',
  enrol: 'Enrol',
  enrolling: 'Contacting the centre…',
  incomplete: length => `The code has 8 letters and digits; ${length} entered so far.`,
  symbols: 'The code has letters and digits only, never 0, O, 1, I or L. Please check.',
  already: (label, unit) =>
    `This device is enrolled as ${label} (${unit}). Enrolling again gives it a new name; everything filled in on it stays.`,
};
export default texts;
