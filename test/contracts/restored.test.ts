// A centre put back to an older copy (cht-core#8093): the tablet sends again what the copy lacks, however it was put back.
import 'fake-indexeddb/auto';
import { copyFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tablet } from '../../src/device/tablet.ts';
import { backup } from '../../src/server/cli/backup.ts';
import { restore } from '../../src/server/cli/restore.ts';
import { makeEnrolmentCode } from '../../src/server/identity/enrolment-code.ts';
import { bench, seen } from '../device/fixture.ts';
import { type Folder, newFolder, openCentreIn, talk } from '../server/cli/data.ts';
import { EVENT, PARTICIPANTS, SESSION, type TestCentre, UNIT } from '../server/test-centre.ts';

let folder: Folder;
let centre: TestCentre;
beforeEach(async () => {
  folder = newFolder();
  centre = await openCentreIn(folder);
});
afterEach(async () => {
  await centre.close();
  folder.remove();
});

/** To whichever centre runs now. */
const road: typeof fetch = async (input, init) => {
  const payload = Buffer.from(await new Response(init?.body ?? null).arrayBuffer());
  const headers = Object.fromEntries(new Headers(init?.headers));
  const reply = await centre.app.inject({ method: 'POST', url: String(input), headers, payload });
  return new Response(new Uint8Array(reply.rawPayload), {
    status: reply.statusCode,
    headers: { 'content-type': String(reply.headers['content-type'] ?? '') },
  });
};

async function enrolledTablet(): Promise<Tablet> {
  const tablet = bench().open({ fetch: road });
  await tablet.start();
  const { code } = await makeEnrolmentCode(centre.centre, UNIT.west, null);
  expect(await tablet.enrol(code)).toMatchObject({ ok: true });
  return tablet;
}

async function markAndSend(tablet: Tablet, from: number, to: number): Promise<void> {
  for (const id of PARTICIPANTS.slice(from, to)) await tablet.mark(EVENT.west, SESSION.west, id, 'present');
  tablet.sync.now();
  await seen(tablet.sync.status(), ({ pending, state }) => pending === 0 && state.kind === 'idle');
}

const copyOf = () => folder.outside('copy.sqlite');
const quiet = () => ({ ...folder.world, ...talk(), dataFolder: folder.dataFolder });

/** Each puts the copy in the database's place while no centre runs; and as what the centre then knows the tablet. */
const WAYS: [string, string[], () => Promise<unknown>][] = [
  ['by the command', ['itself'], () => restore(quiet(), [copyOf()])],
  [
    'by hand',
    ['itself', 'a copy of itself'],
    async () => {
      for (const end of ['', '-wal', '-shm']) rmSync(`${folder.database}${end}`, { force: true });
      copyFileSync(copyOf(), folder.database);
    },
  ],
];

const rawRows = () => centre.db.selectFrom('raw').select('state').execute();
const marked = async () =>
  (await centre.db.selectFrom('mark').select('participant_id').execute()).map(row => row.participant_id);

describe('fault: server restored from a backup, client never sends again (cht-core#8093): a centre put back', () => {
  it.each(WAYS)(
    '%s gets again what it lacks, once, and knows the tablet as %j',
    async (_title, known, putBack) => {
      const tablet = await enrolledTablet();
      await markAndSend(tablet, 0, 2);
      expect(await backup(quiet(), [copyOf()])).toBe(0);
      await markAndSend(tablet, 2, 5);
      expect(await rawRows()).toHaveLength(5);
      await centre.close();
      await putBack();
      centre = await openCentreIn(folder, { isNew: false });
      expect(await rawRows()).toHaveLength(2);
      await markAndSend(tablet, 5, 6);
      await expect.poll(async () => (await rawRows()).length, { timeout: 10_000 }).toBe(6);
      await centre.app.projector.idle();
      expect((await marked()).sort()).toEqual(PARTICIPANTS.slice(0, 6).sort());
      const devices = await centre.db.selectFrom('device').select('copy_of').orderBy('copy_of').execute();
      expect(devices.map(({ copy_of }) => (copy_of === null ? 'itself' : 'a copy of itself'))).toEqual(known);
    },
  );
});
