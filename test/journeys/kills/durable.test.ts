// What is told as kept has been flushed to the disk before: seen in the system calls, since a kill spares the page cache.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tablet } from '../driver/browser.ts';
import { startCentre } from '../driver/centre.ts';
import { Office } from '../driver/office.ts';
import * as people from '../driver/people.ts';
import { QuickDevice } from '../driver/quick-device.ts';
import { prepareVenue } from '../driver/venue.ts';
import { ensureStrace, readCalls, trace, tracing } from './strace.ts';

const PUSHES = 10;
/** More than one, since a flush for something else may fall between a press and what it shows. */
const MARKS = 6;
let folder: string;

beforeAll(() => {
  expect(ensureStrace()).toBe(true);
  folder = mkdtempSync(join(tmpdir(), 'lembar-trace-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('between the arrival of each push and its reply the centre has flushed its log to the disk', async () => {
  const file = join(folder, 'centre');
  const centre = await startCentre({
    through: tracing(file, 'read,write,writev,sendto,sendmsg,fsync,fdatasync'),
  });
  try {
    const office = new Office(centre.origin);
    await office.setUp(centre.printed());
    const unit = await office.topUnit();
    const device = await QuickDevice.enrol(office, unit.id);
    const reqs: string[] = [];
    for (let push = 0; push < PUSHES; push += 1) {
      const record = await device.seal({ kind: 'mark' }, { note: `push ${push}` });
      reqs.push((await device.push(centre.origin, [record]))?.req ?? '');
    }
    await centre.stop();
    await expect.poll(() => readFileSync(file, 'latin1')).toMatch(/\+\+\+ exited with 0 \+\+\+\n$/);
    const calls = readCalls(file);
    const flushes = calls.filter(call => isFlush(call.name) && call.words.includes('lembar.sqlite-wal'));
    for (const req of reqs) {
      const asked = calls.find(call => call.name === 'read' && call.words.includes(`req\\":\\"${req}`));
      const replied = calls.find(
        call => call.name.startsWith('write') && call.words.includes(`req\\":\\"${req}`),
      );
      if (!asked || !replied) throw new Error('the trace does not show the push');
      const between = flushes.filter(flush => flush.from >= asked.to && flush.to <= replied.from);
      expect(between.map(flush => flush.result)).toContain('0');
    }
  } finally {
    await centre.remove();
  }
}, 60_000);

test('a mark, and the thanks for a sheet, are shown only after they were flushed to the disk', async () => {
  const venue = await prepareVenue(MARKS);
  const { page } = venue.tablet;
  venue.line.cut();
  try {
    await people.openSession(page, 'Komunikasi');
    const next = '.person:not([data-mark="present"]) .person-present';
    for (let mark = 1; mark <= MARKS; mark += 1)
      expect(await flushesUntil(venue.tablet, next, '.person[data-mark="present"]', mark)).toContain('0');
    await people.openEvent(page, venue.planned.event.name);
    await people.openKiosk(page);
    await people.begin(page);
    for (let question = 0; question < 9; question += 1) await people.answer(page, 3);
    await page.locator('.button--next:enabled').waitFor();
    expect(await flushesUntil(venue.tablet, '.button--next', '[data-stage="thanks"]')).toContain('0');
  } finally {
    await venue.remove();
  }
}, 120_000);

/** What the flushes of the database's log came to between a press and the screen that shows that many of what it brings. */
async function flushesUntil(tablet: Tablet, pressed: string, shown: string, times = 1): Promise<string[]> {
  const file = join(folder, `tablet-${shown.length}-${times}`);
  const stop = await trace(tablet.pid(), file, 'fsync,fdatasync');
  const [from = 0, to = 0] = await tablet.page.evaluate(
    async ({ pressed, shown, times }) => {
      const now = () => performance.timeOrigin + performance.now();
      const isShown = new Promise<number>(resolve => {
        new MutationObserver(() => {
          if (document.querySelectorAll(shown).length >= times) resolve(now());
        }).observe(document, { subtree: true, childList: true, attributes: true });
      });
      const from = now();
      document.querySelector<HTMLButtonElement>(pressed)?.click();
      return [from, await isShown];
    },
    { pressed, shown, times },
  );
  await stop();
  return readCalls(file)
    .filter(({ name, words }) => isFlush(name) && /indexeddb\.leveldb\/\d+\.log/.test(words))
    .filter(call => call.from >= from && call.to <= to)
    .map(call => call.result);
}

const isFlush = (name: string): boolean => name === 'fsync' || name === 'fdatasync';
