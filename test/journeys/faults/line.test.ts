// What stands between a tablet and its centre: portals, time-outs, torn replies, wrong clocks. None of it acknowledges anything.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TabletOptions } from '../driver/browser.ts';
import * as people from '../driver/people.ts';
import { prepareVenue, type Venue } from '../driver/venue.ts';

const html = '<!doctype html><title>Masuk WiFi</title><p>Silakan masuk.</p>';
const reply = (status: string, headers: string, body: string) =>
  `HTTP/1.1 ${status}\r\n${headers}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;

const PORTALS = [
  ['200 with HTML', reply('200 OK', 'Content-Type: text/html', html)],
  ['302 to a page of its own', reply('302 Found', 'Location: /masuk\r\nContent-Type: text/html', html)],
  ['511', reply('511 Network Authentication Required', 'Content-Type: text/html', html)],
  [
    'our media type with truncated JSON',
    reply('200 OK', 'Content-Type: application/vnd.lembar.push+json', '{"req":"0f0f0f0f-'),
  ],
  [
    'our media type with an empty object',
    reply('200 OK', 'Content-Type: application/vnd.lembar.push+json', '{}'),
  ],
] as const;

/** Changed before a restart. */
const options: TabletOptions = {};
let venue: Venue;
let pushes = 0;
let marked = 0;

beforeAll(async () => {
  venue = await prepareVenue(
    6,
    Object.assign(options, { prepare: (context: BrowserContext) => context.clock.install() }),
  );
  venue.line.listen((road, piece) => {
    if (road === 'up' && piece.includes('POST /api/v1/push')) pushes += 1;
  });
});

afterAll(() => venue?.remove());

beforeEach(() => {
  pushes = 0;
  venue.line.portal(null);
  venue.line.truncate(null);
});

const page = () => venue.tablet.page;

async function markOne(): Promise<void> {
  await people.openEvent(page(), venue.planned.event.name);
  await people.openSession(page(), 'Komunikasi');
  const { name } = venue.planned.participants[marked] ?? { name: '' };
  await people.markPresent(page(), name.slice(0, 8), name);
  marked += 1;
}

async function expectAllReceivedOnce(): Promise<void> {
  await expect.poll(() => people.waitForPending(page(), 0)).toContain('Semua catatan sudah diterima pusat');
  // Receipts come before the projection.
  const result = async () => {
    const { attendance, waiting } = await venue.office.result(venue.planned.event.id);
    return { waiting, present: attendance.sessions[1]?.counts.present };
  };
  await expect.poll(result).toEqual({ waiting: 0, present: marked });
  const { devices } = await venue.office.call<{ devices: unknown[] }>('GET', '/devices');
  expect(devices).toMatchObject([{ finalised: marked, acknowledged: marked }]);
}

test('fault: captive portal answers 200 with HTML, 302, 511 or truncated JSON: nothing is acknowledged, and all is sent once it is gone', async () => {
  venue.line.cut();
  await markOne();
  for (const [what, bytes] of PORTALS) {
    venue.line.portal(bytes);
    venue.line.mend();
    pushes = 0;
    await people.sendNow(page());
    await expect.poll(() => pushes, { message: what }).toBeGreaterThan(0);
    await expect
      .poll(() => people.waitForPending(page(), 1))
      .toMatch(/1 catatan menunggu.*Pusat belum terjangkau/);
  }
  venue.line.portal(null);
  await people.sendNow(page());
  await expectAllReceivedOnce();
});

test('fault: committed, reply lost: a reply torn on its way is asked for again and the record counts once', async () => {
  venue.line.cut();
  await markOne();
  venue.line.truncate(120);
  venue.line.mend();
  await people.sendNow(page());
  await expect.poll(() => pushes).toBeGreaterThan(0);
  await expect.poll(() => people.waitForPending(page(), 1)).toContain('1 catatan menunggu');
  expect(marks()).toHaveLength(marked);
  venue.line.truncate(null);
  await people.sendNow(page());
  await expectAllReceivedOnce();
});

test('fault: "sync complete" after a time-out: while no receipt has come the sentence says that the record waits', async () => {
  // Takes everything and never answers. The tablet tries by itself soon after the mark: while it does there is nothing to tap.
  venue.line.portal('');
  await markOne();
  await page().getByText('Sedang mengirim 1 catatan').waitFor();
  await expect.poll(() => pushes).toBeGreaterThan(0);
  const sentences = await page().evaluateHandle(() => {
    const seen: string[] = [];
    const note = () => seen.push(document.querySelector('.sync [role=status]')?.textContent ?? '');
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return seen;
  });
  await page().clock.runFor(21_000);
  await expect
    .poll(() => people.waitForPending(page(), 1))
    .toMatch(/1 catatan menunggu.*Pusat belum terjangkau/);
  for (const sentence of await sentences.jsonValue()) expect(sentence).not.toContain('Semua catatan');
  venue.line.portal(null);
  await people.sendNow(page());
  await expectAllReceivedOnce();
});

test('fault: token expired offline logs the user out: ninety days later everything is still captured, and then sent', async () => {
  venue.line.cut();
  options.prepare = context => context.clock.install({ time: Date.now() + 90 * 24 * 3600_000 });
  await venue.tablet.killAndRestart('/');
  await markOne();
  venue.line.mend();
  await people.sendNow(page());
  await expectAllReceivedOnce();
  options.prepare = context => context.clock.install();
});

test('fault: wrong clock: a change of zone and a clock years off keep local time with its offset, and nothing is refused', async () => {
  await venue.tablet.killAndRestart('/');
  options.timezone = 'Asia/Jayapura';
  options.prepare = context => context.clock.install({ time: new Date('2019-03-01T00:00:00Z') });
  await venue.tablet.killAndRestart('/');
  await markOne();
  await people.sendNow(page());
  await expectAllReceivedOnce();
  expect(marks().at(-1)?.at).toMatch(/^2019-03-01T09:\d\d:\d\d\+09:00$/);
  expect(marks().at(0)?.at).toMatch(/\+07:00$/);
});

test('no page threw and the content policy was never broken', () => {
  expect(venue.tablet.complaints).toEqual([]);
});

/** As the centre has projected them, in the order in which they came. */
function marks(): { at: string }[] {
  const database = new DatabaseSync(join(venue.centre.data, 'lembar.sqlite'), { readOnly: true });
  const rows = database.prepare('select at from mark order by seq').all() as { at: string }[];
  database.close();
  return rows;
}
