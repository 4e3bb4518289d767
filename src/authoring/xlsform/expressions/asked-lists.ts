// Which lists an expression looks up in by name: `instance('l')`, `pulldata('l', …)`.

import type { Syntax } from '../../expression/syntax.ts';
import type { Asked } from '../lists/lists.ts';

export const listsAskedFor = (syntax: Syntax): Asked[] => {
  const found: Asked[] = [];
  const open: Syntax[] = [syntax];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    found.push(...listOf(part));
    open.push(...partsOf(part));
  }
  return found;
};

const listOf = (part: Syntax): Asked[] => {
  if (part.kind !== 'call' || !['instance', 'pulldata'].includes(part.name)) return [];
  const [first] = part.args;
  return first?.kind === 'text'
    ? [{ name: first.text.replace(/\.csv$/i, ''), isTable: part.name === 'pulldata' }]
    : [];
};

const partsOf = (syntax: Syntax): readonly Syntax[] => {
  switch (syntax.kind) {
    case 'call':
      return syntax.args;
    case 'operation':
      return [syntax.left, syntax.right];
    case 'negation':
      return [syntax.of];
    case 'path':
      return [
        ...(typeof syntax.from === 'string' ? [] : [syntax.from]),
        ...syntax.steps.flatMap(step => step.predicates),
      ];
    default:
      return [];
  }
};
