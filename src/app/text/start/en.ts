// When the app cannot start, or stops, in English.
import type { Translation } from '../language.ts';
import type id from './id.ts';

const texts: Translation<typeof id> = {
  failedTitle: 'Something is not working',
  failed: 'What was saved is not lost. Reload, then check your last step.',
  reload: 'Reload',
  storageTitle: 'One step is needed first',
  unknownTitle: 'There is no such page',
  unknown: 'The address may be mistyped, or the page has moved.',
  home: 'To the start page',
};
export default texts;
