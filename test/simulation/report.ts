// What a run has been through: counts of everything, a hash of every event in its order, and the last steps before a failure.
import { createHash } from 'node:crypto';
import { HELD_RESULTS, PUSH_RESULTS } from '../../src/protocol/push-result.ts';
import { ROAD_FAULTS } from './road/faults.ts';

/** What happens to devices and to the centre, beside what happens on the road. */
export const MISHAPS = [
  'crash of a tab at a step',
  'crash of the centre at a step',
  'centre down for a while',
  'centre restored by command',
  'database put back by hand',
  'data folder put back whole',
  'centre of an older build',
  'clock of the centre jumps',
  'clock of a device jumps',
  'connection to a database broken',
  'disk full',
  'reference data evicted',
  'origin wiped',
  'profile cloned',
  'older profile put back',
  'second tab',
  'device of an older build',
  'record that the centre cannot store',
  'record too large',
  'record altered under its id',
  'event moved to another unit',
  'device moved to another unit',
  'device retired',
  'device lost',
  'device found again',
  'key rotated',
  'new version of an instrument',
  'file taken in',
  'quarantine retried',
] as const;
export type Mishap = (typeof MISHAPS)[number];

const KEPT_LINES = 80;

export type Report = ReturnType<typeof createReport>;

export function createReport(now: () => number, steps: () => number, trace: ((line: string) => void) | null) {
  const hash = createHash('sha256');
  const faults = new Map<string, number>([...ROAD_FAULTS, ...MISHAPS].map(name => [name, 0]));
  const results = new Map<string, number>([...PUSH_RESULTS, ...HELD_RESULTS].map(name => [name, 0]));
  const statuses = new Set<number>();
  const counts = { records: 0, exchanges: 0, checks: 0, switchedOnMs: 0, deviceMs: 0 };
  let lines: string[] = [];

  const add = (counted: Map<string, number>, name: string): void => {
    counted.set(name, (counted.get(name) ?? 0) + 1);
  };
  const note = (text: string): void => {
    const line = `${new Date(now()).toISOString()} #${steps()} ${text}`;
    hash.update(line);
    trace?.(line);
    if (lines.push(line) > 2 * KEPT_LINES) lines = lines.slice(KEPT_LINES);
  };
  return {
    steps,
    counts,
    faults,
    results,
    statuses,
    note,
    fault(name: string, status?: number) {
      add(faults, name);
      if (status !== undefined) statuses.add(status);
      note(`! ${name}${status === undefined ? '' : ` ${status}`}`);
    },
    result: (name: string) => add(results, name),
    lastLines: () => lines.slice(-KEPT_LINES),
    digest: () => hash.copy().digest('hex'),
  };
}

/** A broken promise: what was found, and the invariant that it breaks. */
export class Violation extends Error {
  constructor(invariant: string, found: string) {
    super(`${invariant}: ${found}`);
    this.name = 'Violation';
  }
}
