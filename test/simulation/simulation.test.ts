// Device-years of bad luck against the real device and the real centre; what a run has been through is printed and must be everything.
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import { FOUND } from './seeds.ts';

type Told = {
  seed: string;
  device_years: number;
  hours_on: number;
  faults: Record<string, number>;
  results: Record<string, number>;
  digest: string;
  failure: string | null;
};

let bundled: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  bundled = await bundle();
}, 120_000);
afterAll(() => bundled.remove());

/** In a Node process of its own, whose timers and cryptography it takes over. */
function run(seed: string, years: number): Promise<Told> {
  const simulation = spawn(process.execPath, [bundled.file, '--seed', seed, '--years', String(years)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, last] = ['', ''];
  simulation.stdout.on('data', text => {
    out += text;
  });
  simulation.stderr.on('data', text => {
    last += text;
  });
  return new Promise((resolve, reject) =>
    simulation.on('close', () => {
      const told = out.trim() ? (JSON.parse(out) as Told) : null;
      if (told && !told.failure) resolve(told);
      else reject(new Error(`npm run simulate -- --seed ${seed} --years ${years}\n${last}`));
    }),
  );
}

describe('the simulation', () => {
  it('keeps every promise through more than five device-years of every fault', {
    timeout: 600_000,
  }, async () => {
    const runs = await Promise.all([run('1', 2.6), run('2', 2.6)]);
    const sum = (of: 'faults' | 'results'): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const told of runs)
        for (const [name, n] of Object.entries(told[of])) counts[name] = (counts[name] ?? 0) + n;
      return counts;
    };
    const [faults, results] = [sum('faults'), sum('results')];
    const years = runs.reduce((total, told) => total + told.device_years, 0);
    console.log(`simulation: ${years.toFixed(1)} device-years`, faults, results);
    expect(years).toBeGreaterThan(5);
    for (const [name, n] of Object.entries({ ...faults, ...results })) expect(n, name).toBeGreaterThan(0);
  });

  it('does the same again from the same seed', { timeout: 300_000 }, async () => {
    const [once, again] = await Promise.all([run('same', 0.3), run('same', 0.3)]);
    expect(again.digest).toBe(once.digest);
  });

  it.each(FOUND)('goes well where it once did not: $found', { timeout: 300_000 }, async ({ seed, years }) => {
    await run(seed, years);
  });
});
