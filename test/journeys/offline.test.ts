// With the centre gone and the tablet restarted, every screen still opens in every language; a plain-http address is refused.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { switchOnTablet } from './driver/browser.ts';
import * as people from './driver/people.ts';
import { prepareVenue, type Venue } from './driver/venue.ts';

let venue: Venue;

beforeAll(async () => {
  venue = await prepareVenue(4);
});

afterAll(() => venue?.remove());

test('the browser finds nothing that keeps it from being installed', async () => {
  const session = await venue.tablet.page.context().newCDPSession(venue.tablet.page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ lang: 'id', display: 'standalone', start_url: '/' });
  await session.detach();
});

test('fault: offline load failed for one locale: every route opens from the precache in both languages with the centre killed', async () => {
  const { centre, line, office, planned, tablet } = venue;
  const { assignments } = await office.call<{ assignments: { id: string }[] }>(
    'GET',
    `/events/${planned.event.id}/assignments`,
  );
  await centre.stop('SIGKILL');
  line.cut();
  await tablet.killAndRestart('/venue');
  await people.enterPin(tablet.page);
  const event = `/venue/${planned.event.id}`;
  const routes = [
    ['/', 'Apa yang akan dikerjakan?', 'What will you do?'],
    ['/venue', 'Kegiatan', 'Events'],
    [event, planned.event.name, planned.event.name],
    [`${event}/session/${planned.sessions[0]?.id}`, 'Sikap melayani', 'Sikap melayani'],
    ['/supervisor', 'Observasi', 'Observation'],
    [`/supervisor/${assignments[0]?.id}`, planned.participants[0]?.name, planned.participants[0]?.name],
    ['/enrol', 'Daftarkan perangkat', 'Enrol'],
    ['/office', 'Kantor belum terjangkau', 'The office cannot be reached yet'],
    ['/sign-in', 'Kantor belum terjangkau', 'The office cannot be reached yet'],
    ['/setup', 'Kantor belum terjangkau', 'The office cannot be reached yet'],
    ['/tidak-ada', 'Halaman', 'page'],
  ];
  for (const [index, language] of ['id', 'en'].entries()) {
    await tablet.page.evaluate(wanted => localStorage.setItem('lembar.language', wanted), language);
    for (const route of routes) {
      await tablet.page.goto(route[0] ?? '');
      if (await isLocked()) await people.enterPin(tablet.page);
      await tablet.page
        .getByText(route[index + 1] ?? '')
        .first()
        .waitFor();
      await tablet.page.locator('h1').first().waitFor();
      expect(await tablet.page.evaluate(() => document.documentElement.lang)).toBe(language);
    }
  }
  expect(tablet.complaints).toEqual([]);

  async function isLocked(): Promise<boolean> {
    await tablet.page.locator('h1').first().waitFor();
    return (await tablet.page.locator('.pin').count()) > 0;
  }
});

test('a half-filled observation is there again after a power cut without a signal', async () => {
  const { planned, tablet } = venue;
  const name = planned.participants[0]?.name ?? '';
  await speakIndonesian();
  await people.openObservation(tablet.page, name);
  await tablet.page.locator('#question-sikap [data-choice="4"]').click();
  await tablet.page.locator('#question-bukti textarea').fill('Menenangkan warga yang marah di loket 2.');
  await tablet.page.getByText('Tersimpan di perangkat ini').waitFor();
  // The sentence may still speak of the choice before; the words are what the power cut must not take.
  await expect.poll(() => people.keptDrafts(tablet.page)).toContain('loket 2');
  await tablet.killAndRestart('/');
  await speakIndonesian();
  await people.openObservation(tablet.page, name);
  await tablet.page.locator('#question-sikap [data-choice="4"] input:checked').waitFor();
  expect(await tablet.page.locator('#question-bukti textarea').inputValue()).toContain('loket 2');
  await tablet.page.getByRole('button', { name: 'Selesaikan' }).click();
  await tablet.page.getByText('Pertanyaan ini perlu dijawab').first().waitFor();

  /** The browser writes localStorage out seconds later, so a power cut may take the last choice of a language. */
  async function speakIndonesian(): Promise<void> {
    await tablet.page.evaluate(() => localStorage.setItem('lembar.language', 'id'));
  }
});

test('fault: plain http on the LAN has no WebCrypto: an address other than localhost is refused with the remedy in both languages', async () => {
  const { centre } = venue;
  await centre.restart();
  const flags = ['--host-resolver-rules=MAP lembar.kantor 127.0.0.1'];
  const tablet = await switchOnTablet(`http://lembar.kantor:${centre.port}`, { flags, size: 'phone' });
  await tablet.page.goto('/');
  const text = await tablet.page.locator('body').innerText();
  expect(text).toMatch(/https:/);
  expect(text).toMatch(/TLS/);
  expect(await tablet.page.locator('input, form').count()).toBe(0);
  expect(tablet.complaints).toEqual([]);
  await tablet.remove();
});
