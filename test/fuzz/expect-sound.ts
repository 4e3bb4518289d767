// What must hold after a run, whichever half of the bodies it has sent.
import { expect } from 'vitest';
import { isLetIn, type Outcome, run } from './run.ts';

/** Caches fill up to some ten megabytes; a kilobyte a request that stays would be over it. */
const GROWN_MAX_BYTES = 40 * 2 ** 20;

export async function expectSound(seed: number, bodies: number): Promise<void> {
  const outcome = await run({ seed, bodies });
  const { report, heapGrownBytes, inconsistent, perSecond, cpuSeconds, routes, callers } = outcome;
  console.log(
    `fuzz, seed ${seed}: ${report.bodies} bodies in ${report.asked} requests, ${Math.round(perSecond)} a second, ${Math.round(cpuSeconds)} s of a core, ` +
      `${(heapGrownBytes / 2 ** 20).toFixed(1)} MiB more held\n${report.print()}`,
  );
  expect(report.findings).toEqual([]);
  expect(inconsistent).toEqual([]);
  expect(report.bodies).toBeGreaterThanOrEqual(bodies);
  expect(heapGrownBytes).toBeLessThan(GROWN_MAX_BYTES);
  expect(untried({ report, routes, callers })).toEqual([]);
}

/** Routes that were not called by each kind of caller that may. */
const untried = ({ report, routes, callers }: Pick<Outcome, 'report' | 'routes' | 'callers'>): string[] =>
  routes.flatMap(route => {
    const name = `${route.method} ${route.url}`;
    const may = new Set(callers.filter(caller => isLetIn(route, caller)).map(({ who }) => who));
    const missing = [...may].filter(who => !report.callersOf(name).has(who));
    return missing.map(who => `${name} by ${who}`);
  });
