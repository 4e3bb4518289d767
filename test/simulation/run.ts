// The bundled entry of one run in a Node process of its own: prints its report as JSON, and the last steps where it fails.
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import type { Report } from './report.ts';
import { simulate } from './world.ts';

const YEAR_DAYS = 365;
const YEAR_MS = YEAR_DAYS * 24 * 3600_000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    years: { type: 'string', default: '1' },
    devices: { type: 'string', default: '8' },
    trace: { type: 'boolean', default: false },
  },
});
const devices = Number(values.devices);
const plan = {
  seed: values.seed,
  devices,
  days: Math.ceil((Number(values.years) * YEAR_DAYS) / devices),
  trace: values.trace ? console.error : null,
};

const began = performance.now();
let told: Report | null = null;
let failure: string | null = null;
try {
  await simulate(plan, report => {
    told = report;
  });
} catch (error) {
  failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
}
const report = told as Report | null;
if (failure) console.error([...(report?.lastLines() ?? []), failure].join('\n'));
console.log(
  JSON.stringify({
    seed: plan.seed,
    device_years: Math.round(((report?.counts.deviceMs ?? 0) / YEAR_MS) * 100) / 100,
    took_s: Math.round((performance.now() - began) / 1000),
    hours_on: Math.round((report?.counts.switchedOnMs ?? 0) / 3600_000),
    records: report?.counts.records,
    exchanges: report?.counts.exchanges,
    checks: report?.counts.checks,
    steps: report?.steps(),
    faults: Object.fromEntries(report?.faults ?? []),
    results: Object.fromEntries(report?.results ?? []),
    statuses: report?.statuses.size,
    digest: report?.digest(),
    failure,
  }),
);
process.exit(failure ? 1 : 0);
