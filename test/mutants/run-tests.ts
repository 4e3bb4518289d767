// Runs a few named tests in a copy of the tree and says what became of each.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Mutant } from './mutant.ts';

export type TestName = Pick<Mutant, 'test' | 'title'>;

export type Told = {
  /** Tests of these names that ran and passed, and that ran and failed. */
  readonly passed: readonly TestName[];
  readonly failed: readonly TestName[];
  /** What else went wrong: a file that does not compile, a build that fails, no end. */
  readonly broken: string | null;
};

/** A test that hangs is stopped by its own limit long before; this is for a loop that lets nothing else run. */
const LONGEST_MS = 300_000;

type Wanted = { folder: string; tests: readonly TestName[]; project: Mutant['project'] };

export async function runTests({ folder, tests, project = 'unit' }: Wanted): Promise<Told> {
  if (project === 'journeys') {
    const built = await run(folder, 'npm', ['run', '--silent', 'build']);
    if (built.code !== 0)
      return { passed: [], failed: [], broken: `does not build: ${built.output.slice(-300)}` };
  }
  const report = join(folder, 'mutants-report.json');
  rmSync(report, { force: true });
  const files = [...new Set(tests.map(({ test }) => test))];
  const titles = tests.map(({ title }) => asOne(title).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const { code, output } = await run(folder, join(folder, 'node_modules/.bin/vitest'), [
    ...['run', '--config', 'test/vitest.config.ts', '--project', project],
    ...['--reporter=json', `--outputFile.json=${report}`],
    // A journey goes on where the one before it in its file has ended.
    ...(project === 'journeys' ? [] : ['-t', titles]),
    ...files,
  ]);
  if (code === null) return { passed: [], failed: [], broken: 'never ended' };
  const told = readReport(report, folder);
  if (!told) return { passed: [], failed: [], broken: output.slice(-300) };
  const of = (status: string) =>
    tests.filter(({ test, title }) =>
      told.some(ran => ran.file === test && ran.status === status && ran.name.includes(asOne(title))),
    );
  return { passed: of('passed'), failed: of('failed'), broken: null };
}

/** The reporter, and its filter, put a blank between a group and its test. */
const asOne = (title: string): string => title.replaceAll(' > ', ' ');

type Ran = { file: string; name: string; status: string };

function readReport(path: string, folder: string): Ran[] | null {
  try {
    const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as {
      testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
    };
    return testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({
        file: relative(folder, name),
        name: fullName,
        status,
      })),
    );
  } catch {
    return null;
  }
}

function run(cwd: string, program: string, words: readonly string[]) {
  return new Promise<{ code: number | null; output: string }>(resolve => {
    // A group of its own, so that what it started ends with it.
    const child = spawn(program, words, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', text => {
        output = (output + text).slice(-5000);
      });
    const deadline = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), LONGEST_MS);
    child.on('close', code => {
      clearTimeout(deadline);
      resolve({ code, output });
    });
  });
}
