// Closing an event: green is earned by receipts only, and nobody is told that a tablet may be wiped while records wait.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Event from '../../../../src/app/screens/venue/Event.tsx';
import { type FakeTablet, fakeTablet, participant } from '../../fake-tablet.ts';
import { appOn, type Shown, show } from '../../show.tsx';

let tablet: FakeTablet;
let screen: Shown;
const card = () => screen.find('.close-out');
const isGreen = () => card().querySelector('.notice--good') !== null;

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T15:00:00') });
  tablet = fakeTablet({ participants: [participant('p1', 'Anisa'), participant('p2', 'Bayu')] });
  await tablet.mark('event-1', 'session-1', 'p1', 'present');
  await tablet.mark('event-1', 'session-2', 'p1', 'late');
  await tablet.mark('event-1', 'session-1', 'p2', 'absent');
  screen = await show(<Event params={{ event: 'event-1' }} />, appOn(tablet));
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

test('a person who came to two sessions is counted once, and one who was absent not at all', () => {
  expect(card().textContent).toContain('1 hadir, 0 isian, 0 diterima pusat');
});

test('the card is green only when the centre has acknowledged every record of the event', async () => {
  expect(isGreen()).toBe(false);
  expect(card().textContent).toContain('0 dari 3 catatan kegiatan ini diterima pusat');
  tablet.receive({ responses: 0, records: 2 });
  await screen.pass(0);
  expect(isGreen()).toBe(false);
  expect(card().textContent).toContain('1 catatan masih hanya ada di tablet ini');
  tablet.receive({ responses: 0, records: 3 });
  await screen.pass(0);
  expect(isGreen()).toBe(true);
  expect(card().textContent).toContain('Semua 3 catatan kegiatan ini sudah diterima pusat');
});

test('a contact with the centre, without receipts for these records, turns nothing green', async () => {
  tablet.sync.say({ pending: 0, last_contact_at: Date.now() });
  await screen.pass(0);
  expect(isGreen()).toBe(false);
});

test('closing asks first, tells what was counted here, and may be repeated', async () => {
  await screen.tap('Tutup kegiatan');
  expect(card().textContent).toContain('tablet ini mencatat 1 orang hadir dan 0 isian');
  await screen.tap('Batal');
  expect(tablet.closed).toEqual([]);
  await screen.tap('Tutup kegiatan');
  await screen.tap('Ya, tutup kegiatan');
  expect(card().textContent).toContain('Ditutup di tablet ini pada 23 November 2026');
  await screen.tap('Tutup lagi');
  await screen.tap('Ya, tutup kegiatan');
  expect(tablet.closed).toEqual(Array(2).fill({ event: 'event-1', attended: 1, responses: 0 }));
});

test('closed while records wait, it says that the tablet must not be wiped, until they are received', async () => {
  await screen.tap('Tutup kegiatan');
  await screen.tap('Ya, tutup kegiatan');
  expect(card().textContent).toContain('Jangan kosongkan atau setel ulang tablet ini dulu: 4 catatan');
  tablet.receive({ responses: 0, records: 4 });
  await screen.pass(0);
  expect(card().textContent).not.toContain('Jangan kosongkan');
});

test('an event of which nothing was made here offers nothing to close', async () => {
  screen.end();
  screen = await show(<Event params={{ event: 'event-1' }} />, appOn(fakeTablet()));
  expect(card().textContent).toContain('Belum ada catatan kegiatan ini di tablet ini');
  expect(card().querySelector('button')).toBeNull();
});
