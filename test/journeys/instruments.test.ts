// A questionnaire from a spreadsheet: imported with a mistake, mended, published, changed while a tablet without a signal is in the middle of it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cell } from '../../src/authoring/workbook.ts';
import { writeXlsx } from '../../src/authoring/xlsx/write.ts';
import { readSeparated } from '../../src/domain/roster/separated-text.ts';
import { XLSX_MEDIA } from '../../src/protocol/limits.ts';
import { switchOnTablet, type Tablet } from './driver/browser.ts';
import { PASSWORD } from './driver/office.ts';
import * as people from './driver/people.ts';
import { prepareVenue, type Venue } from './driver/venue.ts';

let venue: Venue;
let desk: Tablet;

beforeAll(async () => {
  venue = await prepareVenue(3);
  // Not over yet, in whatever zone it is looked at.
  const { name, venue: place, starts_on } = venue.planned.event;
  const ends_on = new Date(Date.now() + 3 * 24 * 3600_000).toLocaleDateString('sv');
  await venue.office.call('PATCH', `/events/${venue.planned.event.id}`, {
    ...{ name, venue: place, starts_on, ends_on },
  });
  desk = await switchOnTablet(venue.centre.origin, { size: 'landscape' });
  const { page } = desk;
  await page.goto('/sign-in');
  await page.getByLabel('Nama pengguna').fill('operator');
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('link', { name: 'Instrumen' }).waitFor();
});

afterAll(async () => {
  await desk?.remove();
  await venue?.remove();
});

const HEAD = ['type', 'name', 'label::Bahasa Indonesia (id)', 'label::English (en)', 'relevant'];
const FIRST = ['select_one ya_tidak', 'berkas', 'Apakah berkas lengkap?', 'Are the papers complete?', ''];
const NOTE = ['text', 'catatan', 'Catatan petugas', 'Officer’s note', ''];

/** A checklist of the venue as an officer would write it in Excel. */
function spreadsheet(...questions: string[][]): Buffer {
  const choices = [
    ['list_name', 'name', 'label::Bahasa Indonesia (id)', 'label::English (en)'],
    ['ya_tidak', 'ya', 'Ya', 'Yes'],
    ['ya_tidak', 'tidak', 'Tidak', 'No'],
  ];
  const settings = [
    ['form_title', 'form_id', 'default_language'],
    ['Daftar periksa tempat', 'periksa', 'Bahasa Indonesia (id)'],
  ];
  const sheets: [string, Cell[][]][] = [
    ['survey', [HEAD, ...questions]],
    ['choices', choices],
    ['settings', settings],
  ];
  return Buffer.from(writeXlsx({ sheets: sheets.map(([name, rows]) => ({ name, rows })) }));
}

async function importFile(name: string, buffer: Buffer): Promise<void> {
  const { page } = desk;
  await page.goto('/office/instruments/import');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX_MEDIA, buffer });
}

async function publish(version: number): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: `Terbitkan versi ${version}` }).click();
  await page.getByRole('button', { name: 'Ya, terbitkan' }).click();
  await page.getByText(`Versi ${version} sudah terbit.`).waitFor();
}

async function openForm(page: Page): Promise<void> {
  await people.openEvent(page, venue.planned.event.name);
  await page.locator('[data-form="periksa"]').getByRole('button').click();
  await page.getByRole('heading', { level: 1, name: 'Daftar periksa tempat' }).waitFor();
}

const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click();

async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Selesaikan' }).click();
  await page.getByRole('button', { name: 'Ya, selesaikan' }).click();
  await page.getByText('Isian selesai dan tersimpan').waitFor();
}

