// Arithmetic beyond the operators, chance, and the two functions that count how many of several things hold.
import type { Call, FunctionTable } from '../function-table.ts';

const MANY = Number.POSITIVE_INFINITY;

const ofOne = (compute: (number: number) => number): FunctionTable[string] => ({
  arity: [1, 1],
  run: call => compute(call.number(0)),
});

export const NUMBERS: FunctionTable = {
  abs: ofOne(Math.abs),
  acos: ofOne(Math.acos),
  asin: ofOne(Math.asin),
  atan: ofOne(Math.atan),
  ceiling: ofOne(Math.ceil),
  cos: ofOne(Math.cos),
  exp: ofOne(Math.exp),
  exp10: ofOne(number => 10 ** number),
  floor: ofOne(Math.floor),
  log: ofOne(Math.log),
  log10: ofOne(Math.log10),
  sin: ofOne(Math.sin),
  sqrt: ofOne(Math.sqrt),
  tan: ofOne(Math.tan),
  atan2: { arity: [2, 2], run: call => Math.atan2(call.number(0), call.number(1)) },
  pow: { arity: [2, 2], run: call => call.number(0) ** call.number(1) },
  pi: { arity: [0, 0], run: () => Math.PI },
  random: { arity: [0, 0], run: call => call.scope.random() },
  /** Fewest, most (-1: no bound), then what is counted where it holds. */
  checklist: { arity: [2, MANY], run: checklist },
  /** The same of pairs: what is asked, and what it weighs. */
  'weighted-checklist': { arity: [2, MANY], run: weightedChecklist },
};

function checklist(call: Call): boolean {
  let total = 0;
  for (let index = 2; index < call.count; index += 1) total += call.boolean(index) ? 1 : 0;
  return isBetween(call, total);
}

function weightedChecklist(call: Call): boolean {
  let total = 0;
  for (let index = 2; index < call.count; index += 2)
    total += call.boolean(index) ? call.number(index + 1) : 0;
  return isBetween(call, total);
}

function isBetween(call: Call, total: number): boolean {
  const [fewest, most] = [call.number(0), call.number(1)];
  return (fewest < 0 || total >= fewest) && (most < 0 || total <= most);
}
