// Accepts and refuses as the reference compiler does, over the cases of its own tests.
import { describe, expect, it } from 'vitest';
import { compileWithFiles } from './stand-in-files.ts';
import { CASES_ARE_THERE, readCases, type TableCase } from './tables/cases.ts';
import { OUT_OF_SCOPE } from './tables/out-of-scope.ts';
import { toWorkbook } from './tables/to-workbook.ts';

type Judged = { readonly name: string; readonly agrees: boolean; readonly why: string };

const judge = (each: TableCase): Judged => {
  const workbook = toWorkbook(each);
  if (workbook === null) return { name: each.name, agrees: false, why: 'nothing recorded' };
  const { instrument, findings } = compileWithFiles(workbook);
  const errors = findings
    .filter(({ level }) => level === 'error')
    .map(({ code, details }) => `${code} ${JSON.stringify(details)}`);
  const why = each.isRefused
    ? `the reference refuses: ${each.error.slice(0, 160)}`
    : `refused here: ${errors.join('; ').slice(0, 200)}`;
  return { name: each.name, agrees: (instrument === null) === each.isRefused, why };
};

const whatIsThere = () => {
  const cases = readCases();

  it('names as out of scope only cases that are there, each with its reason', () => {
    const names = new Set(cases.map(each => each.name));
    expect(Object.keys(OUT_OF_SCOPE).filter(name => !names.has(name))).toEqual([]);
    expect(Object.values(OUT_OF_SCOPE).every(reason => reason.length > 10)).toBe(true);
  });

  it('accepts and refuses at least 95 % of the cases in scope as the reference does', () => {
    const judged = cases.filter(each => !Object.hasOwn(OUT_OF_SCOPE, each.name)).map(judge);
    const agreeing = judged.filter(each => each.agrees);
    console.log(
      `tables: ${cases.length} cases, ${judged.length} in scope, ${agreeing.length} as the reference`,
    );
    for (const each of judged) if (!each.agrees) console.log(`  differs: ${each.name}: ${each.why}`);
    expect(agreeing.length / judged.length).toBeGreaterThanOrEqual(0.95);
  });
};

const whatIsAbsent = () =>
  it('says that the recorded tables are not beside the project', () => {
    expect(CASES_ARE_THERE).toBe(false);
    console.log('tables: ../shared/data/outside/table-cases.jsonl is absent; only the own cases run');
  });

// What is not there cannot be read; that it is not is said, never passed over.
if (CASES_ARE_THERE) describe('tables of the reference compiler', whatIsThere);
else whatIsAbsent();
