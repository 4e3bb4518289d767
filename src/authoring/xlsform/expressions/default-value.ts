// The column `default`: a value as it is written, or an expression that makes one.

import type { QuestionType } from '../../../domain/instrument/definition.ts';
import type { Expression } from '../../../domain/instrument/expression.ts';
import { parseExpression } from '../../expression/parse.ts';
import type { Syntax } from '../../expression/syntax.ts';
import type { Written } from '../table/table.ts';
import { readExpression } from './read-expression.ts';
import type { Writing } from './writing.ts';

/** A longer text without a question in it is a text. */
const LONGEST = 2000;

/** A question in it or a call makes it an expression; a sum does where a number is asked for. */
export const isDynamic = (text: string, type: QuestionType): boolean => {
  if (text.includes('${')) return true;
  if (text.length > LONGEST) return false;
  if (!/[(+*]|\bdiv\b|\bmod\b|\s-\s/.test(text) || /^[+-]?[\d.]+$/.test(text)) return false;
  const parsed = parseExpression(text);
  if (!parsed.ok) return false;
  const { kind } = parsed.value.syntax;
  return kind === 'call' || (kind === 'operation' && (hasCall(parsed.value.syntax) || isNumber(type)));
};

const isNumber = (type: QuestionType): boolean => ['integer', 'decimal', 'range', 'calculate'].includes(type);

const hasCall = (syntax: Syntax): boolean =>
  syntax.kind === 'call' || (syntax.kind === 'operation' && (hasCall(syntax.left) || hasCall(syntax.right)));

export const readDefault = (
  written: Written,
  type: QuestionType,
  node: number,
  writing: Writing,
): Expression | undefined =>
  isDynamic(written.text, type) ? readExpression(written, { node }, writing) : written.text;
