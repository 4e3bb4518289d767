// The office's own work by hand: from the printed set-up link to a tablet's code, with what goes wrong on the way.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { switchOnTablet, type Tablet } from './driver/browser.ts';
import { type Centre, startCentre } from './driver/centre.ts';
import { PASSWORD } from './driver/office.ts';
import * as people from './driver/people.ts';

let centre: Centre;
let desk: Tablet;

beforeAll(async () => {
  centre = await startCentre();
  desk = await switchOnTablet(centre.origin, { size: 'landscape' });
});

afterAll(async () => {
  await desk?.remove();
  await centre?.remove();
});

const fill = (label: string, value: string) => desk.page.getByLabel(label, { exact: true }).fill(value);
const press = (name: string) => desk.page.getByRole('button', { name, exact: true }).click();
const see = (text: string | RegExp) => desk.page.getByText(text).first().waitFor();

test('the printed link makes the first operator once; a false one is refused and nothing typed is lost', async () => {
  const { page } = desk;
  const fillIn = async () => {
    await fill('Nama instansi', 'BPSDM Uji Coba');
    await fill('Nama lengkap', 'Operator Uji');
    await fill('Nama pengguna', 'operator');
    await fill('Kata sandi', PASSWORD);
  };
  await page.goto('/setup#token=salah');
  await fillIn();
  await press('Buat dan masuk');
  await see('Tautan pemasangan ini tidak berlaku');
  expect(await page.getByLabel('Nama instansi').inputValue()).toBe('BPSDM Uji Coba');
  const token = /#token=([\w-]+)/.exec(centre.printed())?.[1];
  await page.goto(`/setup?lagi#token=${token}`);
  await fillIn();
  await press('Buat dan masuk');
  await see('Kegiatan');
  await page.goto('/setup');
  await see('Kegiatan');
});

test('a programme, an event and a session are planned; a day outside the event is named', async () => {
  const { page } = desk;
  await page.goto('/office/programmes');
  await fill('Nama program', 'Pelayanan Prima');
  await press('Buat program');
  await see('Program Pelayanan Prima dibuat.');
  await page.goto('/office/events/new');
  await fill('Nama kegiatan', 'Pelayanan Prima Angkatan I');
  await fill('Tempat', 'Balai Desa Tanjung Raya');
  await fill('Hari pertama', '2026-11-25');
  await fill('Hari terakhir', '2026-11-24');
  await press('Buat kegiatan');
  await see('Tanggal selesai mendahului tanggal mulai');
  await fill('Hari terakhir', '2026-11-26');
  await press('Buat kegiatan');
  await page.waitForURL(/\/plan$/);
  await fill('Nama sesi', 'Sikap melayani');
  await fill('Hari', '2026-11-30');
  await fill('Mulai pukul', '08:00');
  await fill('Selesai pukul', '10:00');
  await press('Tambah sesi');
  await see('Di luar batas yang tertulis');
  await fill('Hari', '2026-11-25');
  await press('Tambah sesi');
  await see('Sesi Sikap melayani ditambahkan.');
});

test('a roster comes in from a file; a false file and malformed NIPs are told by line', async () => {
  const { page } = desk;
  await page.goto(page.url().replace(/\/plan$/, '/roster'));
  const file = page.getByLabel('Berkas CSV');
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');
  await file.setInputFiles({ name: 'peserta.csv', mimeType: 'text/csv', buffer: png });
  await press('Impor');
  await see('Berkas ini bukan CSV');
  const rows = [
    'Nama;NIP;Gol;Jabatan;Unit kerja',
    'Sari Puspita;19850417 201001 2 001;III/b;Analis;Kecamatan Tanjung Raya',
    'Tono Hartono;1985041720100;III/a;Staf;Kecamatan Tanjung Raya',
    'Wati Handayani;;;Tenaga honorer;Kecamatan Tanjung Raya',
  ];
  const csv = Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`);
  await file.setInputFiles({ name: 'peserta.csv', mimeType: 'text/csv', buffer: csv });
  await press('Impor');
  await see(/2 ditambahkan/);
  await see('berisi 13 angka; seharusnya 18');
  expect(await page.getByRole('row', { name: /Tono/ }).first().innerText()).toMatch(/^3\b/);
});

test('a duplicate account is refused at its field and the form keeps what was typed', async () => {
  const { page } = desk;
  await page.goto('/office/accounts');
  await fill('Nama lengkap', 'Ratna Kusuma');
  await page.getByLabel('Peran').selectOption('supervisor');
  await fill('Nama pengguna', 'operator');
  await fill('Kata sandi', PASSWORD);
  await press('Buat akun');
  await see('Nama pengguna "operator" sudah dipakai');
  expect(await page.getByLabel('Nama lengkap', { exact: true }).inputValue()).toBe('Ratna Kusuma');
});

test('a code enrols one device; a second one, and a false one, are told what to do', async () => {
  const { page } = desk;
  await page.goto('/office/devices');
  await press('Buat kode');
  const code = await page
    .getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    .first()
    .innerText();
  const first = await switchOnTablet(centre.origin);
  await people.enrolTablet(first.page, code);
  await people.openEvent(first.page, 'Pelayanan Prima Angkatan I');
  const second = await switchOnTablet(centre.origin, { size: 'phone' });
  for (const [wrong, sentence] of [
    [code, 'Kode ini sudah dipakai'],
    ['ABCD-2345', 'Kode tidak dikenal'],
  ] as const) {
    await second.page.goto('/enrol');
    await second.page.getByLabel('Kode pendaftaran').fill(wrong);
    await second.page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
    await second.page.getByText(sentence).waitFor();
    expect(await second.page.getByLabel('Kode pendaftaran').inputValue()).toBe(wrong);
  }
  await first.remove();
  await second.remove();
});

test('the demonstration is loaded beside it, plainly marked, and leaves nothing behind when removed', async () => {
  const { page } = desk;
  const said = await centre.command('demo');
  const password = /every account: (\S+)/.exec(said)?.[1] ?? '';
  await page.goto('/office');
  await see('Pelayanan Prima Angkatan I');
  expect(await page.locator('body').innerText()).not.toContain('Demonstrasi');
  await press('Keluar');
  await fill('Nama pengguna', 'demo.penyelenggara');
  await fill('Kata sandi', password);
  await press('Masuk');
  await see('Demonstrasi: semua orang dan angka di sini rekaan.');
  await page.getByRole('link', { name: 'Baca hasil' }).click();
  await see(/^IKM|Indeks kepuasan masyarakat/);
  await page.locator('canvas').waitFor();
  await centre.command('demo', '--remove');
  await page.goto('/office');
  await page.waitForURL(/sign-in/);
  await fill('Nama pengguna', 'operator');
  await fill('Kata sandi', PASSWORD);
  await press('Masuk');
  await see('Pelayanan Prima Angkatan I');
  expect(desk.complaints).toEqual([]);
});
