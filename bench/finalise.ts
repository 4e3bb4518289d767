// How long does finishing a survey take until it is sealed and durable, beside one raw strict IndexedDB put in the same run?
import { switchOnTablet } from '../test/journeys/driver/browser.ts';
import { beside, type Figure, figure, quantile } from './figure.ts';
import type { Timings } from './finalise/page.ts';
import { buildPage } from './page-server.ts';

const RUNS = 300;
const SLOWDOWNS = [1, 4, 6];
const WARM_UP = 30;

export async function measureFinalise(): Promise<Figure[]> {
  const page = await buildPage('finalise');
  const tablet = await switchOnTablet(page.origin);
  try {
    await tablet.page.goto('/');
    await tablet.page.waitForFunction(() => 'measure' in window);
    const session = await tablet.page.context().newCDPSession(tablet.page);
    const figures: Figure[] = [];
    for (const slowdown of SLOWDOWNS) {
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await tablet.page.evaluate(runs => window.measure(runs), WARM_UP);
      const timings: Timings = await tablet.page.evaluate(runs => window.measure(runs), RUNS);
      figures.push(...figuresOf(timings, slowdown));
    }
    return figures;
  } finally {
    await tablet.remove();
    await page.remove();
  }
}

const figuresOf = (timings: Timings, slowdown: number): Figure[] =>
  [50, 99].map(percent =>
    beside(
      figure(
        `finalise: sealed and durable, ${slowdown}x slow-down, p${percent}`,
        quantile(timings.finaliseMs, percent / 100),
        'ms',
        RUNS,
      ),
      `raw IndexedDB put, strict, p${percent}`,
      quantile(timings.rawMs, percent / 100),
    ),
  );
