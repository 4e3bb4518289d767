// Every fault of the list has a test named after it, and a mutant that shows the test red without its guard.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../mutants/table.ts';
import { FAULTS } from './rows.ts';

const root = join(import.meta.dirname, '../..');
const built = FAULTS.filter(({ later }) => later === undefined);

describe('each fault of the list', () => {
  it.each(built.map(row => [row.name, row] as const))('%s', (name, { tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const file of tests) {
      const titles = readFileSync(join(root, file), 'utf8').includes(`fault: ${name}`);
      expect([file, titles]).toEqual([file, true]);
    }
    const mutants = MUTANTS.filter(({ fault }) => fault === name);
    expect(mutants.length).toBeGreaterThan(0);
    for (const { test } of mutants) expect(tests).toContain(test);
  });

  it('is there once, and a fault of what is not built yet says what will bring it', () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
    for (const { later, tests } of FAULTS) if (later !== undefined) expect(tests).toEqual([]);
    expect(FAULTS.length - built.length).toBeLessThan(5);
  });
});

it('no mutant names a fault that is not in the list', () => {
  const names = FAULTS.map(({ name }) => name);
  expect(MUTANTS.flatMap(({ fault = [] }) => fault).filter(fault => !names.includes(fault))).toEqual([]);
});
