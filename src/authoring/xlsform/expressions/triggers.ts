// The column `trigger`: the questions whose change makes a calculation be made.
import type { Draft } from '../survey/draft.ts';
import { nearest } from '../table/nearest.ts';
import { type Row, spotOf, textOf } from '../table/table.ts';
import type { Writing } from './writing.ts';

/** A question that waits for more is no question of a form. */
const MOST = 50;

/** Indices of the questions named; what is no question that a person answers is told. */
export const readTriggers = (
  row: Row,
  drafts: readonly Draft[],
  { report, questionsByName }: Writing,
): number[] => {
  const text = textOf(row, 'trigger');
  if (text === '') return [];
  const spot = spotOf(row, 'trigger');
  const names = text.split(',', MOST + 1).map(part => /^\s*\$\{\s*([^{}]+?)\s*\}\s*$/.exec(part)?.[1]);
  if (names.length > MOST || names.includes(undefined)) {
    report.error('trigger.malformed', spot, { trigger: text.slice(0, 200) });
    return [];
  }
  return names.flatMap((name = '') => {
    const at = questionsByName.get(name);
    if (at === undefined)
      report.error('reference.unknown', spot, { name, similar: nearest(name, questionsByName.keys()) ?? '' });
    else if (isHidden(drafts[at])) report.error('trigger.not_visible', spot, { name });
    return at ?? [];
  });
};

/** A computed value does not change because somebody answers it. */
const isHidden = (draft: Draft | undefined): boolean =>
  draft?.kind === 'question' && draft.type === 'calculate' && draft.metadata === undefined;
