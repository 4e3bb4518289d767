// What waits on a device, and the file that carries it to the office by hand.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { navigate } from '../../../../src/app/route.ts';
import Sending from '../../../../src/app/screens/sending/Sending.tsx';
import { type FakeTablet, fakeTablet } from '../../fake-tablet.ts';
import { appOn, type Shown, show } from '../../show.tsx';

let tablet: FakeTablet;
let screen: Shown;
let downloaded: string[];
const FILE = { name: 'lembar-Tablet-1-2026-11-23.lembar', blob: new Blob(['x'.repeat(3000)]), records: 12 };

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T15:00:00') });
  downloaded = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloaded.push(this.download);
  });
  navigate('/sending?from=/venue/event-1', 'replace');
  tablet = fakeTablet();
  screen = await show(<Sending />, appOn(tablet));
});
afterEach(() => {
  screen.end();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('saving to a file downloads it, and says that its records still wait here', async () => {
  tablet.file = FILE;
  tablet.sync.say({ pending: 12 });
  await screen.pass(0);
  await screen.tap('Simpan ke berkas');
  expect(downloaded).toEqual([FILE.name]);
  expect(screen.text()).toContain('12 catatan ada di dalam berkas (3 KB)');
  expect(screen.text()).toContain('Catatan tetap ada di perangkat ini, dan tetap dihitung menunggu');
  expect(screen.find('.fact--wait').textContent).toContain('12 catatan');
});

test('where nothing waits, no file is made, and it says so', async () => {
  await screen.tap('Simpan ke berkas');
  expect(downloaded).toEqual([]);
  expect(screen.text()).toContain('Tidak ada yang menunggu');
});

test('what the centre cannot take and what it looks at are told apart, and neither is called lost', async () => {
  tablet.sync.say({ pending: 5, held: 2, quarantined: 1 });
  await screen.pass(0);
  expect(screen.text()).toContain('2 catatan terlalu besar atau gagal diolah di pusat');
  expect(screen.text()).toContain('1 catatan sudah sampai, tetapi belum dapat dipakai');
});

test.each([
  ['device.lost', 'Kantor mencatat perangkat ini hilang'],
  ['device.unknown', 'Pusat tidak mengenal perangkat ini'],
] as const)('a refusal (%s) is said, and the file can be saved all the same', async (code, sentence) => {
  tablet.file = FILE;
  tablet.sync.say({ pending: 12, state: { kind: 'refused', problem: { code, details: {} } } });
  await screen.pass(0);
  expect(screen.find('.notice--bad').textContent).toContain(sentence);
  await screen.tap('Simpan ke berkas');
  expect(downloaded).toEqual([FILE.name]);
});

test.each([
  ['/venue/event-1', '/venue/event-1'],
  ['/supervisor', '/supervisor'],
  ['https://example.org/', '/'],
  ['//example.org', '/'],
])('from %s the way back leads to %s', async (from, back) => {
  screen.end();
  navigate(`/sending?from=${from}`, 'replace');
  screen = await show(<Sending />, appOn(tablet));
  expect(screen.find('.frame-back').getAttribute('href')).toBe(back);
});
