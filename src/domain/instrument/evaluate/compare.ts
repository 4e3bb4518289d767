// How values compare: as booleans, numbers or texts, whichever comes first, and of node-sets any member will do.
import type { Operator } from '../expression.ts';
import type { Value } from '../sheet/place.ts';
import { toBoolean, toNumber, toText, toTexts } from './value.ts';

/** Two numbers this close are one, as JavaRosa has it: a form's 0.1 + 0.2 is 0.3. */
const CLOSE = 1e-12;

/** `wanted` false asks for `!=`, which of node-sets is not the opposite: any member that differs. */
export function isEqual(left: Value, right: Value, wanted: boolean): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean')
    return (toBoolean(left) === toBoolean(right)) === wanted;
  return anyPair(left, right, (a, b) => isSame(a, b) === wanted);
}

function isSame(left: Value, right: Value): boolean {
  if (typeof left !== 'number' && typeof right !== 'number') return toText(left) === toText(right);
  const [a, b] = [toNumber(left), toNumber(right)];
  return a === b || Math.abs(a - b) < CLOSE;
}

export function isOrdered(operator: Operator, left: Value, right: Value): boolean {
  return anyPair(left, right, (a, b) => isInOrder(operator, toNumber(a), toNumber(b)));
}

function isInOrder(operator: Operator, left: number, right: number): boolean {
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
}

function anyPair(left: Value, right: Value, holds: (a: Value, b: Value) => boolean): boolean {
  const others = single(right);
  return single(left).some(a => others.some(b => holds(a, b)));
}

const single = (value: Value): readonly Value[] => (typeof value === 'object' ? toTexts(value) : [value]);
