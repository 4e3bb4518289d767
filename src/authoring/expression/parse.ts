// Reads an expression of a form (XPath 1.0 as XLSForm writes it) into its parts, by binding strength; knows nothing of the form.
import type { Operator } from '../../domain/instrument/expression.ts';
import { accepted, type Result } from '../../domain/result.ts';
import { parsePath, parseStepsAfter, startsPath } from './reading/parse-path.ts';
import { type ParseProblem, Reader } from './reading/reader.ts';
import { cut, type Repair } from './reading/token.ts';
import type { Syntax } from './syntax.ts';

export type Parsed = { readonly syntax: Syntax; readonly repairs: readonly Repair[] };

/** A spreadsheet's cell holds no more. */
const LENGTH_MAX = 32_767;

/**
 * Never throws, and the tree is never too deep to walk. Curly quotes and unbreakable blanks outside texts are read as what they
 * stand for, and told in `repairs`.
 */
export function parseExpression(text: string): Result<Parsed, ParseProblem> {
  const { length } = text;
  if (length > LENGTH_MAX)
    return { ok: false, problem: { code: 'expression.too_long', details: { length, most: LENGTH_MAX } } };
  const { tokens, repairs } = cut(text);
  const reader = new Reader(text, tokens);
  const syntax = parse(reader, 0);
  if (syntax && reader.token.kind === 'end') return accepted({ syntax, repairs });
  if (syntax) reader.fail('operator');
  if (!reader.problem) throw new Error('an expression failed without a reason');
  return { ok: false, problem: reader.problem };
}

const STRENGTH: Readonly<Record<Operator | '|', number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
  '|': 8,
};
const NEGATION_STRENGTH = 7;

/** An operand and every operator after it that binds more strongly than `floor`. */
function parse(reader: Reader, floor: number): Syntax | null {
  let left = parseOperand(reader);
  while (left) {
    const operator = operatorAt(reader);
    if (!operator || STRENGTH[operator] <= floor) break;
    const { at } = reader.take();
    const right = parse(reader, STRENGTH[operator]);
    left = right && reader.made({ kind: 'operation', operator, left, right, at }, [left, right]);
  }
  return left;
}

function operatorAt({ token }: Reader): Operator | '|' | null {
  const isPossible = token.kind === 'sign' || token.kind === 'word';
  return isPossible && isOperator(token.text) ? token.text : null;
}

const isOperator = (text: string): text is Operator | '|' => Object.hasOwn(STRENGTH, text);

function parseOperand(reader: Reader): Syntax | null {
  const { at } = reader.token;
  if (reader.isAt('-')) return parseNegation(reader);
  if (startsPath(reader)) return parsePath(reader, parseInside);
  const primary = parsePrimary(reader);
  return primary && parseStepsAfter(reader, primary, at, parseInside);
}

/** Of many signs in a row only their number counts. */
function parseNegation(reader: Reader): Syntax | null {
  const { at } = reader.token;
  let signs = 0;
  while (reader.skip('-')) signs += 1;
  const of = parse(reader, NEGATION_STRENGTH);
  const once = of && reader.made({ kind: 'negation', of, at }, [of]);
  return once && signs % 2 === 0 ? reader.made({ kind: 'negation', of: once, at }, [once]) : once;
}

function parsePrimary(reader: Reader): Syntax | null {
  const { kind, text, at } = reader.token;
  if (kind === 'text') return reader.made({ kind, text: reader.take().text, at }, []);
  if (kind === 'number') return reader.made({ kind, number: Number(reader.take().text), at }, []);
  if (kind === 'reference') return parseReference(reader);
  if (kind === 'word') return parseCall(reader);
  if (text !== '(') return reader.fail('operand');
  reader.take();
  const inside = parseInside(reader);
  return inside && (reader.skip(')') ? inside : reader.fail(')'));
}

const LAST_SAVED = 'last-saved#';

function parseReference(reader: Reader): Syntax | null {
  const { text, at } = reader.token;
  if (text === '') return reader.fail('name');
  reader.take();
  const isLastSaved = text.startsWith(LAST_SAVED);
  const name = isLastSaved ? text.slice(LAST_SAVED.length) : text;
  return reader.made({ kind: 'name', name, isLastSaved, at }, []);
}

function parseCall(reader: Reader): Syntax | null {
  const { text: name, at } = reader.take();
  reader.take();
  const args: Syntax[] = [];
  while (!reader.skip(')')) {
    if (args.length > 0 && !reader.skip(',')) return reader.fail(')');
    const arg = parseInside(reader);
    if (!arg) return null;
    args.push(arg);
  }
  return reader.made({ kind: 'call', name, args, at, source: reader.written(at) }, args);
}

/** What stands in brackets, whatever is around them. */
const parseInside = (reader: Reader): Syntax | null => reader.within(() => parse(reader, 0));
