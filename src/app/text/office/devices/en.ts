// Devices and enrolment codes in English.
import type { Translation } from '../../language.ts';
import type id from './id.ts';

const text: Translation<typeof id> = {
  devicesIntro:
    'Tablets and phones that send to the centre. Counts are the device’s own, at its last contact.',
  silentTitle: 'To be looked for',
  silentWhy:
    'These devices have not been in contact for long although they hold records that have not arrived. Ask whoever has them to connect them to the internet, or to save to a file.',
  silentLine: (label, records, when) => `${label}: not arrived yet: ${records}; last contact ${when}`,
  devicesCaption: 'Devices by work unit',
  noDevices: 'No device is enrolled yet. Make a code, then enter it on the tablet.',
  device: 'Device',
  unit: 'Work unit',
  phoneOf: (name: string) => `Phone of ${name}`,
  sharedTablet: 'Shared tablet',
  waiting: 'Not sent yet',
  waitingNow: (n: string) => `${n} waiting`,
  waitingNone: 'All has arrived',
  lastContact: 'Last contact',
  never: 'Never',
  action: 'Action',
  active: 'In service',
  retired: 'Out of service',
  lost: 'Lost',
  retire: 'Take out of service',
  retireSure: (label: string) =>
    `Take ${label} out of service? No new data is sent to it; what it holds it may still send. This can be undone.`,
  lose: 'Mark as lost',
  loseSure: (label: string) =>
    `Mark ${label} as lost? The centre takes nothing more from it, and its rosters are removed at its next contact. This can be undone when it is found.`,
  activate: 'Put back in service',
  activateSure: (label: string) => `Put ${label} back in service? It sends and receives data again.`,
  copyOf: (label: string) => `A copy of ${label}, which has been given an identity of its own`,
  goneWaiting: (records: string) =>
    `Records that are on this device only: ${records}. If it is found, put it back in service so that they are sent; if it was wiped, they cannot come back.`,
  retiredWaiting: (records: string) =>
    `Records still on this device: ${records}. Do not wipe it before it has connected once more or was saved to a file.`,

  newCode: 'Enrol a new device',
  newCodeIntro: (minutes: number) => `One code for one device; it works for ${minutes} minutes.`,
  codeFor: 'For',
  forTablet: 'A shared tablet of a work unit',
  forPhone: 'A supervisor’s phone',
  supervisor: 'Supervisor',
  makeCode: 'Make a code',
  codeTitle: 'Enrolment code',
  codeHow: 'On that device, scan this picture with the camera, or open the address and type the code.',
  codeQr: (address: string) => `QR code leading to ${address}`,
  codeLink: 'Enrolment address',
  codeLeft: (time: string) => `Works for another ${time}`,
  codeOver: 'This code no longer works. Make a new one.',
  codeOnce: 'The code is shown only this once.',

  myPhoneIntro:
    'You observe on your own phone, without a signal too. Make a code, then open its link on that phone.',
  myPhoneHere: 'Are you on that phone now?',
  enrolHere: 'Enrol this device',
};

export default text;
