// `npm run mutants [-- --only PATTERN]`: takes each guard away in a copy of the tree and wants its tests red.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Copy, copyTree } from './copy.ts';
import type { Mutant } from './mutant.ts';
import { runTests, type TestName } from './run-tests.ts';
import { MUTANTS } from './table.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, jobs: { type: 'string', default: '2' } },
});
const only = new RegExp(values.only ?? '', 'i');
const wanted = MUTANTS.filter(({ fault, file, test, title }) =>
  only.test([fault, file, test, title].join(' ')),
);
const copies = Array.from({ length: Number(values.jobs) }, () =>
  copyTree(join(import.meta.dirname, '../..')),
);

try {
  const sick = (await share(filesOf(wanted), checkUnbroken)).filter(told => told !== '');
  for (const line of sick) console.log(line);
  const killed = sick.length > 0 ? [] : (await share(wanted, tryMutant)).filter(Boolean);
  console.log(`${wanted.length} mutants, ${killed.length} killed`);
  process.exitCode = wanted.length > 0 && killed.length === wanted.length ? 0 : 1;
} finally {
  for (const copy of copies) copy.remove();
}

/** Each copy takes the next that is left. */
async function share<T, R>(all: readonly T[], work: (copy: Copy, one: T) => Promise<R>): Promise<R[]> {
  const left = [...all];
  const done: R[] = [];
  await Promise.all(
    copies.map(async copy => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) done.push(await work(copy, one));
    }),
  );
  return done;
}

type TestFile = { tests: readonly TestName[]; project: Mutant['project'] };

function filesOf(mutants: readonly Mutant[]): TestFile[] {
  const byFile = new Map<string, { tests: TestName[]; project: Mutant['project'] }>();
  for (const { test, title, project } of mutants) {
    const known = byFile.get(test) ?? { tests: [], project };
    known.tests.push({ test, title });
    byFile.set(test, known);
  }
  return [...byFile.values()];
}

/** A test that is red, or not there, while nothing is broken shows nothing. Gives what is wrong, or nothing. */
async function checkUnbroken(copy: Copy, { tests, project }: TestFile): Promise<string> {
  const { passed, failed, broken } = await runTests({ folder: copy.folder, tests, project });
  const wrong = tests.filter(test => !passed.includes(test) || failed.includes(test));
  const names = wrong.map(({ test, title }) => `\n  ${test}: ${title}`).join('');
  return wrong.length > 0 ? `not green before anything was broken:${names} ${broken ?? ''}` : '';
}

async function tryMutant(copy: Copy, mutant: Mutant): Promise<boolean> {
  const started = performance.now();
  const { file, test, title, project } = mutant;
  const told = await copy.without(mutant, () =>
    runTests({ folder: copy.folder, tests: [{ test, title }], project }),
  );
  const isKilled = told.failed.length > 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const guard = mutant.fault ? `fault: ${mutant.fault}` : title;
  console.log(`${isKilled ? 'killed  ' : 'SURVIVED'} ${seconds.padStart(5)} s  ${file}: ${guard}`);
  const { broken, passed } = told;
  if (!isKilled && passed.length > 0) console.log(`         still green without: ${mutant.find}`);
  else if (!isKilled)
    console.log(`         its test did not run: ${broken ?? 'the mutant does not compile'}`);
  return isKilled;
}
