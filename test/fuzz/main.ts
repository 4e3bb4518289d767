// The fuzz for longer: `npm run fuzz -- --seed N --bodies M`. Says what it found and how to ask it again.
import { parseArgs } from 'node:util';
import { run } from './run.ts';

const { values } = parseArgs({ options: { seed: { type: 'string' }, bodies: { type: 'string' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const bodies = Number(values.bodies ?? 100_000);
console.log(`seed ${seed}, ${bodies} bodies`);
const { report, heapGrownBytes, inconsistent, perSecond, cpuSeconds } = await run({ seed, bodies });
console.log(report.print());
for (const finding of [...report.findings, ...inconsistent]) console.log(`\nFOUND ${finding}`);
console.log(
  `\n${report.bodies} bodies in ${report.asked} requests, ${Math.round(perSecond)} a second, ${Math.round(cpuSeconds)} s of a core, ` +
    `${(heapGrownBytes / 2 ** 20).toFixed(1)} MiB more memory held; seed ${seed}`,
);
process.exitCode = report.findings.length + inconsistent.length > 0 ? 1 : 0;
