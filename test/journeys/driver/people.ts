// What facilitators, participants and supervisors do on a tablet, as one line each, through the screens that they see.
import type { Page } from 'playwright-core';

export const PIN = '2468';

export async function enterPin(page: Page, pin = PIN): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.locator('.pin-ok').click();
}

/** From a fresh browser to a shared tablet with a PIN and the unit's reference data. */
export async function enrolTablet(page: Page, code: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: /Daftarkan perangkat/ }).click();
  await page.getByLabel('Kode pendaftaran').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
  await page.locator('.pin').waitFor();
  await enterPin(page);
  await page.getByText('Ulangi').waitFor();
  await enterPin(page);
  await page.getByText('Apa yang akan dikerjakan?').waitFor();
}

/** Waits until the service worker holds every file, so that the tablet starts without a signal. */
export async function waitForPrecache(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise(resolve => setTimeout(resolve, 50));
  });
}

export async function openEvent(page: Page, event: string): Promise<void> {
  await page.goto('/venue');
  await page.locator('.pin, h1:text("Kegiatan")').first().waitFor();
  if (await page.locator('.pin').count()) await enterPin(page);
  await page.getByRole('link', { name: new RegExp(event) }).click();
  await page.getByRole('heading', { level: 1, name: event }).waitFor();
}

export async function openSession(page: Page, session: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(session) }).click();
  await page.getByRole('heading', { level: 1, name: session }).waitFor();
}

/** Finds a person by a few letters or digits and marks present with one tap. */
export async function markPresent(page: Page, search: string, name: string): Promise<void> {
  await page.getByLabel('Cari nama atau NIP').fill(search);
  const line = page.locator('.person', { hasText: name });
  await line.getByRole('button', { name: `${name}: Hadir`, exact: true }).click();
  await page.locator('.person[data-mark="present"]', { hasText: name }).waitFor();
}

export async function correctMark(page: Page, search: string, name: string, to: string): Promise<void> {
  await page.getByLabel('Cari nama atau NIP').fill(search);
  const line = page.locator('.person', { hasText: name });
  await line.getByRole('button', { name: new RegExp(`Pilih presensi ${name}`) }).click();
  await line.locator('.person-marks').getByRole('button', { name: to }).click();
  await line.locator('.person-line .mark', { hasText: to }).waitFor();
}

export async function openKiosk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Buka survei' }).click();
  await page.locator('[data-stage="notice"]').waitFor();
}

export async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mulai' }).click();
  await page.locator('[data-stage="asking"]').waitFor();
}

/** Looks at every frame; a locator would look again only after half a second. */
const appears = (page: Page, selector: string) =>
  page.waitForFunction(wanted => document.querySelector(wanted) !== null, selector);

/** Answers the question shown and waits for the next screen. */
export async function answer(page: Page, choice: number): Promise<void> {
  const asked = await page.locator('[data-question]').getAttribute('data-question');
  await appears(page, `[data-choice="${choice}"]:enabled`);
  await page.locator(`[data-choice="${choice}"]`).click();
  await appears(page, `main:not([data-question="${asked}"])`);
}

/** Where the page's clock is the test's: the kiosk's pauses between two questions pass at once. */
export async function inNoTime(page: Page, act: () => Promise<unknown>): Promise<void> {
  let isOver = false;
  const acted = act().finally(() => {
    isOver = true;
  });
  while (!isOver) await Promise.race([acted, page.clock.runFor(200)]);
  await acted;
}

/** One person's whole survey, from the notice to the thanks and on to the next person. */
export async function answerSurvey(page: Page, choices: readonly number[], saran = ''): Promise<void> {
  await begin(page);
  for (const choice of choices) await answer(page, choice);
  await finishSurvey(page, saran);
}

export async function finishSurvey(page: Page, saran = ''): Promise<void> {
  if (saran) await page.getByRole('textbox').fill(saran);
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await page.locator('[data-stage="thanks"]').waitFor();
  await page.getByRole('button', { name: 'Orang berikutnya' }).click();
  await page.locator('[data-stage="notice"]').waitFor();
}

export async function leaveKiosk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Petugas' }).click();
  await enterPin(page);
  await page.getByRole('button', { name: 'Buka survei' }).waitFor();
}

export async function openObservation(page: Page, participant: string): Promise<void> {
  await page.goto('/supervisor');
  await page.locator('.pin, h1:text("Observasi")').first().waitFor();
  if (await page.locator('.pin').count()) await enterPin(page);
  await page.getByRole('link', { name: new RegExp(participant) }).click();
  await page.getByRole('heading', { level: 1, name: participant }).waitFor();
}

export async function observe(page: Page, level: number, evidence: string): Promise<void> {
  for (const competency of ['sikap', 'komunikasi', 'ketepatan', 'keluhan'])
    await page.locator(`#question-${competency} [data-choice="${level}"]`).click();
  await page.locator('#question-bukti textarea').fill(evidence);
  await page.locator('#question-rekomendasi [data-choice="pendampingan"]').click();
  await page.getByRole('button', { name: 'Selesaikan' }).click();
  await page.getByRole('button', { name: 'Ya, selesaikan' }).click();
  await page.getByText('Observasi selesai').waitFor();
}

/** On any screen that has the line of sending. */
export const sendNow = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Kirim sekarang' }).click();

/** Waits until that many records are waiting and nothing is under way; answers the sentence shown. */
export async function waitForPending(page: Page, records: number): Promise<string> {
  await page.locator(`.sync[data-pending="${records}"] button:enabled`, { hasText: 'Kirim' }).waitFor();
  return page.locator('.sync').getByRole('status').innerText();
}

/** Runs in the page: the text of every draft that is durable there. */
const KEPT_DRAFTS = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('lembar-outbox');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const range = IDBKeyRange.bound('draft:', 'draft:~');
    const reading = opening.result.transaction('local').objectStore('local').getAll(range);
    reading.onsuccess = () => {
      opening.result.close();
      resolve(Promise.all(reading.result.map(row => row.value.text())).then(texts => texts.join()));
    };
  };
})`;

/** What of unfinished sheets a power cut would leave now. */
export const keptDrafts = (page: Page): Promise<string> => page.evaluate<string>(KEPT_DRAFTS);
