// Computes a compiled expression where it stands; nothing is parsed or looked up by name any more.
import type { ListRow } from '../definition.ts';
import type { Expression, Operation, Operator } from '../expression.ts';
import type { Member, Place, Scope, Value } from '../sheet/place.ts';
import { Arguments } from './arguments.ts';
import { isEqual, isOrdered } from './compare.ts';
import type { FunctionTable } from './function-table.ts';
import { toBoolean, toNumber } from './value.ts';

/** What is around a part: within a predicate the place, the row and the position are a candidate's. */
type Frame = {
  readonly scope: Scope;
  readonly functions: FunctionTable;
  readonly row: ListRow | null;
  /** 1-based, among the candidates; 0 outside predicates. */
  readonly position: number;
  /** Where the whole expression stands; null: here. */
  readonly outermost: Frame | null;
};

/**
 * The value of an expression. `row` is given where it is asked of a list's row (choice filters). What this build cannot compute, and
 * a function that is not in the table, is ''. Never throws on a compiled expression, but for cycles that `scope` finds.
 */
export function evaluate(
  expression: Expression,
  scope: Scope,
  functions: FunctionTable,
  row: ListRow | null = null,
): Value {
  return compute(expression, { scope, functions, row, position: 0, outermost: null });
}

function compute(expression: Expression, frame: Frame): Value {
  if (typeof expression !== 'object') return expression;
  const { place } = frame.scope;
  switch (expression[0]) {
    case '()':
      return call(expression, frame);
    case '$':
      return textAt(place.find(expression[1]));
    case '$*':
      return place.all(expression[1]);
    case '$?':
      return placesWhere(expression[1], expression[2], frame);
    case '.':
      return place.own();
    case 'at':
      return textAt(place.at(expression[1], placesOf(expression[2], frame)));
    case 'position':
      return expression[1] === undefined ? frame.position : place.position(expression[1]);
    case 'current':
      return compute(expression[1], frame.outermost ?? frame);
    case 'col':
      return frame.row ? columnOf(frame.row, expression[1], frame.scope) : '';
    case 'rows':
      return rowsWhere(expression, frame);
    case 'neg':
      return -toNumber(compute(expression[1], frame));
    case 'unsupported':
      return '';
    default:
      return operate(expression[0], expression[1], expression[2], frame);
  }
}

function call([, name, ...args]: readonly ['()', string, ...Expression[]], frame: Frame): Value {
  if (!Object.hasOwn(frame.functions, name)) return '';
  const own = new Arguments(frame.scope, args.length, index => compute(args[index] ?? '', frame));
  return frame.functions[name]?.run(own) ?? '';
}

const textAt = (place: Place | null): string => place?.text() ?? '';

function placesOf(places: readonly Expression[], frame: Frame): number[] {
  return places.map(place => toNumber(compute(place, frame)));
}

function placesWhere(node: number, predicate: Expression, frame: Frame): readonly Member[] {
  const outermost = frame.outermost ?? frame;
  return frame.scope.place.all(node, true).filter((place, index) => {
    const scope = { ...frame.scope, place };
    return isKept(predicate, { ...frame, scope, position: index + 1, outermost });
  });
}

/** A number picks by position, as XPath has it. */
function isKept(predicate: Expression, frame: Frame): boolean {
  const value = compute(predicate, frame);
  return typeof value === 'number' ? value === frame.position : toBoolean(value);
}

type Rows = Extract<Operation, readonly ['rows', ...unknown[]]>;

function rowsWhere([, list, predicate, column]: Rows, frame: Frame): readonly Member[] {
  const rows = frame.scope.list(list) ?? [];
  const outermost = frame.outermost ?? frame;
  const isWanted = (row: ListRow, index: number) =>
    predicate === null || isKept(predicate, { ...frame, row, position: index + 1, outermost });
  return rows.filter(isWanted).map(row => ({ text: () => columnOf(row, column, frame.scope) }));
}

/** A row's code and label are columns too, as in the form's own table. */
function columnOf(row: ListRow, column: string, scope: Scope): string {
  if (column === 'name') return row.code;
  if (row.columns && Object.hasOwn(row.columns, column)) return row.columns[column] ?? '';
  return column === 'label' ? scope.labelOf(row) : '';
}

function operate(operator: Operator, left: Expression, right: Expression, frame: Frame): Value {
  const first = compute(left, frame);
  if (operator === 'and') return toBoolean(first) && toBoolean(compute(right, frame));
  if (operator === 'or') return toBoolean(first) || toBoolean(compute(right, frame));
  const second = compute(right, frame);
  if (operator === '=' || operator === '!=') return isEqual(first, second, operator === '=');
  if (operator.startsWith('<') || operator.startsWith('>')) return isOrdered(operator, first, second);
  return calculate(operator, toNumber(first), toNumber(second));
}

function calculate(operator: Operator, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return operator === 'div' ? left / right : left % right;
}
