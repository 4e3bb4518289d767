// What screens ask of the repeated parts of a sheet.
import type { LiveGroup, LiveNode, LiveQuestion, LiveRepeat } from '../../domain/instrument/sheet/sheet.ts';

/** Whether removing this would take something with it that a person entered. */
export function isFilled(node: LiveNode): boolean {
  if (node.kind === 'question') return node.node.calculation === undefined && node.raw.peek() !== '';
  const inside: readonly LiveNode[] = node.kind === 'repeat' ? node.instances.peek() : node.children;
  return inside.some(isFilled);
}

/** The innermost repeat that a person may take this part out of again. */
export function openPartAround(question: LiveQuestion): { repeat: LiveRepeat; index: number } | null {
  for (let group: LiveGroup | null = question.parent; group; group = group.parent) {
    const instance = group;
    const repeat = instance.parent?.children.find(
      (child): child is LiveRepeat => child.kind === 'repeat' && child.instances.peek().includes(instance),
    );
    if (repeat?.isOpen) return { repeat, index: repeat.instances.peek().indexOf(instance) };
  }
  return null;
}
