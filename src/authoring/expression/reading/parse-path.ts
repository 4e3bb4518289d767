// Reads the paths of an expression: `/data/a`, `../b`, `.`, `instance('l')/root/item[...]/c`, with a predicate after any step.

import type { PathSyntax, Step, Syntax } from '../syntax.ts';
import type { Reader } from './reader.ts';

type ParseInside = (reader: Reader) => Syntax | null;

export function startsPath(reader: Reader): boolean {
  const { kind, text } = reader.token;
  if (kind === 'word') return !isCall(reader);
  return kind === 'sign' && ['/', '//', '.', '..', '*', '@'].includes(text);
}

/** A word before a bracket is a function's name, but for the tests of a node's kind. */
function isCall(reader: Reader): boolean {
  return isSign(reader, 1, '(') && !NODE_TESTS.has(reader.token.text);
}

const NODE_TESTS = new Set(['node', 'text', 'comment']);

function isSign(reader: Reader, ahead: number, sign: string): boolean {
  const { kind, text } = reader.peek(ahead);
  return kind === 'sign' && text === sign;
}

export function parsePath(reader: Reader, inside: ParseInside): Syntax | null {
  const { at } = reader.token;
  const from = reader.isAt('/') || reader.isAt('//') ? 'root' : 'here';
  const steps: Step[] = [];
  if (from === 'root' && reader.isAt('/')) {
    reader.take();
    if (!startsStep(reader)) return reader.made({ kind: 'path', from, steps, at, source: '/' }, []);
  }
  return parseSteps(reader, { from, steps, at }, inside);
}

const startsStep = (reader: Reader): boolean => reader.token.kind === 'word' || startsPath(reader);

/** `${a}[1]`, `current()/../b`: what follows an operand, or the operand itself. */
export function parseStepsAfter(
  reader: Reader,
  from: Syntax,
  at: number,
  inside: ParseInside,
): Syntax | null {
  const steps: Step[] = [];
  if (reader.isAt('[')) {
    const predicates = parsePredicates(reader, inside);
    if (!predicates) return null;
    steps.push({ axis: 'self', name: '*', predicates });
  }
  if (reader.skip('/') || reader.isAt('//')) return parseSteps(reader, { from, steps, at }, inside);
  return steps.length === 0 ? from : madePath(reader, { from, steps, at });
}

type Begun = { readonly from: PathSyntax['from']; readonly steps: Step[]; readonly at: number };

function parseSteps(reader: Reader, begun: Begun, inside: ParseInside): Syntax | null {
  do {
    if (reader.skip('//')) begun.steps.push({ axis: 'other', name: '//', predicates: [] });
    const step = parseStep(reader, inside);
    if (!step) return null;
    begun.steps.push(step);
  } while (reader.skip('/') || reader.isAt('//'));
  return madePath(reader, begun);
}

function madePath(reader: Reader, { from, steps, at }: Begun): Syntax | null {
  const below = steps.flatMap(step => step.predicates);
  if (typeof from !== 'string') below.push(from);
  return reader.made({ kind: 'path', from, steps, at, source: reader.written(at) }, below);
}

function parseStep(reader: Reader, inside: ParseInside): Step | null {
  const step = parseStepName(reader);
  const predicates = step && parsePredicates(reader, inside);
  return step && predicates ? { ...step, predicates } : null;
}

type Named = Pick<Step, 'axis' | 'name'>;

function parseStepName(reader: Reader): Named | null {
  if (reader.skip('.')) return { axis: 'self', name: '*' };
  if (reader.skip('..')) return { axis: 'parent', name: '*' };
  if (reader.skip('@')) return named(reader, 'other');
  if (reader.token.kind !== 'word' || !isSign(reader, 1, '::')) return named(reader, 'child');
  const axis = reader.take().text;
  reader.take();
  return named(reader, axis === 'child' || axis === 'self' || axis === 'parent' ? axis : 'other');
}

function named(reader: Reader, axis: Step['axis']): Named | null {
  if (reader.skip('*')) return { axis, name: '*' };
  if (reader.token.kind !== 'word') return reader.fail('name');
  const name = reader.take().text;
  if (!reader.skip('(')) return { axis, name };
  if (!reader.skip(')')) return reader.fail(')');
  return { axis: name === 'node' ? axis : 'other', name: '*' };
}

function parsePredicates(reader: Reader, inside: ParseInside): Syntax[] | null {
  const predicates: Syntax[] = [];
  while (reader.skip('[')) {
    const predicate = inside(reader);
    if (!predicate) return null;
    if (!reader.skip(']')) return reader.fail(']');
    predicates.push(predicate);
  }
  return predicates;
}
