// What a written expression is once read: its parts as they stand, before anybody knows what they refer to.
import type { Operator } from '../../domain/instrument/expression.ts';

/** `at` is the 0-based place of the part in the text; `source` the part as it was written. */
export type Syntax =
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly number: number; readonly at: number }
  /** `${name}`; `isLastSaved`: `${last-saved#name}`. */
  | { readonly kind: 'name'; readonly name: string; readonly isLastSaved: boolean; readonly at: number }
  | PathSyntax
  | CallSyntax
  | {
      readonly kind: 'operation';
      readonly operator: Operator | '|';
      readonly left: Syntax;
      readonly right: Syntax;
      readonly at: number;
    }
  | { readonly kind: 'negation'; readonly of: Syntax; readonly at: number };

export type CallSyntax = {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Syntax[];
  readonly at: number;
  readonly source: string;
};

/** Steps from the form's root, from the node itself (`here`), or from what another expression yields. */
export type PathSyntax = {
  readonly kind: 'path';
  readonly from: 'root' | 'here' | Syntax;
  readonly steps: readonly Step[];
  readonly at: number;
  readonly source: string;
};

export type Axis = 'child' | 'self' | 'parent' | 'other';

/** `name` is `*` for any. Of axes that no form needs (`//`, `@x`, `ancestor::x`) only the text is kept. */
export type Step = { readonly axis: Axis; readonly name: string; readonly predicates: readonly Syntax[] };
