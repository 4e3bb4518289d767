// A new version of the app arrives while somebody answers: nothing moves under their hands, and no file is missing.
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Office, PASSWORD } from '../driver/office.ts';
import * as people from '../driver/people.ts';
import { prepareVenue, type Venue } from '../driver/venue.ts';

const root = join(import.meta.dirname, '../../..');
let venue: Venue;
let next: string;

beforeAll(async () => {
  next = mkdtempSync(join(tmpdir(), 'lembar-next-'));
  const [prepared] = await Promise.all([prepareVenue(3), buildNext()]);
  venue = prepared;
});

afterAll(async () => {
  await venue?.remove();
  rmSync(next, { recursive: true, force: true });
});

/** The same app with other contents of every script, so with other names. */
async function buildNext(): Promise<void> {
  symlinkSync(join(root, 'node_modules'), join(next, 'node_modules'));
  cpSync(join(root, 'dist/server'), join(next, 'dist/server'), { recursive: true });
  const postBanner = 'globalThis.lembarNext=true;';
  await build({
    root,
    logLevel: 'silent',
    build: { outDir: join(next, 'dist/app'), emptyOutDir: true, rolldownOptions: { output: { postBanner } } },
  });
}

const isNext = (page: Page) => page.evaluate(() => 'lembarNext' in globalThis);

test('fault: worker update swaps files in mid-form: the sheet goes on in its own version, every late chunk loads, and the update waits for a person', async () => {
  const { centre, line, planned, tablet } = venue;
  const { page } = tablet;
  const bystander = await page.context().newPage();
  await bystander.goto('/');
  await page.bringToFront();
  await people.openKiosk(page);
  await people.begin(page);
  for (const choice of [4, 3, 2]) await people.answer(page, choice);

  await centre.stop();
  await centre.restart(join(next, 'dist/server/main.js'));
  line.lead(centre.port);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    while (!registration?.waiting) await new Promise(resolve => setTimeout(resolve, 20));
  });
  expect(await page.locator('[data-question]').getAttribute('data-question')).toBe('biaya');
  for (const choice of [4, 3, 2, 1, 4, 3]) await people.answer(page, choice);
  await people.finishSurvey(page, 'Di tengah pembaruan.');
  await people.leaveKiosk(page);
  await page.goto('/');
  expect(await isNext(page)).toBe(false);
  await page.getByRole('button', { name: 'Pakai sekarang' }).click();
  await expect.poll(() => isNext(page).catch(() => false)).toBe(true);

  // A tab that still runs the older version asks for a file that only that version had.
  expect(await isNext(bystander)).toBe(false);
  const session = await bystander.context().newCDPSession(bystander);
  await session.send('Network.clearBrowserCache');
  await bystander.bringToFront();
  await bystander.getByRole('link', { name: /Observasi/ }).click();
  await bystander.locator('.pin').waitFor();
  await people.enterPin(bystander);
  await bystander.getByRole('link', { name: new RegExp(planned.participants[0]?.name ?? '') }).waitFor();
  await bystander.close();
  await page.bringToFront();

  await people.sendNow(page);
  await people.waitForPending(page, 0);
  const office = new Office(centre.origin);
  await office.signIn('operator', PASSWORD);
  expect((await office.result(planned.event.id)).survey.responses).toBe(1);
  expect(tablet.complaints).toEqual([]);
});
