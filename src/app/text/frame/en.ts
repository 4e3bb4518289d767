// What stands around the screens, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const records = (count: number) => (count === 1 ? '1 record' : `${count} records`);

const texts: Translation<typeof id> = {
  language: 'Language',
  back: 'Back',
  welcomeTitle: 'Welcome to Lembar',
  welcome:
    'Lembar replaces the paper of a training’s evaluation: attendance, satisfaction survey and observation. Once enrolled, this device works without a signal and sends by itself when it is connected.',
  enrolDevice: 'Enrol this device',
  enrolDeviceHint: 'For tablets at the venue and supervisors’ phones. Have the code from the office ready.',
  toOffice: 'Sign in to the office',
  toOfficeHint: 'For officers and operators, with an account.',
  home: 'Lembar',
  homeTitle: 'What will you do?',
  venue: 'Events',
  venueHint: 'Attendance and survey at the venue',
  supervisor: 'Observation',
  supervisorHint: 'What a supervisor sees after the training',
  office: 'Office',
  officeHint: 'Plans, participants and results; needs a signal',
  deviceOf: (label, unit) => `${label} · ${unit}`,
  enrolAgain: 'Enrol this device again',
  demonstration: 'Demonstration: everything here is invented and can be removed.',
  allReceived: when => `The centre has received every record; last contact ${when}.`,
  nothingYet: 'Never connected to the centre yet.',
  waiting: (count, when) => `${records(count)} waiting; last contact ${when}.`,
  waitingNever: count => `${records(count)} waiting; never connected to the centre yet.`,
  sending: count => `Sending ${records(count)}.`,
  asking: 'Contacting the centre.',
  retries: when => `The centre cannot be reached yet; trying again by itself at ${when}.`,
  keeps: count => `${records(count)} kept safe on this device.`,
  quarantined: count => `The office is looking at ${records(count)}; nothing is lost.`,
  held: count => `The centre cannot take ${count} of them yet; tried again later.`,
  sendNow: 'Send now',
  details: 'Details',
  updateReady: 'A new version of Lembar is ready.',
  updateApply: 'Use it now',
};
export default texts;
