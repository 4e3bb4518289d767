// What every question over a list asks of it, found once a list however many questions there are.
import type { ChoiceList } from './choice.ts';

export type ListFacts = {
  /** What a filter may ask for. */
  readonly columns: ReadonlySet<string>;
  /** The codes of which none goes with another. */
  readonly exclusive: readonly string[];
  /** A code with a blank in it, which cannot be kept beside others; null where there is none. */
  readonly withBlank: string | null;
};

const kept = new WeakMap<ChoiceList, ListFacts>();

export const factsOf = (list: ChoiceList): ListFacts => {
  const known = kept.get(list);
  if (known) return known;
  const columns = new Set(['name', 'label', 'list_name']);
  for (const choice of list.choices) for (const column of Object.keys(choice.columns)) columns.add(column);
  const facts = {
    columns,
    exclusive: list.choices.filter(choice => choice.isExclusive).map(choice => choice.code),
    withBlank: list.choices.find(({ code }) => /\s/.test(code))?.code ?? null,
  };
  kept.set(list, facts);
  return facts;
};
