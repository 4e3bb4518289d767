// What one resolving has found so far, and where in the expression it is.

import { FUNCTION_SETS, type FunctionSet } from '../../../domain/instrument/definition.ts';
import { SETS } from '../../../domain/instrument/evaluate/all.ts';
import type { FunctionTable } from '../../../domain/instrument/evaluate/function-table.ts';
import type { Expression } from '../../../domain/instrument/expression.ts';
import type { Problem } from '../../../domain/result.ts';
import type { ResolveScope } from '../scope.ts';
import type { Syntax } from '../syntax.ts';

/**
 * `reference.unknown`, `reference.ambiguous`: `name` of a `${name}`. `path.unknown`: `path`, and `step` that is not there. `list.unknown`:
 * `list`. `function.arity`: `name`, `found`, `fewest`, `most` (-1: any number). `regex.broken`: `pattern`. All with `at`, 1-based.
 */
export type ResolveProblem = Problem<
  | 'reference.unknown'
  | 'reference.ambiguous'
  | 'path.unknown'
  | 'list.unknown'
  | 'function.arity'
  | 'regex.broken'
>;

/** Where a part stands. */
export type Where = {
  /** Whether a node-set is wanted of it (an argument of `count`, `sum`, …). */
  readonly wantsSet: boolean;
  /** What relative paths begin at: a node, or the row of a list. */
  readonly here: number | 'row';
  /** Inside a predicate of a sheet's node-set, so that `.` and `current()` are not the same any more. */
  readonly isShifted: boolean;
};

/** How the parts of an expression are resolved: given to those who need it, so that files do not import in circles. */
export type ResolvePart = (found: Found, syntax: Syntax, where: Where) => Expression;

export class Found {
  readonly scope: ResolveScope;
  readonly references = new Set<number>();
  readonly needs = new Set<FunctionSet>();
  readonly unsupported: string[] = [];
  problem: ResolveProblem | null = null;

  constructor(scope: ResolveScope) {
    this.scope = scope;
  }

  /** The first problem is the one that is told; what stands in its place does not matter. */
  refuse(code: ResolveProblem['code'], at: number, details: Problem['details']): Expression {
    this.problem ??= { code, details: { ...details, at: at + 1 } };
    return '';
  }

  leaveOut(source: string): Expression {
    if (!this.unsupported.includes(source)) this.unsupported.push(source);
    return ['unsupported', source];
  }

  /** A node that the value follows. */
  refer(node: number): number {
    this.references.add(node);
    return node;
  }

  /** Of a function that is there: the set that it comes with, if it is not of the core. */
  need(name: string): void {
    const set = FUNCTION_SETS.find(each => Object.hasOwn(tableOf(each), name));
    if (set) this.needs.add(set);
  }
}

const tableOf = (set: FunctionSet): FunctionTable => SETS[set];
