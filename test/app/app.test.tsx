// The root: what stands in front of the path, who is let through, and what a person sees when something breaks.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import type { App as AppState } from '../../src/app/app-context.ts';
import { navigate } from '../../src/app/route.ts';
import { speak } from '../../src/app/text/language.ts';
import { type FakeTablet, fakeTablet } from './fake-tablet.ts';
import { appOn, SHARED, type Shown, show } from './show.tsx';

let tablet: FakeTablet;
let app: AppState;
let screen: Shown | null = null;

/** Screens are chunks of their own: their import takes real time. */
async function open(path: string): Promise<Shown> {
  navigate(path, 'replace');
  const shown = await show(<App state={app} />, app);
  screen = shown;
  await vi.waitFor(() => {
    if (!shown.root.querySelector('h1')) throw new Error('still loading');
  });
  await shown.pass(0);
  return shown;
}

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00'), shouldAdvanceTime: true });
  tablet = fakeTablet();
  await tablet.setPin('1234');
  app = appOn(tablet);
});
afterEach(async () => {
  screen?.end();
  screen = null;
  await speak('id');
  vi.useRealTimers();
});

test.each(['/', '/venue/event-1', '/office', '/enrol', '/nowhere'])(
  'a locked kiosk stands before %s',
  async path => {
    app.kiosk.value = await tablet.lockKiosk('event-1');
    expect((await open(path)).text()).toContain('Mulai');
  },
);

describe('a shared tablet', () => {
  test.each(['/venue', '/venue/event-1', '/supervisor'])('asks for the PIN before %s, once', async path => {
    const shown = await open(path);
    expect(shown.text()).toContain('PIN petugas');
    for (const digit of '1234') await shown.tap(digit);
    await shown.tap('Lanjut');
    await vi.waitFor(() => expect(shown.text()).not.toContain('PIN petugas'));
    expect(app.unlocked.value).toBe(true);
  });

  test('that has no PIN yet has one chosen', async () => {
    tablet.hasPin = async () => false;
    expect((await open('/venue')).text()).toContain('Buat PIN petugas');
  });

  test('offers its three doors at the start', async () => {
    expect((await open('/')).text()).toMatch(/Kegiatan.*Observasi.*Kantor/);
  });
});

test('a supervisor’s own phone opens its list at once, without a PIN', async () => {
  app.enrolment.value = { ...SHARED, account: { id: 'account-1', name: 'Hj. Marlina, S.Sos.' } };
  const shown = await open('/supervisor');
  await vi.waitFor(() => expect(shown.text()).toContain('Pegawai yang perlu diamati'));
});

test('a device that is not enrolled is welcomed, whatever screen was asked for', async () => {
  app.enrolment.value = null;
  expect((await open('/venue')).text()).toContain('Daftarkan perangkat');
});

test('an unknown path says so and leads home', async () => {
  const shown = await open('/tidak/ada');
  expect(shown.text()).toContain('Halaman ini tidak ada');
  expect(shown.find<HTMLAnchorElement>('a').getAttribute('href')).toBe('/');
});

test('a failure becomes a sentence and a way on, instead of a white page', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const shown = await open('/');
  app.failure.value = new Error('QuotaExceededError');
  await shown.pass(0);
  expect(shown.text()).toContain('Yang sudah tersimpan tidak hilang');
  quiet.mockRestore();
});

test.each([
  ['storage.full', 'Penyimpanan perangkat ini penuh'],
  ['storage.newer', 'sudah diperbarui di tab lain'],
  ['storage.blocked', 'Tutup semua tab Lembar yang lain'],
])('a store that fails (%s) says what to do', async (code, sentence) => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const shown = await open('/');
  app.failure.value = Object.assign(new Error('storage'), { problem: { code, details: {} } });
  await vi.waitFor(() => expect(shown.text()).toContain(sentence));
  expect(shown.button('Muat ulang')).toBeTruthy();
  quiet.mockRestore();
});

test('what waits on the tablet can be saved without the PIN', async () => {
  expect((await open('/sending')).text()).toContain('Simpan ke berkas');
});

test('the language changes everywhere at once and is remembered', async () => {
  const shown = await open('/');
  await shown.tap('English');
  await vi.waitFor(() => expect(shown.text()).toContain('What will you do?'));
  expect(localStorage.getItem('lembar.language')).toBe('en');
});
