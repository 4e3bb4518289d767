// The faults that have really lost, doubled or leaked data of tools like this one, and where each is tried on ours.

export type FaultRow = {
  /** In short. A test of it has `fault: ` and this name in its title; a mutant of its guard names it too. */
  readonly name: string;
  /** Public threads that tell of it. */
  readonly told: string;
  /** Files with tests of it. */
  readonly tests: readonly string[];
  /** Of a feature that is not built yet: which step of the plan brings it, with its test. */
  readonly later?: string;
};

const ROAD = 'test/faults/road.test.ts';
const STORAGE = 'test/faults/storage.test.ts';
const CENTRE = 'test/faults/centre.test.ts';
const LINE = 'test/journeys/faults/line.test.ts';
const TABS = 'test/journeys/faults/tabs.test.ts';
const BROWSER_STORAGE = 'test/journeys/faults/storage.test.ts';
const OFFLINE = 'test/journeys/offline.test.ts';

export const FAULTS: readonly FaultRow[] = [
  { name: 'committed, reply lost', told: 'formhub#678, kpi#5047', tests: [ROAD, LINE] },
  { name: 'check-then-insert race', told: 'kobocat#470, #859', tests: ['test/contracts/push.test.ts'] },
  { name: 'same id, other body', told: 'collect#5317', tests: [CENTRE] },
  { name: 'deleted locally though the send failed', told: 'getodk#1017', tests: [ROAD] },
  {
    name: 'server restored from a backup, client never sends again',
    told: 'cht-core#8093',
    tests: ['test/contracts/restored.test.ts'],
  },
  {
    name: 'cloned or restored client',
    told: 'syncthing-android#999',
    tests: [CENTRE, 'test/journeys/faults/clone.test.ts'],
  },
  {
    name: 'checkpoint saved before data',
    told: 'pouchdb#1240, rxdb#5571',
    tests: [STORAGE, 'test/device/pull.test.ts'],
  },
  { name: 'rejected documents skipped, checkpoint moves on', told: 'cht-core#6103', tests: [ROAD] },
  { name: 'scope moved while offline', told: 'cht-core#11306', tests: [CENTRE] },
  { name: 'one bad record blocks the queue', told: 'avni-client#1992, enketo#1226', tests: [ROAD] },
  { name: 'huge text, 413', told: 'central#2059', tests: [ROAD, 'test/journeys/faults/hostile.test.ts'] },
  { name: 'captive portal answers 200 with HTML', told: 'hotspots everywhere', tests: [ROAD, LINE] },
  { name: 'token expired offline logs the user out', told: 'avni#1102, enketo#991', tests: [ROAD, LINE] },
  {
    name: 'two tabs flush at once',
    told: 'formbricks#7743',
    tests: [ROAD, 'test/device/loop.test.ts', TABS],
  },
  {
    name: 'storage failed to open, fell back to memory',
    told: 'Trilium#10914, enketo-express#324',
    tests: [STORAGE, BROWSER_STORAGE],
  },
  {
    name: 'upgrade blocked by another tab',
    told: 'the IndexedDB specification',
    tests: ['test/device/other-versions.test.ts', TABS],
  },
  { name: 'schema bump wiped the queue', told: 'WatermelonDB#1609', tests: [STORAGE, TABS] },
  {
    name: 'connection dies after background',
    told: 'enketo#1576, Expensify#87864',
    tests: [STORAGE, BROWSER_STORAGE],
  },
  { name: 'transaction commits across an await', told: 'dexie#725', tests: [STORAGE] },
  { name: 'un-awaited writes lost responses', told: 'formbricks#8029', tests: ['test/faults/lint.test.ts'] },
  { name: 'quota', told: 'cht-core#2604, #7149', tests: [STORAGE, BROWSER_STORAGE] },
  {
    name: 'eviction, cleared browser data',
    told: 'kobotoolbox/docs#45, dexie#958',
    tests: [CENTRE, BROWSER_STORAGE],
  },
  {
    name: 'worker update swaps files in mid-form',
    told: 'vite-plugin-pwa#433, gridfinity#866, enketo#986',
    tests: ['test/server/keep-builds.test.ts', 'test/journeys/faults/update.test.ts'],
  },
  { name: 'offline load failed for one locale', told: 'enketo-express#891', tests: [OFFLINE] },
  { name: 'wrong clock', told: 'collect#3305, cht-core#6284', tests: [CENTRE, LINE] },
  { name: '"sync complete" after a time-out', told: 'cht-core#8303, Tangerine#2540', tests: [CENTRE, LINE] },
  {
    name: 'drafts of encrypted forms left in plain text',
    told: 'enketo#1057',
    tests: ['test/journeys/faults/stolen-tablet.test.ts'],
  },
  {
    name: 'next patient saw the last one’s pages',
    told: 'enketo-express#220',
    tests: ['test/journeys/kiosk.test.ts'],
  },
  {
    name: 'a restored session split one answer in two',
    told: 'formbricks#7767',
    tests: [STORAGE, 'test/journeys/kiosk.test.ts'],
  },
  {
    name: 'NUL, lone surrogate, BOM',
    told: 'node-postgres#2080, javarosa#687, central#752',
    tests: [CENTRE],
  },
  { name: 'formula in a cell or a header', told: 'onadata#3024, LimeSurvey#3677', tests: [CENTRE] },
  {
    name: 'zip bomb in a spreadsheet',
    told: 'the file format itself',
    tests: [],
    later: 'questionnaires and rosters from .xlsx files: today no route takes a spreadsheet',
  },
  {
    name: 'stored XSS',
    told: 'kpi#3048',
    tests: ['test/server/serve-app.test.ts', 'test/journeys/faults/hostile.test.ts'],
  },
  {
    name: 'deleting a choice dropped data and shifted export columns',
    told: 'kpi#2089',
    tests: [],
    later: 'authoring of instruments: today every version that exists is shipped with the build',
  },
  {
    name: 'translations lost in an edit',
    told: 'kpi#2363, #6587, #7020',
    tests: [],
    later: 'authoring of instruments from spreadsheets',
  },
  {
    name: 'export stopped at 30,000 rows / timed out at 132,000',
    told: 'kpi#2370, #1757',
    tests: [],
    later: 'exports of single answers: today’s files have a line a participant, an unsur or an assignment',
  },
  { name: 'media readable by URL', told: 'kobocat#551', tests: [CENTRE] },
  {
    name: 'cursor skips a row that committed late',
    told: 'windmill#10894',
    tests: ['test/contracts/pull.test.ts'],
  },
  { name: 'QR that carries a password in clear', told: 'ODK Collect’s settings QR', tests: [CENTRE] },
  { name: 'plain http on the LAN has no WebCrypto', told: 'secure contexts', tests: [OFFLINE] },
];
