// An anonymous instrument keeps no time finer than the day: where a value would, it becomes the day.
import type { Expression } from '../../../domain/instrument/expression.ts';
import type { Spot } from '../report.ts';
import type { Writing } from './writing.ts';

export const dayOnly = (expression: Expression, spot: Spot, { isAnonymous, report }: Writing): Expression => {
  if (!isAnonymous || !asksForTime(expression)) return expression;
  report.unsupported('anonymous.time', spot, { instead: 'today' });
  return withDays(expression);
};

const isNow = (expression: readonly unknown[]): boolean => expression[0] === '()' && expression[1] === 'now';

const asksForTime = (part: unknown): boolean =>
  Array.isArray(part) && (isNow(part) || part.some(asksForTime));

const withDays = <T>(part: T): T =>
  (Array.isArray(part) ? (isNow(part) ? ['()', 'today'] : part.map(withDays)) : part) as T;
