// The shared tablet in a participant's hands: nothing of one person reaches the next, and no tap answers by accident.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as people from './driver/people.ts';
import { prepareVenue, type Venue } from './driver/venue.ts';

let venue: Venue;

beforeAll(async () => {
  venue = await prepareVenue(6);
  await people.openKiosk(venue.tablet.page);
  await venue.tablet.page.clock.install();
});

afterAll(() => venue?.remove());

beforeEach(async () => {
  await venue.tablet.page.reload();
  await venue.tablet.page.locator('[data-stage]').waitFor();
});

const stage = () => venue.tablet.page.locator('[data-stage]').getAttribute('data-stage');
const question = () => venue.tablet.page.locator('[data-question]').getAttribute('data-question');

test('the notice says what for and that no name is kept before the first question', async () => {
  const { page } = venue.tablet;
  expect(await stage()).toBe('notice');
  const text = await page.locator('main').innerText();
  expect(text).toContain('memperbaiki pelatihan');
  expect(text).toContain('tidak dicatat');
});

test('a second tap within the animation does not answer the next question', async () => {
  const { page } = venue.tablet;
  await people.begin(page);
  await people.answer(page, 4);
  const choice = page.locator('[data-question="prosedur"] [data-choice="3"]:enabled');
  await choice.waitFor();
  const box = await choice.boundingBox();
  if (!box) throw new Error('no choice on the screen');
  const tap = () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  // The page's time stands still between the taps, so that a slow machine taps within the animation too.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await tap();
  await tap();
  await page.clock.runFor(200);
  await page.locator('[data-question="waktu"]').waitFor();
  await tap();
  await page.clock.runFor(300);
  await tap();
  await page.clock.runFor(1000);
  await page.clock.resume();
  await page.locator('[data-question="waktu"] [data-choice="3"]:enabled').waitFor();
  expect(await page.locator('[data-question="waktu"] [aria-pressed="true"]').count()).toBe(0);
  await people.answer(page, 1);
  for (const code of ['waktu', 'prosedur']) {
    await page.getByRole('button', { name: 'Kembali' }).click();
    await page.locator(`[data-question="${code}"] [data-choice="3"]:enabled`).waitFor();
  }
  expect(await page.locator('[aria-pressed="true"]').getAttribute('data-choice')).toBe('3');
  await clearByCancel();
});

test('fault: a restored session split one answer in two: a reload comes back to the same question with the answers so far', async () => {
  const { page } = venue.tablet;
  await people.begin(page);
  await people.answer(page, 2);
  await people.answer(page, 4);
  await page.reload();
  await page.locator('[data-question="waktu"]').waitFor();
  await page.getByRole('button', { name: 'Kembali' }).click();
  await page.locator('[data-question="prosedur"] [data-choice="4"][aria-pressed="true"]').waitFor();
  await clearByCancel();
});

test('fault: next patient saw the last one’s pages: neither back button, address nor reload leads out of the kiosk or into the last person’s answers', async () => {
  const { page } = venue.tablet;
  await people.begin(page);
  for (let index = 0; index < 9; index += 1) await people.answer(page, 1);
  await people.finishSurvey(page, 'Ruangnya terlalu panas');
  // Where an earlier page belongs to an earlier load, the app comes up again; only then is there something to press.
  for (let press = 0; press < 8; press += 1) {
    await page.goBack({ timeout: 2000 }).catch(() => undefined);
    await page.locator('[data-stage="notice"]').waitFor();
  }
  for (const path of ['/venue', `/venue/${venue.planned.event.id}`, '/supervisor', '/office', '/enrol']) {
    await page.goto(path);
    await page.locator('[data-stage="notice"]').waitFor();
  }
  await people.begin(page);
  expect(await page.locator('[aria-pressed="true"]').count()).toBe(0);
  for (let index = 0; index < 9; index += 1) await people.answer(page, 2);
  expect(await page.getByRole('textbox').inputValue()).toBe('');
  await people.finishSurvey(page);
});

test('a wrong PIN does not open the way out', async () => {
  const { page } = venue.tablet;
  await page.getByRole('button', { name: 'Petugas' }).click();
  await people.enterPin(page, '1111');
  await page.getByRole('alert').filter({ hasText: /PIN/ }).waitFor();
  await page.goto('/venue');
  await page.locator('[data-stage="notice"]').waitFor();
});

test('left alone for 90 seconds it asks, hides the answers, and clears them when nobody says yes', async () => {
  const { page } = venue.tablet;
  await page.clock.runFor(1000);
  await page.getByRole('button', { name: 'Mulai' }).click();
  await page.clock.runFor(1000);
  await page.locator('[data-choice="4"]').click();
  await page.clock.runFor(1000);
  await page.locator('[data-question="prosedur"]').waitFor();
  await page.clock.runFor(85_000);
  expect(await stage()).toBe('asking');
  await page.clock.runFor(6_000);
  await page.locator('[data-stage="idle"]').waitFor();
  expect(await page.locator('[data-choice]').count()).toBe(0);
  await page.getByRole('button', { name: 'Ya, lanjutkan' }).click();
  await page.locator('[data-question="prosedur"]').waitFor();
  await page.clock.runFor(92_000);
  await page.locator('[data-stage="idle"]').waitFor();
  await page.clock.runFor(21_000);
  await page.locator('.kiosk-begin button:enabled').waitFor();
  await page.reload();
  await page.clock.runFor(1000);
  await page.locator('[data-stage="notice"]').waitFor();
  await page.clock.resume();
});

test('no page threw and the content policy was never broken', () => {
  expect(venue.tablet.complaints).toEqual([]);
});

async function clearByCancel(): Promise<void> {
  const { page } = venue.tablet;
  while ((await question()) !== 'persyaratan') {
    const before = await question();
    await page.getByRole('button', { name: 'Kembali' }).click();
    await page.locator(`[data-question="${before}"]`).waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: 'Batal' }).click();
  await page.locator('.kiosk-begin button:enabled').waitFor();
}
