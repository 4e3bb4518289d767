// Resolves names and paths: to a node of the sheet, to a set of them, to a column of a list's row, or to rows of a list.
import type { Expression } from '../../../domain/instrument/expression.ts';
import type { PathSyntax, Syntax } from '../syntax.ts';
import { findTarget, isCurrentCall, type Target } from './find-node.ts';
import type { Found, ResolvePart, Where } from './found.ts';
import { isPositional, wherePredicates } from './predicates.ts';
import { resolveRows } from './rows.ts';

type Reference = Extract<Syntax, { kind: 'name' | 'path' }>;

export function resolveReference(
  found: Found,
  syntax: Reference,
  where: Where,
  resolvePart: ResolvePart,
): Expression {
  if (syntax.kind === 'path') {
    const column = where.here === 'row' ? columnOf(syntax) : null;
    if (column !== null) return ['col', column];
    if (isOfList(syntax)) return resolveRows(found, syntax, where, resolvePart);
    if (isSelf(syntax) && (isCurrentFrom(syntax) || !where.isShifted))
      return where.isShifted ? ['current', ['.']] : ['.'];
    if (isNull(syntax)) return '';
  }
  const target = findTarget(found, syntax, where);
  if (target === 'problem') return '';
  if (target === 'left-out' || target.node < 0) return found.leaveOut(sourceOf(syntax));
  return target.predicates.length > 0
    ? resolveFiltered(found, target, { ...where, source: sourceOf(syntax) }, resolvePart)
    : resolveNode(found, target, where);
}

const sourceOf = (syntax: Reference): string =>
  syntax.kind === 'path' ? syntax.source : `\${${syntax.isLastSaved ? 'last-saved#' : ''}${syntax.name}}`;

/** Inside a row: `region`, `./region`, and `.` for the row's own code. */
function columnOf({ from, steps }: PathSyntax): string | null {
  const [step, ...others] = steps.filter(({ axis, predicates }) => axis !== 'self' || predicates.length > 0);
  if (from !== 'here' || others.length > 0) return null;
  if (!step) return 'name';
  return step.axis === 'child' && step.name !== '*' && step.predicates.length === 0 ? step.name : null;
}

const isOfList = ({ from }: PathSyntax): boolean =>
  typeof from === 'object' && from.kind === 'call' && from.name === 'instance';

const isSelf = (path: PathSyntax): boolean =>
  (path.from === 'here' || isCurrentFrom(path)) &&
  path.steps.every(
    ({ axis, name, predicates }) => axis === 'self' && name === '*' && predicates.length === 0,
  );

const isCurrentFrom = ({ from }: PathSyntax): boolean => typeof from === 'object' && isCurrentCall(from);

/** Many forms ask `${x} = null`. A question of that name is reached as `${null}`. */
const isNull = ({ source }: PathSyntax): boolean => source === 'null';

function resolveNode(found: Found, target: Target, { wantsSet, isShifted }: Where): Expression {
  const { node, isCurrent } = target;
  const value: Expression = [wantsSet ? '$*' : '$', found.refer(node)];
  return isCurrent && isShifted ? ['current', value] : value;
}

/** Chained predicates hold together; a place counted after another predicate has taken some away is not supported. */
function resolveFiltered(
  found: Found,
  { node, predicates, isCurrent }: Target,
  where: Where & { readonly source: string },
  resolvePart: ResolvePart,
): Expression {
  const isCounted = predicates.some(
    ({ about, predicate }, index) => predicates[index - 1]?.about === about && isPositional(predicate),
  );
  if (isCounted || (isCurrent && where.isShifted)) return found.leaveOut(where.source);
  return ['$?', found.refer(node), wherePredicates(found, predicates, resolvePart)];
}
