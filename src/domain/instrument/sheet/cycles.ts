// Questions whose values depend on themselves: an instrument with such a cycle cannot be filled in and is refused.
import type { Instrument, Node } from '../definition.ts';
import type { Expression } from '../expression.ts';
import { partsOf } from './computing.ts';

/** Each cycle as node indices in the order in which they depend on one another; the last depends on the first. */
export function findCycles({ nodes }: Instrument): readonly (readonly number[])[] {
  const needs = nodes.map((node, index) => [...new Set(needsOf(nodes, node, index))]);
  const cycles: number[][] = [];
  const state: ('open' | 'done' | undefined)[] = [];
  // By hand, since a form's chain of calculations may be deeper than the call stack.
  for (const start of nodes.keys()) {
    const path: { node: number; next: number }[] = [{ node: start, next: 0 }];
    while (path.length > 0) {
      const top = path.at(-1) as { node: number; next: number };
      const needed = state[top.node] === 'done' ? undefined : needs[top.node]?.[top.next];
      if (needed === undefined) {
        state[top.node] = 'done';
        path.pop();
        continue;
      }
      state[top.node] = 'open';
      top.next += 1;
      if (state[needed] === 'open') cycles.push(cycleIn(path, needed));
      else if (state[needed] !== 'done') path.push({ node: needed, next: 0 });
    }
  }
  return cycles;
}

const cycleIn = (path: readonly { node: number }[], first: number): number[] =>
  path.slice(path.findIndex(({ node }) => node === first)).map(({ node }) => node);

/** What must be known before its value is: its relevance and that of all around it, its calculation, what it offers. */
function* needsOf(nodes: readonly Node[], node: Node, index: number): Generator<number> {
  if (node.parent >= 0) yield node.parent;
  yield* referencesIn(nodes, node.relevant, index);
  if (node.kind !== 'question') return;
  if (!node.triggers) yield* referencesIn(nodes, node.calculation, index);
  yield* referencesIn(nodes, node.choice_filter, index);
}

function* referencesIn(
  nodes: readonly Node[],
  expression: Expression | undefined,
  from: number,
): Generator<number> {
  if (typeof expression !== 'object') return;
  const [operator, wanted] = expression;
  if (operator === '$' || operator === '$*') yield* valuesOf(nodes, wanted, from);
  // Other instances of the same repeat do not wait for this one (a running total reads the one before).
  else if ((operator === 'at' || operator === '$?') && !shareRepeat(nodes, wanted, from))
    yield* valuesOf(nodes, wanted, from);
  for (const part of partsOf(expression)) yield* referencesIn(nodes, part, from);
}

/** A group's text is that of the questions in it; of a repeat around `from` only the instances matter, not what is in them. */
function* valuesOf(nodes: readonly Node[], wanted: number, from: number): Generator<number> {
  yield wanted;
  if (nodes[wanted]?.kind !== 'group' || isWithin(nodes, from, wanted)) return;
  for (const [index, node] of nodes.entries())
    if (node.kind === 'question' && isWithin(nodes, index, wanted)) yield index;
}

function isWithin(nodes: readonly Node[], index: number, around: number): boolean {
  for (let next = nodes[index]?.parent ?? -1; next >= 0; next = nodes[next]?.parent ?? -1)
    if (next === around) return true;
  return false;
}

function shareRepeat(nodes: readonly Node[], one: number, other: number): boolean {
  for (let next = one; next >= 0; next = nodes[next]?.parent ?? -1)
    if (nodes[next]?.kind === 'repeat' && (next === other || isWithin(nodes, other, next))) return true;
  return false;
}
