// The office's frame in English.
import type { Translation } from '../../language.ts';
import type id from './id.ts';

const text: Translation<typeof id> = {
  menu: 'Menu',
  skip: 'Skip to content',
  places: 'Parts of the office',
  events: 'Events',
  programmes: 'Programmes',
  instruments: 'Questionnaires',
  units: 'Work units',
  accounts: 'Accounts',
  devices: 'Devices',
  takeIn: 'Take in a file',
  quarantine: 'Held records',
  keys: 'Keys of the centre',
  keysNotSaved:
    'No copy of the centre’s keys has been saved. If the server breaks now, no answer can ever be read again.',
  saveKeys: 'Save a copy of the keys',
  myPhone: 'My phone',
  thisDevice: 'This device’s home',
  signOut: 'Sign out',
  demonstration: 'Demonstration: all people and figures here are invented.',
  loading: 'Loading …',
  unreachableTitle: 'The office cannot be reached yet',
  tryAgain: 'Try again',
  notAllowedTitle: 'This page is not for your role',
  unknownTitle: 'No such page',
  unknown: 'This address is not known. The link may have been cut off.',
  toEvents: 'To the events',

  operator: 'Operator',
  officer: 'Officer',
  facilitator: 'Facilitator',
  supervisor: 'Supervisor',

  sending: 'Sending …',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Changes saved.',
  choose: 'Choose …',
  fieldMissing: 'This entry is not complete yet.',
  fieldOutside: 'Outside the range shown above.',
  fieldMismatch: 'This does not follow the hint yet. Correct it and send again.',
  fieldRefused: 'This entry is not right yet. Correct it and send again.',
  optional: 'May be left empty.',

  username: 'User name',
  usernameRule: 'Small letters, digits, dots or hyphens; 3 to 40 characters.',
  password: 'Password',
  passwordRule: (min: number) => `At least ${min} characters. A few words in a row are easy to remember.`,
  showPassword: 'Show the password',
  personName: 'Full name',

  signInTitle: 'Sign in to the office',
  signInIntro: 'For operators, officers, facilitators and supervisors. Participants need not sign in.',
  signIn: 'Sign in',
  signInAgainTitle: 'Please sign in again',
  signInAgain: 'Your sign-in has run out. What you typed is kept, and shown again once you have signed in.',

  setUpTitle: 'Welcome to Lembar',
  setUpIntro: 'Make your agency and the first operator’s account. This link works only once.',
  setUpAgency: 'Name of the agency',
  setUpAgencyHint: 'It becomes the top work unit, for example BPSDM Provinsi Sumatera Selatan.',
  setUp: 'Make it and sign in',
};

export default text;
