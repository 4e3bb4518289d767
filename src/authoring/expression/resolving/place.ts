// Resolves the functions that speak of instances and questions themselves: `position()`, `indexed-repeat()`, `jr:choice-name()`.
import type { Expression } from '../../../domain/instrument/expression.ts';
import { parseExpression } from '../parse.ts';
import type { CallSyntax, Syntax } from '../syntax.ts';
import { findTarget, type Missing, repeatsOf, type Target } from './find-node.ts';
import type { Found, ResolvePart, Where } from './found.ts';
import { allOf, placeOf } from './predicates.ts';

/** Of a repeat's instance its place; of anything else 1, as it stands once in its instance. */
export function resolvePosition(found: Found, { args, source }: CallSyntax, where: Where): Expression {
  const [of] = args;
  if (!of) return resolveOwnPosition(found, source, where);
  const target = findTarget(found, of, where);
  if (target === 'problem') return '';
  if (target === 'left-out' || target.predicates.length > 0) return found.leaveOut(source);
  const place = placeOf(found, target.node);
  return target.isCurrent && where.isShifted ? ['current', place] : place;
}

/** `position()` stands in a predicate. */
function resolveOwnPosition(found: Found, source: string, { here, isShifted }: Where): Expression {
  if (here === 'row') return ['position'];
  return isShifted ? placeOf(found, here) : found.leaveOut(source);
}

/** `indexed-repeat(${x}, ${repeat}, place, …)`: one instance, or all that are at these places where a node-set is wanted. */
export function resolveIndexedRepeat(
  found: Found,
  call: CallSyntax,
  where: Where,
  resolvePart: ResolvePart,
): Expression {
  const [of, ...pairs] = call.args;
  const target = of ? findTarget(found, of, where) : 'left-out';
  if (isMissing(target)) return target === 'problem' ? '' : found.leaveOut(call.source);
  const places = placesGiven(found, pairs, where, resolvePart);
  const repeats = repeatsOf(found.scope.nodes, target.node);
  if (
    !places ||
    target.predicates.length > 0 ||
    ![...places.keys()].every(repeat => repeats.includes(repeat))
  )
    return found.leaveOut(call.source);
  const node = found.refer(target.node);
  if (where.wantsSet) return ['$?', node, atAll(places)];
  const own = repeatsOf(found.scope.nodes, found.scope.node);
  return [
    'at',
    node,
    repeats.map(repeat => places.get(repeat) ?? (own.includes(repeat) ? ['position', repeat] : 1)),
  ];
}

const isMissing = (target: Target | Missing): target is Missing => typeof target === 'string';

/** Null: they are not pairs of a repeat and a place. */
function placesGiven(
  found: Found,
  pairs: readonly Syntax[],
  where: Where,
  resolvePart: ResolvePart,
): ReadonlyMap<number, Expression> | null {
  const places = new Map<number, Expression>();
  for (let index = 0; index < pairs.length; index += 2) {
    const [repeat, place] = [pairs[index], pairs[index + 1]];
    const target = repeat && place ? findTarget(found, repeat, where) : 'left-out';
    if (!place || isMissing(target) || found.scope.nodes[target.node]?.kind !== 'repeat') return null;
    places.set(target.node, resolvePart(found, place, { ...where, wantsSet: false }));
  }
  return places;
}

const atAll = (places: ReadonlyMap<number, Expression>): Expression =>
  allOf(Array.from(places, ([repeat, place]) => ['=', ['position', repeat], ['current', place]]));

/** The question comes as a text with its name or path in it, or, as many forms have it, without the quotes. */
export function resolveChoiceName(
  found: Found,
  { args, source }: CallSyntax,
  where: Where,
  resolvePart: ResolvePart,
): Expression {
  const [value, question] = args;
  const named = question?.kind === 'text' ? readQuestion(question.text) : question;
  const target = named ? findTarget(found, named, where) : 'left-out';
  if (target === 'problem') return '';
  if (!value || target === 'left-out' || target.node < 0) return found.leaveOut(source);
  return ['()', 'jr:choice-name', resolvePart(found, value, { ...where, wantsSet: false }), target.node];
}

function readQuestion(text: string): Syntax | null {
  const parsed = parseExpression(text);
  return parsed.ok ? parsed.value.syntax : null;
}
