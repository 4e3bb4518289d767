// Texts that try to run, and texts of ten megabytes: typed, imported or pasted, they stay texts, on the tablet and in the office.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { skm9 } from '../../../src/domain/instrument/shipped/skm9.ts';
import { switchOnTablet, type Tablet } from '../driver/browser.ts';
import { PASSWORD } from '../driver/office.ts';
import * as people from '../driver/people.ts';
import { prepareVenue, type Venue } from '../driver/venue.ts';

const HOSTILE = [
  '<img src=x onerror=hacked()>',
  '<script>hacked()</script>',
  '"><svg onload=hacked()>',
  "'-hacked()-'",
  '<a href="javascript:hacked()">tautan</a>',
  '{{constructor.constructor("hacked()")()}}',
  '</textarea></title><iframe srcdoc="<script>parent.hacked()</script>">',
  "'; drop table raw; --",
] as const;
/** Only a person's own comment takes these: names with them are refused. */
const BROKEN = '&lt;b&gt; \u202Eterbalik\u202C \u0000 \uD800';

const LIMIT = skm9.questions.find(question => question.type === 'text')?.max_length ?? 0;
let venue: Venue;
let desk: Tablet;

beforeAll(async () => {
  venue = await prepareVenue(2);
  desk = await switchOnTablet(venue.centre.origin, { size: 'landscape' });
});

afterAll(async () => {
  await desk?.remove();
  await venue?.remove();
});

/** Whatever runs calls this, and whatever asks for a dialogue is heard. */
async function watch(page: Page): Promise<string[]> {
  const heard: string[] = [];
  await page.exposeFunction('hacked', () => heard.push('ran'));
  page.on('dialog', dialog => {
    heard.push(dialog.message());
    void dialog.dismiss();
  });
  return heard;
}

test('fault: stored XSS: names and comments that try to run are shown as they were written, and no policy report comes', async () => {
  const { office, planned, tablet } = venue;
  const { page } = tablet;
  const heard = [await watch(page), await watch(desk.page)];
  const event = `/events/${planned.event.id}`;
  for (const text of HOSTILE) {
    await office.call('POST', `${event}/participants`, {
      name: text,
      nip: '',
      rank: '',
      position: text,
      unit_name: text,
    });
    await office.call('POST', `${event}/sessions`, {
      name: text,
      day: planned.event.starts_on,
      starts_at: '08:00',
      ends_at: '09:00',
    });
  }
  await page.goto('/');
  await people.sendNow(page);
  await people.waitForPending(page, 0);
  await people.openEvent(page, planned.event.name);
  await page.getByText(HOSTILE[0]).first().waitFor();
  await people.openSession(page, 'Komunikasi');
  for (const text of HOSTILE.slice(0, 3)) await page.getByText(text).first().waitFor();
  await people.openEvent(page, planned.event.name);
  await people.openKiosk(page);
  await page.clock.install();
  for (const text of [...HOSTILE, BROKEN])
    await people.inNoTime(page, () => people.answerSurvey(page, [4, 4, 4, 4, 4, 4, 4, 4, 4], text));
  await people.inNoTime(page, () => people.leaveKiosk(page));
  await people.sendNow(page);
  await people.waitForPending(page, 0);
  await readAll(desk.page, `/office${event}`);
  expect(heard.flat()).toEqual([]);
  expect([...tablet.complaints, ...desk.complaints]).toEqual([]);
});

async function readAll(page: Page, event: string): Promise<void> {
  await page.goto(event);
  await page.getByLabel('Nama pengguna').fill('operator');
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toContain(HOSTILE[1]);
  await page.goto(`${event}/roster`);
  for (const text of HOSTILE) await page.getByText(text).first().waitFor();
  await page.goto(`${event}/plan`);
  await page.getByText(HOSTILE[0]).first().waitFor();
}

test('fault: huge text, 413: ten megabytes pasted into the free text end at its limit, are finished and received', async () => {
  const { office, planned, tablet } = venue;
  const { page } = tablet;
  const before = await office.result(planned.event.id);
  await people.openEvent(page, planned.event.name);
  await people.openKiosk(page);
  await people.begin(page);
  for (let question = 0; question < 9; question += 1) await people.answer(page, 1);
  const box = page.getByRole('textbox');
  await box.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.insertText', { text: 'Panjang sekali 😀 '.repeat(600_000) });
  expect((await box.inputValue()).length).toBe(LIMIT);
  // As from a keyboard that does not mind the limit of the box: more than a push may hold.
  await box.evaluate((typed: HTMLTextAreaElement) => {
    typed.value = 'Panjang sekali 😀 '.repeat(80_000);
    typed.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  });
  await people.finishSurvey(page);
  await people.leaveKiosk(page);
  await people.sendNow(page);
  await people.waitForPending(page, 0);
  const { survey, waiting, quarantined } = await office.result(planned.event.id);
  expect([survey.responses, waiting, quarantined]).toEqual([before.survey.responses + 1, 0, 0]);
  const database = new DatabaseSync(join(venue.centre.data, 'lembar.sqlite'), { readOnly: true });
  const longest = database
    .prepare("select max(length(text)) as letters from comment where text like 'Panjang%'")
    .get();
  database.close();
  // SQLite counts an emoji as one letter, the limit as two.
  expect((longest as { letters: number }).letters).toBeGreaterThan(LIMIT * 0.9);
  expect((longest as { letters: number }).letters).toBeLessThanOrEqual(LIMIT);
});
