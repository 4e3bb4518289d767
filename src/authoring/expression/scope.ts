// What resolving needs to know of a form: the tree of its nodes, its lists, and where the expression stands.

/** A node of `Instrument.nodes`, in its order; so a compiled instrument's nodes will do. */
export type ScopeNode = {
  readonly kind: 'group' | 'repeat' | 'question';
  readonly name: string;
  /** -1: the form itself. */
  readonly parent: number;
};

export type FormScope = {
  readonly nodes: readonly ScopeNode[];
  /** Names of the lists that `instance()` and `pulldata()` may ask; without `.csv`. */
  readonly lists: ReadonlySet<string>;
};

export type ResolveScope = FormScope & {
  /** The node that the expression belongs to: what `.` is, and where relative paths begin. -1: the form itself. */
  readonly node: number;
  /** A choice filter: bare names are columns of the row. */
  readonly isChoiceFilter?: boolean;
};
