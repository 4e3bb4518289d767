// Several tabs of one tablet, of the same version and of others: they never send twice, never wait in silence, and read what older ones left.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { switchOnTablet, type Tablet } from '../driver/browser.ts';
import * as people from '../driver/people.ts';
import { prepareVenue, type Venue } from '../driver/venue.ts';

/** A file of the app that is no page of it: same origin, none of its code. */
const BARE = '/manifest.webmanifest';
let venue: Venue;

beforeAll(async () => {
  venue = await prepareVenue(6);
});

afterAll(() => venue?.remove());

test('fault: two tabs flush at once: of three tabs one sends, and when it dies in mid-push another one goes on', async () => {
  const { line, planned, office, tablet } = venue;
  line.cut();
  await people.openSession(tablet.page, 'Komunikasi');
  for (const { name } of planned.participants) await people.markPresent(tablet.page, name.slice(0, 8), name);
  const tabs = [tablet.page, await tablet.page.context().newPage(), await tablet.page.context().newPage()];
  for (const tab of tabs) await tab.goto('/');
  for (const tab of tabs) await people.waitForPending(tab, planned.participants.length);
  const asking = new Map<Page, number>(tabs.map(tab => [tab, 0]));
  for (const tab of tabs)
    tab.on('request', request => {
      if (request.url().endsWith('/push')) asking.set(tab, (asking.get(tab) ?? 0) + 1);
    });
  line.portal('');
  line.mend();
  for (const tab of tabs) await tab.evaluate(() => void dispatchEvent(new Event('online')));
  await expect.poll(() => [...asking.values()].filter(Boolean).length).toBe(1);
  const holder = tabs.find(tab => asking.get(tab));
  // The others have been told to send too, and still none of them does.
  await new Promise(resolve => setTimeout(resolve, 500));
  expect([...asking.values()].reduce((sum, count) => sum + count, 0)).toBe(1);
  const [next, other] = tabs.filter(tab => tab !== holder);
  line.portal(null);
  await crash(holder as Page);
  await expect
    .poll(async () => (await office.result(planned.event.id)).attendance.sessions[1]?.counts.present)
    .toBe(6);
  await people.waitForPending(next as Page, 0);
  await people.waitForPending(other as Page, 0);
  const { devices } = await office.call<{ devices: unknown[] }>('GET', '/devices');
  expect(devices).toMatchObject([{ finalised: 6, acknowledged: 6 }]);
  tablet.page = next as Page;
  await other?.close();
  expect(tablet.complaints).toEqual([]);
});

/** Ends the tab's process at once. */
async function crash(tab: Page): Promise<void> {
  const crashed = tab.waitForEvent('crash');
  const session = await tab.context().newCDPSession(tab);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

test('fault: upgrade blocked by another tab: a database that another version holds is told in a sentence, and opens once that tab has gone', async () => {
  for (const [version, sentence] of [
    [5, 'masih terbuka di tab lain dengan versi lama'],
    [20, 'sudah diperbarui di tab lain'],
  ] as const) {
    const tablet = await switchOnTablet(venue.line.origin, { size: 'phone' });
    await hold(tablet.page, version);
    const tab = await tablet.page.context().newPage();
    await tab.goto('/');
    await tab.getByText(sentence).waitFor();
    expect(await tab.locator('input, form').count()).toBe(0);
    await tablet.page.evaluate(
      isOlder =>
        new Promise(resolve => {
          (globalThis as { held?: IDBDatabase }).held?.close();
          if (isOlder) return resolve(null);
          indexedDB.deleteDatabase('lembar-outbox').onsuccess = resolve;
        }),
      version === 5,
    );
    await tab.reload();
    await tab.getByText('Selamat datang di Lembar').waitFor();
    expect(tablet.complaints).toEqual([]);
    await tablet.remove();
  }
});

/** As a tab of a build that does not make way. */
async function hold(page: Page, version: number): Promise<void> {
  await page.goto(BARE);
  await page.evaluate(
    version =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('lembar-outbox', version);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          (globalThis as { held?: IDBDatabase }).held = opening.result;
          resolve();
        };
      }),
    version,
  );
}

