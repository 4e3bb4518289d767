// Two tablets from one image: each keeps its own records, and the second becomes a device of its own.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { switchOnTablet, type Tablet } from '../driver/browser.ts';
import * as people from '../driver/people.ts';
import { prepareVenue, type Venue } from '../driver/venue.ts';

let venue: Venue;
let twin: Tablet | undefined;

beforeAll(async () => {
  venue = await prepareVenue(8);
});

afterAll(async () => {
  await twin?.remove();
  await venue?.remove();
});

test('fault: cloned or restored client: both twins of a copied profile bring everything home, and one gets a new identity', async () => {
  const { line, office, planned, tablet } = venue;
  await mark(tablet, [0]);
  await sendAll(tablet);
  // Waiting at the moment of copying: both twins hold it.
  line.cut();
  await mark(tablet, [1]);
  const profile = await tablet.copyProfile();
  await tablet.restart('/');
  twin = await switchOnTablet(line.origin, { profile });
  await mark(tablet, [2, 3]);
  await mark(twin, [4, 5]);
  line.mend();
  await sendAll(tablet);
  await sendAll(twin);
  await mark(tablet, [6]);
  await sendAll(tablet);
  await mark(twin, [7]);
  await sendAll(twin);

  const { attendance, waiting, quarantined } = await office.result(planned.event.id);
  expect(attendance.sessions[1]?.counts.present).toBe(8);
  expect([waiting, quarantined]).toEqual([0, 0]);
  const { devices } = await office.call<{ devices: { label: string; copy_of: string | null }[] }>(
    'GET',
    '/devices',
  );
  const copies = devices.filter(device => device.copy_of !== null);
  expect(devices).toHaveLength(2);
  expect(copies).toHaveLength(1);
  expect(copies[0]?.copy_of).toBe(devices.find(device => device.copy_of === null)?.label);
  expect([...tablet.complaints, ...twin.complaints]).toEqual([]);
});

async function mark({ page }: Tablet, indexes: readonly number[]): Promise<void> {
  await people.openEvent(page, venue.planned.event.name);
  await people.openSession(page, 'Komunikasi');
  for (const index of indexes) {
    const { name } = venue.planned.participants[index] ?? { name: '' };
    await people.markPresent(page, name.slice(0, 8), name);
  }
}

async function sendAll({ page }: Tablet): Promise<void> {
  await page.evaluate(() => void dispatchEvent(new Event('online')));
  await people.waitForPending(page, 0);
}
