// How long do ten thousand records that wait take to come home: over loopback, and over a poor line beside that line's own limit?
import { switchOnTablet } from '../test/journeys/driver/browser.ts';
import { startCentre } from '../test/journeys/driver/centre.ts';
import { Office } from '../test/journeys/driver/office.ts';
import { beside, type Figure, figure } from './figure.ts';
import { buildPage } from './page-server.ts';
import { laySlowLine } from './slow-line.ts';

const RECORDS = 10_000;
/** A village's signal: 1 Mbit/s, 600 ms to the centre and back. */
const POOR = { bitsPerS: 1_000_000, oneWayMs: 300 };

export const measureDrain = async (): Promise<Figure[]> => [await overLoopback(), await overPoorLine()];

async function overLoopback(): Promise<Figure> {
  const { elapsedMs } = await drain({ bitsPerS: Number.POSITIVE_INFINITY, oneWayMs: 0 });
  return figure('drain: 10,000 records over loopback', RECORDS / (elapsedMs / 1000), 'records/s', RECORDS);
}

async function overPoorLine(): Promise<Figure> {
  const { elapsedMs, bytesUp } = await drain(POOR);
  return beside(
    figure('drain: 10,000 records over 1 Mbit/s with 600 ms', elapsedMs / 1000, 's', RECORDS),
    'the same bytes at the speed of the line',
    (bytesUp * 8) / POOR.bitsPerS,
  );
}

async function drain(line: typeof POOR): Promise<{ elapsedMs: number; bytesUp: number }> {
  const centre = await startCentre();
  const slow = await laySlowLine(centre.port, line);
  const page = await buildPage('drain', { apiPort: slow.port });
  const tablet = await switchOnTablet(page.origin);
  try {
    const office = new Office(centre.origin);
    await office.setUp(centre.printed());
    const unit = await office.topUnit();
    const { event } = await office.planEvent(unit.id, '2026-11-22', 1);
    await tablet.page.goto('/');
    await tablet.page.waitForFunction(() => 'fill' in window);
    await tablet.page.evaluate(([code, id, records]) => window.fill(code, id, records), [
      await office.enrolmentCode(unit.id),
      event.id,
      RECORDS,
    ] as const);
    const before = slow.bytesUp();
    const elapsedMs = await tablet.page.evaluate(() => window.drain());
    const bytesUp = slow.bytesUp() - before;
    await waitForAll(office, event.id);
    return { elapsedMs, bytesUp };
  } finally {
    await tablet.remove();
    await page.remove();
    await slow.remove();
    await centre.remove();
  }
}

/** Each of them once: else the figure would say nothing. */
async function waitForAll(office: Office, event: string): Promise<void> {
  for (;;) {
    const { survey, waiting } = await office.result(event);
    if (survey.responses > RECORDS) throw new Error(`${survey.responses} of ${RECORDS}`);
    if (survey.responses === RECORDS) return;
    if (waiting === 0) throw new Error(`${survey.responses} of ${RECORDS}, and nothing waits`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
