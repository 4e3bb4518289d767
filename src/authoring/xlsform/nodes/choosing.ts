// What selects and ranks have besides: their list, which of it is offered, in which order, and what excludes the rest.
import type { QuestionNode } from '../../../domain/instrument/definition.ts';
import type { Expression } from '../../../domain/instrument/expression.ts';
import { readExpression } from '../expressions/read-expression.ts';
import type { Writing } from '../expressions/writing.ts';
import type { ChoiceList } from '../lists/choice.ts';
import { factsOf } from '../lists/facts.ts';
import type { QuestionDraft } from '../survey/draft.ts';
import { spotOf, textOf, wordOf, writtenIn } from '../table/table.ts';

export const readChoosing = (draft: QuestionDraft, at: number, writing: Writing): Partial<QuestionNode> => {
  const { list, row, type } = draft;
  if (list === undefined) return {};
  const filter = readFilter(draft, list, at, writing);
  const randomize = readOrder(draft, at, writing);
  const { exclusive } = factsOf(list);
  if (list.origin === 'external' && textOf(row, 'choice_filter') === '')
    writing.report.warn('filter.missing', spotOf(row, 'choice_filter'), {
      type: wordOf(row, 'type').slice(0, 100),
    });
  return {
    list: list.name,
    ...(filter !== undefined && { choice_filter: filter }),
    ...(randomize && { randomize }),
    ...(type === 'select_multiple' && exclusive.length > 0 && { exclusive }),
    ...(draft.orOther && { or_other: true }),
  };
};

const readFilter = (
  { row }: QuestionDraft,
  list: ChoiceList,
  node: number,
  writing: Writing,
): Expression | undefined => {
  const written = writtenIn(row, 'choice_filter')[0];
  if (written === undefined) return undefined;
  const filter = readExpression(written, { node, isChoiceFilter: true }, writing);
  const known = factsOf(list).columns;
  for (const column of columnsIn(filter))
    if (!known.has(column))
      writing.report.warn('filter.no_column', written.spot, { column, list: list.name });
  return filter === undefined ? undefined : withOwnValue(filter, node);
};

/** What is chosen already may stay offered: a filter that asks for its own question asks for what was entered. */
const withOwnValue = <T>(part: T, node: number): T =>
  (Array.isArray(part)
    ? part[0] === '$' && part[1] === node
      ? ['.']
      : part.map(each => withOwnValue(each, node))
    : part) as T;

const columnsIn = (part: unknown): string[] => {
  if (!Array.isArray(part)) return [];
  return part[0] === 'col' && typeof part[1] === 'string' ? [part[1]] : part.flatMap(columnsIn);
};

const readOrder = (
  { row, parameters }: QuestionDraft,
  node: number,
  writing: Writing,
): QuestionNode['randomize'] => {
  if (parameters?.get('randomize')?.toLowerCase() !== 'true') return undefined;
  const seed = parameters.get('seed');
  const expression =
    seed === undefined
      ? undefined
      : readExpression({ text: seed, spot: spotOf(row, 'parameters') }, { node }, writing);
  return expression === undefined ? {} : { seed: expression };
};