type Released = { version: number; stores: Record<string, { keyPath: string | string[]; rows: object[] }> };

test('fault: schema bump wiped the queue: what the first released build left on a tablet is read, asked on and sent', async () => {
  const released = JSON.parse(readFileSync(join(import.meta.dirname, 'outbox-0.1.json'), 'utf8')) as Released;
  const waiting = released.stores.records?.rows.length ?? 0;
  const { office } = venue;
  const tablet = await switchOnTablet(venue.line.origin);
  const unit = await office.topUnit();
  const public_key = await plant(tablet, released);
  const code = await office.enrolmentCode(unit.id);
  const { device, epoch } = await office.call<{ device: string; epoch: string }>('POST', '/enrol', {
    code,
    public_key,
  });
  await enrolAs(tablet, { device, epoch });
  await tablet.page.goto('/');
  await tablet.page.locator('[data-question="biaya"]').waitFor();
  for (let question = 3; question < 9; question += 1) await people.answer(tablet.page, 3);
  await people.finishSurvey(tablet.page, 'Dari versi pertama.');
  await tablet.page.evaluate(() => void dispatchEvent(new Event('online')));
  const sent = { finalised: 7, acknowledged: 7 };
  await expect.poll(async () => told(device), { timeout: 20_000 }).toMatchObject(sent);
  // Their event is of another centre, so that they are kept for the office to look at.
  const { records } = await office.call<{ records: { id: string }[] }>('GET', '/quarantine');
  const ids = released.stores.records?.rows.map(row => (row as { id: string }).id) ?? [];
  expect(records.map(record => record.id)).toEqual(expect.arrayContaining(ids));
  expect(ids).toHaveLength(waiting);
  expect(tablet.complaints).toEqual([]);
  await tablet.remove();

  async function told(id: string): Promise<unknown> {
    const { devices } = await office.call<{ devices: { id: string }[] }>('GET', '/devices');
    return devices.find(one => one.id === id);
  }
});

/** Writes the rows as that build did, with a key pair made here: keys cannot be written out. */
async function plant(tablet: Tablet, released: Released): Promise<{ x: string; y: string }> {
  await tablet.page.goto(BARE);
  return tablet.page.evaluate(async ({ version, stores }) => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
    const revive = (_: string, value: unknown) =>
      typeof value === 'object' && value !== null && '$bytes' in value
        ? Uint8Array.from(atob(String(value.$bytes)), letter => letter.charCodeAt(0))
        : value;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('lembar-outbox', version);
      opening.onupgradeneeded = () => {
        for (const [name, { keyPath }] of Object.entries(stores))
          opening.result.createObjectStore(name, { keyPath });
      };
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const writing = database.transaction(Object.keys(stores), 'readwrite');
    for (const [name, { rows }] of Object.entries(stores))
      for (const row of JSON.parse(JSON.stringify(rows), revive)) {
        if (row.key === 'identity') row.value.keys = keys;
        if (row.draft?.touched_at) row.draft.touched_at = Date.now();
        writing.objectStore(name).put(row);
      }
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    database.close();
    const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey);
    return { x, y };
  }, released);
}

async function enrolAs(tablet: Tablet, enrolled: { device: string; epoch: string }): Promise<void> {
  await tablet.page.evaluate(
    ({ device, epoch }) =>
      new Promise(resolve => {
        const opening = indexedDB.open('lembar-outbox');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('local', 'readwrite');
          const local = writing.objectStore('local');
          const reading = local.get('identity');
          reading.onsuccess = () =>
            local.put({ key: 'identity', value: { ...reading.result.value, device } });
          local.put({ key: 'epoch', value: epoch });
          writing.oncomplete = () => {
            opening.result.close();
            resolve(null);
          };
        };
      }),
    enrolled,
  );
}
