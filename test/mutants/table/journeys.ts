// Guards that only a real browser shows: one mutant each, since each is built and driven anew.
import type { Mutant } from '../mutant.ts';

const project = 'journeys';

export const journeys: readonly Mutant[] = [
  {
    fault: 'offline load failed for one locale',
    file: 'vite.config.ts',
    find: "injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'] },",
    replace:
      "injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'], globIgnores: ['**/en-*'] },",
    test: 'test/journeys/offline.test.ts',
    title: 'every route opens from the precache in both languages with the centre killed',
    project,
  },
  {
    fault: 'plain http on the LAN has no WebCrypto',
    file: 'src/main.tsx',
    find: 'if (isSecureContext) void start();',
    replace: 'if (root) void start();',
    test: 'test/journeys/offline.test.ts',
    title: 'an address other than localhost is refused with the remedy in both languages',
    project,
  },
  {
    fault: 'next patient saw the last one’s pages',
    file: 'src/app/App.tsx',
    find: 'if (kiosk.value !== null) return <Kiosk />;',
    replace: "if (kiosk.value !== null && location.pathname !== '/supervisor') return <Kiosk />;",
    test: 'test/journeys/kiosk.test.ts',
    title: 'neither back button, address nor reload leads out of the kiosk or into the last person’s answers',
    project,
  },
  {
    fault: 'drafts of encrypted forms left in plain text',
    file: 'src/device/store/drafts.ts',
    find: "await outbox.drafts.put({ key: draft.key, id: draft.id, draft: 'aside' });",
    replace: 'await outbox.drafts.put({ key: draft.key, id: draft.id, draft });',
    test: 'test/journeys/faults/stolen-tablet.test.ts',
    title: 'a finished sheet of the kiosk is in no file of a stolen tablet',
    project,
  },
  {
    file: 'src/server/store/database.ts',
    find: 'synchronous = full',
    replace: 'synchronous = normal',
    test: 'test/journeys/kills/durable.test.ts',
    title: 'between the arrival of each push and its reply the centre has flushed its log to the disk',
    project,
  },
  {
    file: 'src/device/store/outbox.ts',
    find: "chromeTransactionDurability: 'strict',",
    replace: "chromeTransactionDurability: 'relaxed',",
    test: 'test/journeys/kills/durable.test.ts',
    title: 'shown only after they were flushed to the disk',
    project,
  },
  {
    fault: 'worker update swaps files in mid-form',
    file: 'src/server/serve-app.ts',
    find: 'if (older) reply.sendFile(path.slice(ASSETS.length), older);\n        else ',
    replace: '',
    test: 'test/journeys/faults/update.test.ts',
    title: 'fault: worker update swaps files in mid-form',
    project,
  },
  {
    fault: 'quota',
    file: 'src/device/store/full.ts',
    find: "(error.name === 'DataError' && /write blobs/i.test(error.message)) ||",
    replace: '',
    test: 'test/journeys/faults/storage.test.ts',
    title: 'fault: quota',
    project,
  },
  {
    fault: 'cloned or restored client',
    file: 'src/device/sync/push.ts',
    find: "outcome.kind === 'rejected' && outcome.problem?.code === 'device.forked'",
    replace: "outcome.kind === 'busy' && outcome.delayMs === -1",
    test: 'test/journeys/faults/clone.test.ts',
    title: 'fault: cloned or restored client',
    project,
  },
];
