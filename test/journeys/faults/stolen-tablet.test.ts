// A stolen tablet's disk: no answer that was finished can be read from any file of the browser.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as people from '../driver/people.ts';
import { prepareVenue, type Venue } from '../driver/venue.ts';

/** Letters that no compression of the browser's finds anything in. */
const SECRET = 'Qzxjk7Wvpf3Ymhb9Tgdr2';

let venue: Venue;

beforeAll(async () => {
  venue = await prepareVenue(3);
  venue.line.cut();
});

afterAll(() => venue?.remove());

const page = () => venue.tablet.page;

/** Files of the profile that hold the word, in one byte a letter or two. */
function filesWith(word: string): string[] {
  const spellings = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  return readdirSync(venue.tablet.profile, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => {
      const bytes = readIfThere(path);
      return spellings.some(spelling => bytes.includes(spelling));
    });
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

test('fault: drafts of encrypted forms left in plain text: a finished sheet of the kiosk is in no file of a stolen tablet', async () => {
  await people.openKiosk(page());
  await people.begin(page());
  for (let question = 0; question < 9; question += 1) await people.answer(page(), 3);
  await page().getByRole('textbox').fill(SECRET);
  // The search finds what is there to be found: the half-filled sheet must survive a power cut.
  await expect.poll(() => filesWith(SECRET)).not.toEqual([]);
  await people.finishSurvey(page(), SECRET);
  await expect.poll(() => filesWith(SECRET), { timeout: 10_000 }).toEqual([]);
  await venue.tablet.killAndRestart('/');
  await page().locator('[data-stage="notice"]').waitFor();
  expect(filesWith(SECRET)).toEqual([]);
});

test('fault: drafts of encrypted forms left in plain text: an observation that went through a power cut is in no file either', async () => {
  await people.leaveKiosk(page());
  const name = venue.planned.participants[0]?.name ?? '';
  await people.openObservation(page(), name);
  await page().locator('#question-bukti textarea').fill(SECRET);
  await page().getByText('Tersimpan di perangkat ini').waitFor();
  await expect.poll(() => filesWith(SECRET)).not.toEqual([]);
  await venue.tablet.killAndRestart('/');
  await people.openObservation(page(), name);
  await people.observe(page(), 3, SECRET);
  await venue.tablet.killAndRestart('/');
  await page().locator('h1').first().waitFor();
  await expect.poll(() => filesWith(SECRET), { timeout: 10_000 }).toEqual([]);
  expect(venue.tablet.complaints).toEqual([]);
});