test('a mistake is told with its sheet, row and column, and nothing is published', async () => {
  const { page } = desk;
  const wrong = ['text', 'catatan', 'Catatan petugas', 'Officer’s note', "${berkaz} = 'tidak'"];
  await importFile('periksa.xlsx', spreadsheet(FIRST, wrong));
  const error = page.getByText(/survey.*baris 3.*relevant/i).first();
  await error.waitFor();
  expect(await page.locator('main').innerText()).toContain('berkaz');
  expect(await page.getByRole('button', { name: /Terbitkan/ }).count()).toBe(0);
});

test('once mended it is published and put into an event', async () => {
  const { page } = desk;
  await importFile('periksa.xlsx', spreadsheet(FIRST, NOTE));
  await publish(1);
  await page.goto(`/office/events/${venue.planned.event.id}/plan`);
  await page.getByLabel(/Daftar periksa tempat/).check();
  await page
    .getByRole('region', { name: 'Kuesioner kegiatan ini' })
    .getByRole('button', { name: 'Simpan' })
    .click();
  await page
    .getByRole('status')
    .filter({ hasText: /simpan/i })
    .waitFor();
});

test('a tablet that is without a signal in the middle of version 1 finishes it, and gets version 2 later', async () => {
  const { page } = venue.tablet;
  await people.openEvent(page, venue.planned.event.name);
  await people.sendNow(page);
  await page.locator('[data-form="periksa"]').waitFor();
  await openForm(page);
  await page.getByRole('radio', { name: 'Ya' }).check();
  await expect.poll(() => people.keptDrafts(page)).toContain('"berkas":"ya"');
  venue.line.cut();

  const added = ['integer', 'kursi', 'Jumlah kursi', 'Number of chairs', ''];
  await importFile('periksa.xlsx', spreadsheet(FIRST, added, NOTE));
  await desk.page
    .getByText(/kursi.*ditambah/)
    .first()
    .waitFor();
  await publish(2);
  await desk.page.getByRole('button', { name: 'Pakai versi baru' }).click();
  await desk.page.getByText('1 kegiatan kini memakai versi baru').waitFor();

  await venue.tablet.killAndRestart('/');
  await openForm(venue.tablet.page);
  const old = venue.tablet.page;
  await old.getByText('Halaman 1 dari 2').waitFor();
  expect(await old.getByRole('radio', { name: 'Ya' }).isChecked()).toBe(true);
  await next(old);
  await old.getByRole('textbox').fill('Diisi tanpa sinyal.');
  await finish(old);

  venue.line.mend();
  await people.openEvent(old, venue.planned.event.name);
  await people.sendNow(old);
  await people.waitForPending(old, 0);
  await openForm(old);
  await old.getByText('Halaman 1 dari 3').waitFor();
  await old.getByRole('radio', { name: 'Tidak' }).check();
  await next(old);
  await old.getByRole('textbox').fill('40');
  await next(old);
  await old.getByRole('textbox').fill('Diisi di versi baru.');
  await finish(old);
  await people.openEvent(old, venue.planned.event.name);
  await people.sendNow(old);
  await people.waitForPending(old, 0);
});

test('the answers of both versions stand in one export with stable columns', async () => {
  const path = `/api/v1/events/${venue.planned.event.id}/submissions/periksa.csv`;
  const read = () => desk.page.evaluate(async path => (await fetch(path)).text(), path);
  await expect.poll(read).toMatch(/versi baru/);
  const [header, ...rows] = readSeparated(await read());
  const columns = header?.fields ?? [];
  const at = ['berkas', 'kursi', 'catatan'].map(code => columns.indexOf(code));
  expect(at.every(place => place >= 0)).toBe(true);
  expect(at).toEqual([...at].sort((a, b) => a - b));
  const cells = rows.map(({ fields }) => at.map(place => fields[place]));
  expect(cells.sort()).toEqual([
    ['tidak', '40', 'Diisi di versi baru.'],
    ['ya', '', 'Diisi tanpa sinyal.'],
  ]);
});

test('no page threw and the content policy was never broken', () => {
  expect([...venue.tablet.complaints, ...desk.complaints]).toEqual([]);
});
