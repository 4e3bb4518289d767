// Finds what a name or a path of an expression refers to in the form's tree.

import type { ScopeNode } from '../scope.ts';
import type { PathSyntax, Step, Syntax } from '../syntax.ts';
import type { Found, Where } from './found.ts';

/** A node with the predicates on the way to it, each at the node that it is about. */
export type Target = {
  readonly node: number;
  readonly predicates: readonly { readonly about: number; readonly predicate: Syntax }[];
  /** It begins at `current()` and is to be seen from there. */
  readonly isCurrent: boolean;
};

/** `problem`: refused, and said so. `left-out`: a path of a kind that is not supported. */
export type Missing = 'problem' | 'left-out';

export function findTarget(found: Found, syntax: Syntax, where: Where): Target | Missing {
  if (syntax.kind === 'name') return findNamed(found, syntax);
  if (isCurrentCall(syntax)) return { node: found.scope.node, predicates: [], isCurrent: true };
  return syntax.kind === 'path' ? findPath(found, syntax, where) : 'left-out';
}

export const isCurrentCall = (syntax: Syntax): boolean =>
  syntax.kind === 'call' && syntax.name === 'current' && syntax.args.length === 0;

function findNamed(found: Found, syntax: Extract<Syntax, { kind: 'name' }>): Target | Missing {
  const { name, at } = syntax;
  if (syntax.isLastSaved) return 'left-out';
  const [node, other] = namesOf(found.scope.nodes).get(name) ?? [];
  if (node !== undefined && other === undefined) return { node, predicates: [], isCurrent: false };
  found.refuse(node === undefined ? 'reference.unknown' : 'reference.ambiguous', at, { name });
  return 'problem';
}

function findPath(found: Found, path: PathSyntax, where: Where): Target | Missing {
  const start = startOf(found, path, where);
  if (typeof start === 'string') return start;
  let { node } = start;
  const predicates = [...start.predicates];
  for (const step of stepsOf(path)) {
    const next = nodeAfter(found.scope.nodes, node, step);
    if (next === 'left-out') return next;
    if (next === null) return missing(found, path, step);
    node = next;
    predicates.push(...step.predicates.map(predicate => ({ about: next, predicate })));
  }
  return { ...start, node, predicates };
}

function startOf(found: Found, { from }: PathSyntax, { here }: Where): Target | Missing {
  if (from === 'root') return { node: -1, predicates: [], isCurrent: false };
  if (from !== 'here') return findTarget(found, from, { wantsSet: false, here, isShifted: false });
  return here === 'row' ? 'left-out' : { node: here, predicates: [], isCurrent: false };
}

/** The first step from the root is the form itself, whatever it is called. */
const stepsOf = ({ from, steps }: PathSyntax): readonly Step[] =>
  from === 'root' && steps[0]?.axis === 'child' && steps[0].predicates.length === 0 ? steps.slice(1) : steps;

function nodeAfter(nodes: readonly ScopeNode[], node: number, step: Step): number | null | 'left-out' {
  if (step.axis === 'self' && step.name === '*') return node;
  if (step.axis === 'parent' && step.name === '*') return nodes[node]?.parent ?? null;
  if (step.axis !== 'child' || step.name === '*') return 'left-out';
  return (
    namesOf(nodes)
      .get(step.name)
      ?.find(each => nodes[each]?.parent === node) ?? null
  );
}

/** What a device adds to every sheet (`/data/meta/instanceID`) is no part of the form. */
function missing(found: Found, path: PathSyntax, step: Step): Missing {
  if (path.from === 'root' && /^(?:\w+:)?meta$/.test(step.name)) return 'left-out';
  found.refuse('path.unknown', path.at, { path: path.source.slice(0, 200), step: step.name });
  return 'problem';
}

const kept = new WeakMap<readonly ScopeNode[], ReadonlyMap<string, readonly number[]>>();

/** The nodes of each name; made once for a form. */
function namesOf(nodes: readonly ScopeNode[]): ReadonlyMap<string, readonly number[]> {
  const known = kept.get(nodes);
  if (known) return known;
  const names = new Map<string, number[]>();
  nodes.forEach(({ name }, node) => {
    const alike = names.get(name);
    if (alike) alike.push(node);
    else names.set(name, [node]);
  });
  kept.set(nodes, names);
  return names;
}

/** Of a node, and itself if it is one; the outermost first. */
export function repeatsOf(nodes: readonly ScopeNode[], node: number): number[] {
  const repeats: number[] = [];
  for (let each = node; each >= 0; each = nodes[each]?.parent ?? -1)
    if (nodes[each]?.kind === 'repeat') repeats.unshift(each);
  return repeats;
}
