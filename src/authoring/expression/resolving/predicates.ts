// The predicates on a path through the sheet, as one condition that each instance of the path's end is asked.
import type { Expression } from '../../../domain/instrument/expression.ts';
import type { Syntax } from '../syntax.ts';
import type { Target } from './find-node.ts';
import type { Found, ResolvePart } from './found.ts';

export function wherePredicates(
  found: Found,
  predicates: Target['predicates'],
  resolvePart: ResolvePart,
): Expression {
  return allOf(
    predicates.map(({ about, predicate }) => {
      const condition = resolvePart(found, predicate, { wantsSet: false, here: about, isShifted: true });
      return isNumeric(predicate) ? ['=', placeOf(found, about), condition] : condition;
    }),
  );
}

export const allOf = (conditions: readonly Expression[]): Expression =>
  conditions.length === 0 ? true : conditions.reduce((all, each) => ['and', all, each]);

/** What `position()` is in a predicate about that node: a question or a group stands once in its instance. */
export const placeOf = ({ scope }: Found, about: number): Expression =>
  scope.nodes[about]?.kind === 'repeat' ? ['position', about] : 1;

/** Whether it picks by place, by a number or by asking for one. */
export const isPositional = (predicate: Syntax): boolean => isNumeric(predicate) || asksForPlace(predicate);

function asksForPlace(syntax: Syntax): boolean {
  if (syntax.kind === 'operation') return asksForPlace(syntax.left) || asksForPlace(syntax.right);
  if (syntax.kind === 'negation') return asksForPlace(syntax.of);
  return isPlaceCall(syntax) || (syntax.kind === 'call' && syntax.args.some(asksForPlace));
}

const isPlaceCall = (syntax: Syntax): boolean =>
  syntax.kind === 'call' && syntax.args.length === 0 && ['position', 'last'].includes(syntax.name);

const NUMERIC_OPERATORS = ['+', '-', '*', 'div', 'mod'];
const NUMERIC_FUNCTIONS = [
  'count',
  'count-non-empty',
  'count-selected',
  'int',
  'last',
  'max',
  'min',
  'number',
  'position',
  'round',
  'string-length',
  'sum',
];

/** XPath: a predicate that is a number asks for that place. What a node holds is a text here, never a number. */
export function isNumeric(predicate: Syntax): boolean {
  if (predicate.kind === 'call') return NUMERIC_FUNCTIONS.includes(predicate.name);
  if (predicate.kind === 'operation') return NUMERIC_OPERATORS.includes(predicate.operator);
  return predicate.kind === 'number' || predicate.kind === 'negation';
}
