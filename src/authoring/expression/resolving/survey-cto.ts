// Resolves what SurveyCTO adds to XLSForm and many field forms use: `count-if()` and its kin, `index()`, `choice-label()`.
import type { Expression } from '../../../domain/instrument/expression.ts';
import type { CallSyntax } from '../syntax.ts';
import { findTarget, repeatsOf } from './find-node.ts';
import type { Found, ResolvePart, Where } from './found.ts';
import { resolveChoiceName } from './place.ts';

/** The place of the innermost repeat's instance. */
export function resolveIndex(found: Found, { source }: CallSyntax, { here }: Where): Expression {
  const repeat = repeatsOf(found.scope.nodes, here === 'row' ? found.scope.node : here).at(-1);
  return repeat === undefined ? found.leaveOut(source) : ['position', repeat];
}

/** As `jr:choice-name`, the other way round: the question, then the value. */
export function resolveChoiceLabel(
  found: Found,
  call: CallSyntax,
  where: Where,
  resolvePart: ResolvePart,
): Expression {
  return resolveChoiceName(found, { ...call, args: call.args.toReversed() }, where, resolvePart);
}

/** `sum-if(${x}, condition)`: the sum of those whose instance fulfils it; `join-if` has its separator first. */
export function resolveConditional(
  found: Found,
  { name, args, source }: CallSyntax,
  where: Where,
  resolvePart: ResolvePart,
): Expression {
  const plain = name.replace(/-if$/, '');
  const [of, condition] = args.slice(-2);
  const separators = args.slice(0, -2);
  const target = of ? findTarget(found, of, where) : 'left-out';
  if (target === 'problem') return '';
  if (target === 'left-out' || !condition || target.predicates.length > 0 || target.isCurrent)
    return found.leaveOut(source);
  const inside = { wantsSet: false, here: target.node, isShifted: true };
  const set: Expression = ['$?', found.refer(target.node), resolvePart(found, condition, inside)];
  const before = separators.map(each => resolvePart(found, each, { ...where, wantsSet: false }));
  return ['()', plain, ...before, set];
}
