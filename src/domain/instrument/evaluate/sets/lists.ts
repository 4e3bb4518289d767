// What is done to node-sets as a whole: another order, or one member of them.
import type { Member } from '../../sheet/place.ts';
import type { Call, FunctionTable } from '../function-table.ts';
import { shuffled } from './shuffle.ts';

export const LISTS: FunctionTable = {
  /** A new order; the same one where a seed is given. */
  randomize: { arity: [1, 2], sets: [0], run: randomize },
  /** Written by the compiler for `(…)[n]`: the member at that 1-based place, of those that are left. */
  'member-at': { arity: [2, 2], sets: [0], run: call => members(call).slice(...oneAt(call.number(1))) },
};

function randomize(call: Call): readonly Member[] {
  return shuffled(members(call), call.count > 1 ? call.text(1) : null, call.scope.random);
}

function members(call: Call): readonly Member[] {
  const value = call.value(0);
  return typeof value === 'object' ? value : [];
}

const oneAt = (place: number): [number, number] => (place >= 1 ? [place - 1, place] : [0, 0]);
