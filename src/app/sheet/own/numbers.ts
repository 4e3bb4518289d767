// The numbers that questions of a whole sheet are called by: 1, 2, 3 of what is asked now, anew in each repeated part.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { LiveNode, Sheet } from '../../../domain/instrument/sheet/sheet.ts';

/** By answer key. */
export const numbersIn = ({ root }: Sheet): ReadonlySignal<ReadonlyMap<string, number>> =>
  computed(() => {
    const numbers = new Map<string, number>();
    count(root.children, numbers, 0);
    return numbers;
  });

/** Returns the number that was given last. */
function count(nodes: readonly LiveNode[], numbers: Map<string, number>, from: number): number {
  let last = from;
  for (const node of nodes) {
    if (!node.relevant.value) continue;
    if (node.kind === 'group') last = count(node.children, numbers, last);
    else if (node.kind === 'repeat')
      for (const instance of node.instances.value) count(instance.children, numbers, 0);
    else if (node.node.type !== 'calculate' && node.node.type !== 'note') {
      last += 1;
      numbers.set(node.key, last);
    }
  }
  return last;
}
