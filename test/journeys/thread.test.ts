// The main job on real input: from a tablet without a signal, through a power cut, to the officer's result.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { switchOnTablet } from './driver/browser.ts';
import { Office, PASSWORD } from './driver/office.ts';
import * as people from './driver/people.ts';
import { prepareVenue, type Venue } from './driver/venue.ts';

/** The published case with 20 respondents and nine unsur; totals and index were published with the rows. */
const published = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../domain/skm/published-cases.json'), 'utf8')) as {
    kind: string;
    n?: number;
    rows?: number[][];
    nrr: number[];
  }[]
).find(one => one.kind === 'skm9' && one.n === 20);
const rows = published?.rows ?? [];

let venue: Venue;

beforeAll(async () => {
  venue = await prepareVenue(32);
});

afterAll(() => venue?.remove());

test('twenty marks, twenty surveys and an observation made without a signal reach the officer once each', async () => {
  const { centre, line, planned, tablet } = venue;
  expect(rows).toHaveLength(20);
  await centre.stop();
  line.cut();
  await tablet.killAndRestart('/venue');

  await people.openEvent(tablet.page, planned.event.name);
  await people.openSession(tablet.page, 'Sikap melayani');
  for (const [index, { name, nip }] of planned.participants.slice(0, 20).entries())
    await people.markPresent(tablet.page, index % 2 ? (nip?.slice(-12) ?? '') : name.slice(0, 8), name);
  const corrected = planned.participants[19]?.name ?? '';
  await people.correctMark(tablet.page, corrected, corrected, 'Terlambat');
  await tablet.page.getByLabel('Cari nama atau NIP').fill('');
  const counts = await tablet.page.locator('.filters').innerText();
  for (const count of ['Semua 32', 'Hadir 19', 'Terlambat 1', 'Belum 12']) expect(counts).toContain(count);

  await people.openEvent(tablet.page, planned.event.name);
  await people.openKiosk(tablet.page);
  for (const [index, row] of rows.entries()) {
    if (index === 10) {
      await people.begin(tablet.page);
      for (const choice of row.slice(0, 3)) await people.answer(tablet.page, choice);
      await tablet.killAndRestart('/');
      await tablet.page.locator('[data-question="biaya"]').waitFor();
      expect(await tablet.page.locator('.kiosk-progress').innerText()).toContain('4 dari 9');
      for (const choice of row.slice(3)) await people.answer(tablet.page, choice);
      await people.finishSurvey(tablet.page);
    } else await people.answerSurvey(tablet.page, row, index === 0 ? '=Tambah waktu praktik' : '');
  }
  await people.leaveKiosk(tablet.page);

  await people.openObservation(tablet.page, planned.participants[0]?.name ?? '');
  await people.observe(tablet.page, 3, 'Menyapa setiap warga di loket, 10 November.');
  await tablet.killAndRestart('/');
  await tablet.page.getByText('42 catatan menunggu').waitFor();

  await centre.restart();
  line.lead(centre.port);
  line.mend();
  await tablet.page.getByRole('button', { name: 'Kirim sekarang' }).click();
  await tablet.page.getByText('Semua catatan sudah diterima pusat').waitFor();

  const again = new Office(centre.origin);
  await again.signIn('operator', PASSWORD);
  const result = await again.result(planned.event.id);
  expect(result.survey.index).toMatchObject({ value: '77.50', exact: '155/2', grade: 'B' });
  expect(result.survey.questions.map(question => question.nrr)).toEqual(
    published?.nrr.map(value => value.toFixed(2)),
  );
  expect(result.survey).toMatchObject({ responses: 20, expected: 20 });
  expect(result.attendance).toMatchObject({ participants: 32, attended: 20 });
  expect(result.attendance.sessions[0]?.counts).toMatchObject({ present: 19, late: 1, unmarked: 12 });
  expect(result.observation).toMatchObject({ assigned: 1, observed: 1 });
  expect(result).toMatchObject({ waiting: 0, quarantined: 0 });
  const { devices } = await again.call<{ devices: unknown[] }>('GET', '/devices');
  expect(devices).toMatchObject([{ finalised: 42, acknowledged: 42 }]);
});

test('the officer reads 77,50, B and the figures of each unsur on the page, and can keep them as CSV', async () => {
  const { centre, planned } = venue;
  const desk = await switchOnTablet(centre.origin, { size: 'landscape' });
  const { page } = desk;
  await page.goto(`/office/events/${planned.event.id}`);
  await page.getByLabel('Nama pengguna').fill('operator');
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByText('77,50').first().waitFor();
  const shown = await page.locator('main').innerText();
  expect(shown).toContain('20 dari 20');
  expect(shown).toMatch(/\bB\b/);
  for (const value of published?.nrr ?? []) expect(shown).toContain(value.toFixed(2).replace('.', ','));
  await page.locator('canvas').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Nilai per unsur' }).click(),
  ]);
  const csv = readFileSync(await download.path());
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(desk.complaints).toEqual([]);
  await desk.remove();
});
