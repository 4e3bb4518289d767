// What turning cells into expressions and wordings needs, gathered once a form.
import type { FunctionSet } from '../../../domain/instrument/definition.ts';
import type { ScopeNode } from '../../expression/scope.ts';
import type { Lists } from '../lists/lists.ts';
import type { Report, Spot } from '../report.ts';
import type { Languages } from '../settings/languages.ts';

export type Writing = {
  readonly nodes: readonly ScopeNode[];
  /** The first of each name. */
  readonly questionsByName: ReadonlyMap<string, number>;
  readonly lists: Lists;
  /** The names of the lists that expressions may look up in; grows as they ask for files. */
  readonly listNames: Set<string>;
  readonly languages: Languages;
  readonly needs: Set<FunctionSet>;
  readonly isAnonymous: boolean;
  readonly report: Report;
  /** Characters of expressions and of labels with answers in them, so far. */
  readonly spent: { characters: number };
};

/** Several times what the largest field forms hold. */
export const MAX_EXPRESSION_CHARACTERS = 2_000_000;

/** False once a form holds more to read than anybody wrote; that is told once. */
export const maySpend = (text: string, spot: Spot, { spent, report }: Writing): boolean => {
  const isWithin = spent.characters <= MAX_EXPRESSION_CHARACTERS;
  spent.characters += text.length;
  if (isWithin && spent.characters > MAX_EXPRESSION_CHARACTERS)
    report.error('expressions.too_many', spot, { most: MAX_EXPRESSION_CHARACTERS });
  return spent.characters <= MAX_EXPRESSION_CHARACTERS;
};
