// What a compiled expression is: plain JSON, with every reference resolved to a node, so that a tablet only evaluates.

/**
 * A bare literal, or an operation. Semantics are those of XPath 1.0 as JavaRosa has them (ODK XForms specification):
 * a reference outside its relevance is the empty text, dates compare as day numbers, NaN and empty are distinct.
 */
export type Expression = string | number | boolean | Operation;

export const OPERATORS = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'] as const;
export type Operator = (typeof OPERATORS)[number];

/** `node` is the index in `Instrument.nodes`. */
export type Operation =
  | readonly [Operator, Expression, Expression]
  | readonly ['neg', Expression]
  /** A function by its name in the form (`jr:choice-name` too). */
  | readonly ['()', string, ...Expression[]]
  /** The value of the node that the expression belongs to: what was entered, without following its changes. */
  | readonly ['.']
  /** The node in the same instance of every repeat that both are in; the first instance of any deeper repeat. */
  | readonly ['$', node: number]
  /** A node-set: every instance of the node below the repeats that both are in. A repeat's are its instances. */
  | readonly ['$*', node: number]
  /** Such a set, kept where the predicate holds; inside it every `$` and `position` is that instance's own. */
  | readonly ['$?', node: number, predicate: Expression]
  /** The instance at these 1-based places of all its repeats, the outermost first (`indexed-repeat`). */
  | readonly ['at', node: number, places: readonly Expression[]]
  /** The 1-based place of the instance of that repeat that the expression stands in; without a repeat: in a predicate. */
  | readonly ['position', repeat?: number]
  /** Inside a predicate: evaluated where the whole expression stands. */
  | readonly ['current', Expression]
  /** In a choice filter or a list's predicate: a column of the row; `name` is the code. */
  | readonly ['col', string]
  /** A node-set: that column of the list's rows for which the predicate holds. */
  | readonly ['rows', list: string, predicate: Expression | null, column: string]
  /** What this build cannot compute, as it was written; it has no value. */
  | readonly ['unsupported', string];
