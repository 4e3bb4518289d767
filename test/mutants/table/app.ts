// Guards of what a person is told.
import type { Mutant } from '../mutant.ts';

export const app: readonly Mutant[] = [
  {
    file: 'src/app/screens/venue/CloseOut.tsx',
    find: 'if (received >= finalised)',
    replace: 'if (received > 0)',
    test: 'test/app/screens/venue/close-out.test.tsx',
    title: 'green only when the centre has acknowledged every record of the event',
  },
  {
    file: 'src/app/screens/kiosk/Notice.tsx',
    find: 'if (hasRoom === false)',
    replace: 'if (hasRoom === undefined)',
    test: 'test/app/screens/kiosk/kiosk.test.tsx',
    title: 'starts no new sheet and tells staff what to do, until there is room again',
  },
  {
    file: 'src/app/frame/use-room.ts',
    find: '() => setHasRoom(had => had ?? true)',
    replace: '() => setHasRoom(false)',
    test: 'test/app/screens/kiosk/kiosk.test.tsx',
    title: 'of which nothing is known is used as before',
  },
  {
    file: 'src/app/frame/sync-sentence.ts',
    find: '...(held > 0 ? [texts.held(held)] : []),',
    replace: '',
    test: 'test/app/frame/sync-sentence.test.ts',
    title: 'the sync line',
  },
  {
    file: 'src/app/App.tsx',
    find: "['/sending', 'none',",
    replace: "['/sending', 'enrolled',",
    test: 'test/app/app.test.tsx',
    title: 'can be saved without the PIN',
  },
  {
    file: 'src/app/screens/office/centre/centre.ts',
    find: 'return name ? {',
    replace: 'return true ? {',
    test: 'test/app/screens/office/centre.test.ts',
    title: 'a portal',
  },
  {
    file: 'src/app/screens/office/result/CloseOutsPart.tsx',
    find: 'const isMissing = made > received;',
    replace: 'const isMissing = false;',
    test: 'test/app/screens/office/result.test.tsx',
    title: 'says when more was counted on tablets than has come',
  },
  {
    file: 'src/app/screens/office/records/TakenIn.tsx',
    find: '&& report.problems.length === 0',
    replace: '',
    test: 'test/app/screens/office/records.test.tsx',
    title: 'names each line that could not be read, and is not green',
  },
];
