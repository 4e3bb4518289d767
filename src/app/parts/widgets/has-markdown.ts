// Whether any words of an instrument are marked up.
import type { Instrument, Wording } from '../../../domain/instrument/definition.ts';
import { hasMarks } from '../markdown/MarkdownText.tsx';

export function hasMarkdown({ nodes, lists }: Instrument): boolean {
  return (
    nodes.some(node => wordingsOf(node).some(isMarked)) ||
    Object.values(lists).some(list => list.some(row => isMarked(row.label) || isMarked(row.description)))
  );
}

function wordingsOf(node: Instrument['nodes'][number]): (Wording | undefined)[] {
  if (node.kind !== 'question') return [node.label];
  return [node.label, node.hint, node.guidance, node.required_message, node.constraint_message];
}

const isMarked = (wording: Wording | undefined): boolean =>
  Object.values(wording ?? {}).some(template =>
    [template].flat().some(part => typeof part === 'string' && hasMarks(part)),
  );
