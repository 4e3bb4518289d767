// Values that depend on each other in a circle: opened where a person loses nothing but a shorter list, refused elsewhere.
import type { Instrument } from '../../domain/instrument/definition.ts';
import { findCycles } from '../../domain/instrument/sheet/cycles.ts';
import type { Report } from './report.ts';
import type { Draft } from './survey/draft.ts';
import { spotOf } from './table/table.ts';

/**
 * The same instrument without circles. A choice filter that depends on what is chosen goes, so that every choice is
 * offered; other circles are errors. `drafts`: in the order of the instrument's nodes.
 */
export const withoutCycles = (
  instrument: Instrument,
  drafts: readonly Draft[],
  report: Report,
): Instrument => {
  let opened = instrument;
  for (let round = 0; round < MOST_OPENED; round += 1) {
    const [cycle] = findCycles(opened);
    const next = cycle && openOne(opened, cycle, drafts, report);
    if (!next) break;
    opened = next;
  }
  for (const cycle of findCycles(opened)) {
    const first = drafts[cycle[0] ?? -1];
    if (first) report.error('cycle', spotOf(first.row, 'name'), { names: namesOf(cycle, drafts) });
  }
  return opened;
};

/** A form with more circles is no slip of the pen. */
const MOST_OPENED = 20;

const namesOf = (cycle: readonly number[], drafts: readonly Draft[]): string =>
  cycle
    .map(node => drafts[node]?.name ?? '')
    .join(' → ')
    .slice(0, 200);

/** Null where no filter is what closes the circle. */
const openOne = (
  instrument: Instrument,
  cycle: readonly number[],
  drafts: readonly Draft[],
  report: Report,
): Instrument | null => {
  for (const at of cycle) {
    const [node, draft] = [instrument.nodes[at], drafts[at]];
    if (node?.kind !== 'question' || node.choice_filter === undefined || draft === undefined) continue;
    const { choice_filter: _, ...unfiltered } = node;
    const opened = { ...instrument, nodes: instrument.nodes.with(at, unfiltered) };
    if (findCycles(opened).some(other => isSame(other, cycle))) continue;
    const details = { names: namesOf(cycle, drafts), column: 'choice_filter', instead: 'nothing' };
    report.unsupported('cycle.opened', spotOf(draft.row, 'choice_filter'), details);
    return opened;
  }
  return null;
};

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.toSorted().join() === other.toSorted().join();
