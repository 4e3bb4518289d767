// From navigation to the first answer registered on a slowed-down tablet, beside the same survey in plain Preact.
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { beside, type Figure, figure, quantile } from './figure.ts';

const RUNS = 15;

type Subject = { page: Page; origin: string };
type Heat = 'cold' | 'warm';

/**
 * Both pages stand at the first question already (the kiosk restored it from its draft), so that no guard against
 * double taps is part of the figure. Cold: empty HTTP cache, no service worker. Warm: as a tablet is used. The two
 * are measured in turn, run by run, so that a drift of the machine meets both.
 */
export async function measureKioskSpeed(kiosk: Subject, floor: Subject): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { page } of [kiosk, floor])
    await page.addInitScript({ path: join(import.meta.dirname, 'answer-at-once.js') });
  for (const slowDown of [4, 6])
    for (const heat of ['cold', 'warm'] as const) {
      const ours: Timings = { taken: [], next: [] };
      const theirs: Timings = { taken: [], next: [] };
      for (let run = 0; run < RUNS; run += 1) {
        await timeFirstAnswer(kiosk, slowDown, heat, ours);
        await putBack(kiosk.page);
        await timeFirstAnswer(floor, slowDown, heat, theirs);
      }
      figures.push(
        beside(
          figure(
            `kiosk: first answer registered, ${heat}, ${slowDown}x`,
            quantile(ours.taken, 0.5),
            'ms',
            RUNS,
          ),
          'plain Preact',
          quantile(theirs.taken, 0.5),
        ),
        beside(
          figure(
            `kiosk: first answer kept and the next question shown, ${heat}, ${slowDown}x`,
            quantile(ours.next, 0.5),
            'ms',
            RUNS,
          ),
          'plain Preact, which keeps nothing',
          quantile(theirs.next, 0.5),
        ),
      );
    }
  return figures;
}

/** Milliseconds by the page's own clock, from the start of the navigation. */
type Timings = { taken: number[]; next: number[] };

async function timeFirstAnswer(
  { page, origin }: Subject,
  slowDown: number,
  heat: Heat,
  into: Timings,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await slowDownTo(session, slowDown, heat);
  await page.goto(`${origin}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'nextQuestionMs' in window, null, { polling: 50 });
  const { taken, next } = await page.evaluate(() => {
    const noted = window as unknown as { firstAnswerMs: number; nextQuestionMs: number };
    return { taken: noted.firstAnswerMs, next: noted.nextQuestionMs };
  });
  into.taken.push(taken);
  into.next.push(next);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
}

async function slowDownTo(session: CDPSession, rate: number, heat: Heat): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: heat === 'cold' });
  if (heat === 'cold') await session.send('Network.clearBrowserCache');
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Back to the first question, through the screen. */
async function putBack(page: Page): Promise<void> {
  await page.locator('[data-question="prosedur"]').waitFor();
  await page.getByRole('button', { name: 'Kembali' }).click();
  await page.locator('[data-question="persyaratan"] [data-choice="1"]:enabled').waitFor();
}
