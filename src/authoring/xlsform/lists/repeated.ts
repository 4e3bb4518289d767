// One code written twice in a list: put right where the meaning is clear, refused where it is not.
import type { Report } from '../report.ts';
import { spotOf } from '../table/table.ts';
import type { Choice } from './choice.ts';

type Where = { readonly list: string; readonly allowsDuplicates: boolean; readonly report: Report };

/** Rows of one code, so far. */
type Seen = { readonly first: number; readonly columns: Set<string>; readonly whole: Set<string> };

/**
 * | label  | other columns | what happens                                                     |
 * | same   | same          | the later row is left out                                        |
 * | any    | differ        | both stay: each is offered where its filter lets it              |
 * | differ | same          | refused, but where the setting `allow_choice_duplicates` says so |
 */
export const withoutRepeats = (choices: readonly Choice[], where: Where): Choice[] => {
  const seen = new Map<string, Seen>();
  return choices.filter(choice => {
    const columns = JSON.stringify(choice.columns);
    const whole = JSON.stringify([columns, choice.labels.map(({ language, text }) => [language, text])]);
    const earlier = seen.get(choice.code);
    const stays = earlier === undefined || judge(choice, { earlier, columns, whole }, where);
    if (earlier === undefined)
      seen.set(choice.code, {
        first: choice.row.number,
        columns: new Set([columns]),
        whole: new Set([whole]),
      });
    earlier?.columns.add(columns);
    earlier?.whole.add(whole);
    return stays;
  });
};

type Again = { readonly earlier: Seen; readonly columns: string; readonly whole: string };

const judge = (choice: Choice, { earlier, columns, whole }: Again, where: Where): boolean => {
  const { list, allowsDuplicates, report } = where;
  const spot = spotOf(choice.row, 'name');
  const details = { list, choice: choice.code, first: earlier.first };
  const isRepeated = earlier.whole.has(whole);
  if (isRepeated) report.repair('choice.repeated', spot, details);
  else if (allowsDuplicates || !earlier.columns.has(columns))
    report.warn('choice.shared_name', spot, details);
  else report.error('choice.duplicate', spot, details);
  return !isRepeated;
};
