// Cells that hold a condition or a rule: an expression, or the yes and no that the standard lets stand for one.
import type { Expression } from '../../../domain/instrument/expression.ts';
import { readExpression } from '../expressions/read-expression.ts';
import type { Writing } from '../expressions/writing.ts';
import { isNo, isYes } from '../settings/settings.ts';
import { type Row, writtenIn } from '../table/table.ts';

/** Absent where it always holds (`yes`); false where it never does. For `relevant` and `constraint`. */
export const readCondition = (
  row: Row,
  column: string,
  node: number,
  writing: Writing,
): Expression | undefined => {
  const written = writtenIn(row, column)[0];
  if (written === undefined || isYes(written.text)) return undefined;
  return isNo(written.text) ? false : readExpression(written, { node }, writing);
};

/** Absent where it never holds (`no`); true where it always does. For `required` and `readonly`. */
export const readMark = (
  row: Row,
  column: string,
  node: number,
  writing: Writing,
): Expression | undefined => {
  const written = writtenIn(row, column)[0];
  if (written === undefined || isNo(written.text)) return undefined;
  return isYes(written.text) ? true : readExpression(written, { node }, writing);
};

/** An expression and nothing else. */
export const readRule = (
  row: Row,
  column: string,
  node: number,
  writing: Writing,
): Expression | undefined => {
  const written = writtenIn(row, column)[0];
  return written === undefined ? undefined : readExpression(written, { node }, writing);
};
