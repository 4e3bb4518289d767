// Turns the text of a cell into an expression of the instrument, and everything wrong with it into findings.
import type { Expression } from '../../../domain/instrument/expression.ts';
import { parseExpression } from '../../expression/parse.ts';
import { type Resolved, resolve } from '../../expression/resolve.ts';
import type { Syntax } from '../../expression/syntax.ts';
import type { Spot } from '../report.ts';
import type { Written } from '../table/table.ts';
import { listsAskedFor } from './asked-lists.ts';
import { withoutPathAt } from './empty-path.ts';
import { maySpend, type Writing } from './writing.ts';

/** Where the expression belongs: its node's index, or -1 for the form. */
export type Standing = { readonly node: number; readonly isChoiceFilter?: boolean };

/** Undefined where it cannot be read; that is told. */
export const readExpression = (
  { text, spot }: Pick<Written, 'text' | 'spot'>,
  standing: Standing,
  writing: Writing,
): Expression | undefined => {
  if (!maySpend(text, spot, writing)) return undefined;
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    writing.report.error(parsed.problem.code, spot, parsed.problem.details);
    return undefined;
  }
  for (const what of new Set(parsed.value.repairs.map(repair => repair.kind)))
    writing.report.repair('expression.repaired', spot, { what });
  return resolveSyntax(parsed.value.syntax, spot, standing, writing);
};

export const resolveSyntax = (
  syntax: Syntax,
  spot: Spot,
  standing: Standing,
  writing: Writing,
): Expression | undefined => {
  if (!findLists(syntax, spot, writing)) return undefined;
  const resolved = resolveLeniently({ syntax, left: MOST_EMPTY_PATHS }, spot, standing, writing);
  if (resolved === null) return undefined;
  for (const what of resolved.unsupported)
    writing.report.unsupported('expression.unsupported', spot, {
      what: what.slice(0, 200),
      instead: 'empty',
    });
  for (const set of resolved.needs) writing.needs.add(set);
  return resolved.expression;
};

/** False where a list that is asked for is not there; that is told. */
const findLists = (syntax: Syntax, spot: Spot, { lists, listNames }: Writing): boolean =>
  listsAskedFor(syntax)
    .map(asked => {
      const name = lists.forLookUp(asked, spot);
      if (name !== null) listNames.add(name);
      return name !== null;
    })
    .every(isThere => isThere);

/** More in one cell are no slip of the pen. */
const MOST_EMPTY_PATHS = 20;

type Attempt = { readonly syntax: Syntax; readonly left: number };

const resolveLeniently = (
  { syntax, left }: Attempt,
  spot: Spot,
  standing: Standing,
  writing: Writing,
): Resolved | null => {
  const resolved = resolve(syntax, { nodes: writing.nodes, lists: writing.listNames, ...standing });
  if (resolved.ok) return resolved.value;
  const { code, details } = resolved.problem;
  const mended = code === 'path.unknown' && left > 0 ? withoutPathAt(syntax, Number(details.at) - 1) : null;
  if (mended === null) {
    writing.report.error(code, spot, details);
    return null;
  }
  writing.report.unsupported(code, spot, { ...details, instead: 'empty' });
  return resolveLeniently({ syntax: mended, left: left - 1 }, spot, standing, writing);
};
