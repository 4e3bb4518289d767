// The functions that nearly every form uses; always there.
import type { Call, FunctionTable } from '../function-table.ts';
import { isMatch } from '../pattern.ts';
import { toNumber } from '../value.ts';

/** Of a node-set as many as there are. */
const MANY = Number.POSITIVE_INFINITY;

export const CORE: FunctionTable = {
  if: { arity: [3, 3], run: call => call.value(call.boolean(0) ? 1 : 2) },
  true: { arity: [0, 0], run: () => true },
  false: { arity: [0, 0], run: () => false },
  not: { arity: [1, 1], run: call => !call.boolean(0) },
  boolean: { arity: [1, 1], run: call => call.boolean(0) },
  'boolean-from-string': { arity: [1, 1], run: call => /^(?:true|1)$/i.test(call.text(0).trim()) },
  number: { arity: [1, 1], run: call => call.number(0) },
  string: { arity: [1, 1], run: call => call.text(0) },
  int: { arity: [1, 1], run: call => Math.trunc(call.number(0)) },
  round: { arity: [1, 2], run: call => round(call.number(0), call.count > 1 ? call.number(1) : 0) },
  /** The first that is not empty. */
  coalesce: { arity: [1, MANY], run: coalesce },
  /** What it was first: a value that is there stays. */
  once: { arity: [1, 1], run: call => call.scope.untracked(() => call.scope.place.own()) || call.value(0) },

  'string-length': { arity: [1, 1], run: call => call.text(0).length },
  concat: { arity: [0, MANY], sets: true, run: call => call.rest(0).join('') },
  join: { arity: [1, MANY], sets: true, run: call => call.rest(1).join(call.text(0)) },
  contains: { arity: [2, 2], run: call => call.text(0).includes(call.text(1)) },
  'starts-with': { arity: [2, 2], run: call => call.text(0).startsWith(call.text(1)) },
  regex: { arity: [2, 2], run: call => isMatch(call.text(0), call.text(1)) },

  selected: { arity: [2, 2], run: call => codes(call.text(0)).includes(call.text(1).trim()) },
  'count-selected': { arity: [1, 1], run: call => codes(call.text(0)).length },
  'selected-at': { arity: [2, 2], run: call => codes(call.text(0))[call.number(1)] ?? '' },
  /** The second argument is the question's node; see resolve. */
  'jr:choice-name': { arity: [2, 2], run: choiceName },

  count: { arity: [1, 1], sets: true, run: count },
  'count-non-empty': { arity: [1, 1], sets: true, run: call => filled(call).length },
  sum: { arity: [1, MANY], sets: true, run: call => numbers(call).reduce((total, each) => total + each, 0) },
  min: { arity: [1, MANY], sets: true, run: call => ofAny(numbers(call), Math.min) },
  max: { arity: [1, MANY], sets: true, run: call => ofAny(numbers(call), Math.max) },
};

/** Halves go up, of negative numbers too, and by the decimals as they are written: 1.005 to two is 1.01. */
function round(number: number, places: number): number {
  if (!Number.isFinite(number) || !Number.isInteger(places) || Math.abs(places) > 15) return number;
  const [digits, exponent = '0'] = String(number).split('e');
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + places}`));
  return Number(`${scaled}e${-places}`);
}

function coalesce(call: Call): string {
  for (let index = 0; index < call.count; index += 1) {
    const text = call.text(index);
    if (text !== '') return text;
  }
  return '';
}

const codes = (text: string): string[] => text.split(/\s+/).filter(code => code !== '');

function choiceName(call: Call): string {
  const { scope } = call;
  const list = scope.listOf(call.number(1));
  const code = call.text(0).trim();
  const row = list === null ? undefined : scope.list(list)?.find(each => each.code === code);
  return row ? scope.labelOf(row) : '';
}

function count(call: Call): number {
  const value = call.value(0);
  return typeof value === 'object' ? value.length : filled(call).length;
}

const filled = (call: Call): string[] => call.rest(0).filter(text => text !== '');

/** Of blanks none, so that a question not yet answered does not spoil a total. */
const numbers = (call: Call): number[] => filled(call).map(toNumber);

const ofAny = (all: readonly number[], pick: (...of: number[]) => number): number =>
  all.length === 0 ? Number.NaN : all.reduce((a, b) => pick(a, b));
