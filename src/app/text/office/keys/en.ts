// The copy of the centre's keys, in English.
import type { Translation } from '../../language.ts';
import type id from './id.ts';

const text: Translation<typeof id> = {
  title: 'Save a copy of the centre’s keys',
  why: [
    'Every answer is sealed on its tablet, and only the keys on this server can open it.',
    'If the server breaks and there is no copy of the keys, nobody can ever read any answer again, not even from a backup of the data.',
    'Save the copy now, away from the server: on a USB stick in a locked cupboard, for example.',
  ].join(' '),
  savedOn: (when: string) => `A copy of all keys was last saved ${when}.`,
  notSaved: 'There is no copy yet that holds all keys.',
  passphrase: 'Passphrase',
  passphraseRule: (min: number) =>
    `At least ${min} characters; a few random words are easiest to remember. Write it on paper and keep it apart from the copy: without it the copy is of no use.`,
  again: 'Passphrase once more',
  againHint: 'Type exactly the same.',
  show: 'Show the passphrase',
  save: 'Download the copy of the keys',
  saveAgain: 'Download a new copy',
  saved: (name: string) =>
    `Downloaded: ${name}. Move it to a USB stick, check that the file is there, then delete it from this computer.`,
  keysHeading: 'Keys on this server',
  current: 'in use now',
  madeOn: (when: string) => `made ${when}`,
};

export default text;
