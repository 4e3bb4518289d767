// The one test command: prepares the browser, then type-check, lint, build, unit, contract and journey tests; counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browser/chromium.ts';
import { ensureStrace } from './journeys/kills/strace.ts';

const root = join(import.meta.dirname, '..');
const counts = { passed: 0, failed: 0 };

const run = (...command: string[]): boolean => {
  const [program = '', ...words] = command;
  return (
    spawnSync(join(root, 'node_modules/.bin', program), words, { cwd: root, stdio: 'inherit' }).status === 0
  );
};

/** Anything that is right or wrong as a whole counts as one test. */
function step(name: string, isRight: () => boolean): boolean {
  console.log(`\n== ${name}`);
  const right = isRight();
  counts[right ? 'passed' : 'failed'] += 1;
  if (!right) console.log(`FAILED: ${name}`);
  return right;
}

function tests(project: string): void {
  console.log(`\n== ${project} tests`);
  const folder = mkdtempSync(join(tmpdir(), 'lembar-test-'));
  const report = join(folder, 'report.json');
  const vitest = ['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', project];
  const isRight = run(...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  try {
    const told = JSON.parse(readFileSync(report, 'utf8'));
    counts.passed += told.numPassedTests;
    // A skipped test shows nothing, so it counts as failed; so does a run that broke outside any test.
    counts.failed += told.numTotalTests - told.numPassedTests;
    if (!isRight && told.numTotalTests === told.numPassedTests) counts.failed += 1;
  } catch {
    counts.failed += 1;
  }
  rmSync(folder, { recursive: true });
}

step('a Chromium for the journeys', () => ensureChromium() !== '');
step('strace for the journeys', ensureStrace);
for (const place of ['.', 'src/domain', 'src/server', 'src/worker'])
  step(`types of ${place}`, () => run('tsc', '--noEmit', '-p', place));
step('lint', () => run('biome', 'check', '--config-path', '.biome.json', '--error-on-warnings', '.'));
const isBuilt =
  step('build of the app', () => run('vite', 'build', '--logLevel', 'warn')) &&
  step('build of the centre', () =>
    run('vite', 'build', '--config', 'src/server/vite.config.ts', '--logLevel', 'warn'),
  );
tests('unit');
if (isBuilt) tests('journeys');

console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
