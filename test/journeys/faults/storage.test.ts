// A tablet whose storage does not open, is nearly full, is torn away or is cleared: it says so, and loses nothing that it told as kept.
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TabletOptions } from '../driver/browser.ts';
import * as people from '../driver/people.ts';
import { prepareVenue, type Venue } from '../driver/venue.ts';

const options: TabletOptions = {};
let venue: Venue;
let finished = 0;

beforeAll(async () => {
  venue = await prepareVenue(3, options);
});

afterAll(() => venue?.remove());

const page = () => venue.tablet.page;
const stage = () => page().locator('main[data-stage]').getAttribute('data-stage');

async function answerAll(from = 0): Promise<void> {
  for (let question = from; question < 9; question += 1) await people.answer(page(), 3);
}

test('fault: storage failed to open, fell back to memory: capture is refused loudly and nothing is kept elsewhere', async () => {
  await people.openKiosk(page());
  options.prepare = refuseToOpen;
  await venue.tablet.killAndRestart('/');
  await page().getByText('tidak dapat menyimpan').waitFor();
  expect(await page().locator('input, textarea, [data-choice], [data-stage]').count()).toBe(0);
  for (const path of ['/venue', '/supervisor']) {
    await page().goto(path);
    await page().getByText('tidak dapat menyimpan').waitFor();
  }
  delete options.prepare;
  await venue.tablet.killAndRestart('/');
  expect(await stage()).toBe('notice');
});

/** As a browser in private mode, or with a broken profile, does. */
const refuseToOpen = (context: BrowserContext) =>
  context.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...words) {
      const request = open.apply(this, [`unused-${words[0]}`]);
      queueMicrotask(() => {
        Object.defineProperty(request, 'error', { value: new DOMException('no', 'UnknownError') });
        request.dispatchEvent(new Event('error', { bubbles: true, cancelable: true }));
      });
      request.addEventListener('success', event => event.stopImmediatePropagation());
      return request;
    };
  });

test('fault: connection dies after background: a tab that was frozen, and whose storage was restarted, keeps the next answer', async () => {
  await people.begin(page());
  await people.answer(page(), 2);
  const session = await page().context().newCDPSession(page());
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  const killed = venue.tablet.killPart('storage.mojom.StorageService');
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await session.detach();
  await answerAll(1);
  await people.finishSurvey(page(), 'Sesudah layar lama padam.');
  finished += 1;
  expect(killed).toBe(true);
});

test('fault: quota: a sheet that was begun can be finished, and no new one is begun while the disk is full', async () => {
  await people.begin(page());
  await people.answer(page(), 4);
  await page().evaluate(beFullUntilReserveIsSpent);
  await answerAll(1);
  await page().getByRole('textbox').fill('Ruangan penuh.');
  await page().getByRole('button', { name: 'Kirim', exact: true }).click();
  await page().locator('[data-stage="thanks"]').waitFor();
  finished += 1;
  await page().getByRole('button', { name: 'Orang berikutnya' }).click();
  await page().locator('[data-stage="full"]').waitFor();
  expect(await page().evaluate(() => (globalThis as { refused?: number }).refused)).toBeGreaterThan(0);
  expect(await page().getByRole('button', { name: 'Mulai' }).count()).toBe(0);
  await page().reload();
  await page().locator('[data-stage="notice"]').waitFor();
});

/**
 * In the page: every write fails until the reserve goes, and the reserve finds no room again. As seen on a full disk,
 * where a Blob that does not fit ends in a `DataError`; a quota set by the tools counts no Blobs.
 */
function beFullUntilReserveIsSpent(): void {
  const counts = globalThis as { refused?: number };
  const { put, delete: remove } = IDBObjectStore.prototype;
  const failing = function (this: IDBObjectStore, ...words: Parameters<typeof put>) {
    const request = put.apply(this, words);
    const error = new DOMException('Failed to write blobs (IOError)', 'DataError');
    Object.defineProperty(this.transaction, 'error', { value: error });
    this.transaction.abort();
    return request;
  };
  let isSpent = false;
  IDBObjectStore.prototype.put = function (...words) {
    if (this.name === 'reserve') return failing.apply(this, words);
    if (isSpent) return put.apply(this, words);
    counts.refused = (counts.refused ?? 0) + 1;
    throw new DOMException('full', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.delete = function (...words) {
    if (this.name === 'reserve') isSpent = true;
    return remove.apply(this, words);
  };
}

test('fault: eviction, cleared browser data: the centre names the tablet whose records are gone', async () => {
  await people.leaveKiosk(page());
  await page().goto('/');
  await people.waitForPending(page(), 0).catch(() => undefined);
  await people.sendNow(page());
  await people.waitForPending(page(), 0);
  // A proxy that finds one record too large: the others go on, and with them the device's own count.
  venue.line.portal('HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  await people.openEvent(page(), venue.planned.event.name);
  await people.openSession(page(), 'Komunikasi');
  const { name } = venue.planned.participants[0] ?? { name: '' };
  await people.markPresent(page(), name.slice(0, 8), name);
  await page().evaluate(() => void dispatchEvent(new Event('online')));
  await page()
    .getByText(/belum dapat diterima pusat/)
    .waitFor();
  venue.line.portal(null);
  await page().evaluate(() => void dispatchEvent(new Event('online')));
  await expect
    .poll(async () => (await devices())[0], { timeout: 20_000 })
    .toMatchObject({
      finalised: finished + 1,
      acknowledged: finished,
    });
  const session = await page().context().newCDPSession(page());
  await session.send('Storage.clearDataForOrigin', { origin: venue.line.origin, storageTypes: 'all' });
  await page().goto('/');
  const unit = await venue.office.topUnit();
  await people.enrolTablet(page(), await venue.office.enrolmentCode(unit.id));
  const [first, second] = await devices();
  expect(first).toMatchObject({ finalised: finished + 1, acknowledged: finished });
  expect(second).toMatchObject({ finalised: 0, acknowledged: 0 });
  expect(venue.tablet.complaints).toEqual([]);
});

type Told = { enrolled_at: string; finalised: number; acknowledged: number };

async function devices(): Promise<Told[]> {
  const { devices } = await venue.office.call<{ devices: Told[] }>('GET', '/devices');
  return devices.sort((one, other) => one.enrolled_at.localeCompare(other.enrolled_at));
}
