// The cases recorded from the reference compiler's own tests, where they lie beside the project, and how they are named.
import { existsSync, readFileSync } from 'node:fs';

export type TableCase = {
  /** The test's name, and its place among the cases of that test where it has several. */
  readonly name: string;
  readonly md?: string;
  readonly ss_structure?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Whether the reference compiler refuses it. */
  readonly isRefused: boolean;
  readonly error: string;
};

const FILE = new URL('../../../../shared/data/outside/table-cases.jsonl', import.meta.url);

export const CASES_ARE_THERE = existsSync(FILE);

type Recorded = {
  readonly test: string;
  readonly md?: string;
  readonly ss_structure?: unknown;
  readonly errored?: boolean;
  readonly error?: string;
};

export const readCases = (): TableCase[] => {
  if (!CASES_ARE_THERE) return [];
  const recorded = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Recorded);
  const totals = countsOf(recorded.map(each => each.test));
  const seen = new Map<string, number>();
  return recorded.map(each => {
    const nth = (seen.get(each.test) ?? 0) + 1;
    seen.set(each.test, nth);
    return toCase(each, totals.get(each.test) === 1 ? '' : ` (${nth})`);
  });
};

const countsOf = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

/** `tests.test_geo.GeoTest.test_x` is shown as `geo.test_x`. */
const toCase = ({ test, md, ss_structure, errored, error }: Recorded, nth: string): TableCase => {
  const parts = test.split('.');
  return {
    name: `${parts.slice(1, -2).join('.').replace('test_', '')}.${parts.at(-1)}${nth}`,
    ...(md !== undefined && { md }),
    ...(typeof ss_structure === 'object' &&
      ss_structure !== null && { ss_structure: ss_structure as NonNullable<TableCase['ss_structure']> }),
    isRefused: errored === true || error !== undefined,
    error: error ?? '',
  };
};
