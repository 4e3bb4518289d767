// The table of mutants fits the tree: what it breaks is there once, and the tests that it names exist.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hasTest } from './find-test.ts';
import { MUTANTS } from './table.ts';

const root = join(import.meta.dirname, '../..');
const textOf = (file: string): string =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';

it('what each mutant breaks is in its file, once', () => {
  const wrong = MUTANTS.filter(({ file, find }) => textOf(file).split(find).length !== 2);
  expect(wrong.map(({ file, find }) => `${file}: ${find}`)).toEqual([]);
});

it('each mutant changes something, and no two the same', () => {
  expect(MUTANTS.filter(({ find, replace }) => find === replace)).toEqual([]);
  const changes = MUTANTS.map(({ file, find, replace, title }) => [file, find, replace, title].join('\n'));
  expect(changes.filter((change, index) => changes.indexOf(change) !== index)).toEqual([]);
});

it('the test that each mutant is to turn red exists', () => {
  const missing = MUTANTS.filter(({ test, title }) => !hasTest(textOf(test), title));
  expect(missing.map(({ test, title }) => `${test}: ${title}`)).toEqual([]);
});
