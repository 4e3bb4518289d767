// Resolves function calls: those that refer to places and lists become operations of their own, the others stay calls.
import { ALL_FUNCTIONS } from '../../../domain/instrument/evaluate/all.ts';
import { patternOf } from '../../../domain/instrument/evaluate/pattern.ts';
import type { Expression } from '../../../domain/instrument/expression.ts';
import type { CallSyntax } from '../syntax.ts';
import { isCurrentCall } from './find-node.ts';
import type { Found, ResolvePart, Where } from './found.ts';
import { resolveChoiceName, resolveIndexedRepeat, resolvePosition } from './place.ts';
import { resolvePulldata } from './rows.ts';
import { resolveChoiceLabel, resolveConditional, resolveIndex } from './survey-cto.ts';

export function resolveCall(
  found: Found,
  call: CallSyntax,
  where: Where,
  resolvePart: ResolvePart,
): Expression {
  const arity = arityOf(call.name);
  if (!arity) return found.leaveOut(call.source);
  if (!fits(found, call, arity)) return '';
  if (isCurrentCall(call)) return where.isShifted ? ['current', ['.']] : ['.'];
  const special = Object.hasOwn(SPECIAL, call.name) ? SPECIAL[call.name] : undefined;
  if (special) return special(found, call, where, resolvePart);
  checkPattern(found, call);
  found.need(call.name);
  const args = call.args.map((arg, index) =>
    resolvePart(found, arg, { ...where, wantsSet: takesSet(call.name, index) }),
  );
  return ['()', call.name, ...args];
}

type Arity = readonly [number, number];

/** What is not in the table of functions because it is resolved here. */
const SPECIAL_ARITY: Readonly<Record<string, Arity>> = {
  'choice-label': [2, 2],
  'count-if': [2, 2],
  current: [0, 0],
  index: [0, 0],
  'indexed-repeat': [3, Number.POSITIVE_INFINITY],
  'join-if': [3, 3],
  last: [0, 0],
  'max-if': [2, 2],
  'min-if': [2, 2],
  position: [0, 1],
  pulldata: [4, 4],
  'sum-if': [2, 2],
};

function arityOf(name: string): Arity | null {
  if (Object.hasOwn(SPECIAL_ARITY, name)) return SPECIAL_ARITY[name] ?? null;
  return Object.hasOwn(ALL_FUNCTIONS, name) ? (ALL_FUNCTIONS[name]?.arity ?? null) : null;
}

function fits(found: Found, { name, args, at }: CallSyntax, [fewest, most]: Arity): boolean {
  const isFit = args.length >= fewest && args.length <= most;
  if (!isFit) {
    const bound = Number.isFinite(most) ? most : -1;
    found.refuse('function.arity', at, { name, found: args.length, fewest, most: bound });
  }
  return isFit;
}

type Special = (found: Found, call: CallSyntax, where: Where, resolvePart: ResolvePart) => Expression;

const SPECIAL: Readonly<Record<string, Special>> = {
  'choice-label': resolveChoiceLabel,
  'count-if': resolveConditional,
  index: resolveIndex,
  'indexed-repeat': resolveIndexedRepeat,
  'jr:choice-name': resolveChoiceName,
  'join-if': resolveConditional,
  last: resolveLast,
  'max-if': resolveConditional,
  'min-if': resolveConditional,
  position: resolvePosition,
  pulldata: resolvePulldata,
  'sum-if': resolveConditional,
};

/** In a predicate about a repeat: how many instances there are. */
function resolveLast(found: Found, { source }: CallSyntax, { here, isShifted }: Where): Expression {
  const isRepeat = isShifted && here !== 'row' && found.scope.nodes[here]?.kind === 'repeat';
  return isRepeat ? ['()', 'count', ['$*', found.refer(here)]] : found.leaveOut(source);
}

function checkPattern(found: Found, { name, args }: CallSyntax): void {
  const [, pattern] = args;
  if (name !== 'regex' || pattern?.kind !== 'text' || patternOf(pattern.text)) return;
  found.refuse('regex.broken', pattern.at, { pattern: pattern.text.slice(0, 200) });
}

function takesSet(name: string, index: number): boolean {
  const sets = ALL_FUNCTIONS[name]?.sets ?? [];
  return sets === true || sets.includes(index);
}
