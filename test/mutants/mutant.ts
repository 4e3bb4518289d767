// What a mutant is: one guard taken away, and the test that must turn red then.

export type Mutant = {
  /** Of the fault that really happened to others: a `name` of test/faults/rows.ts. */
  readonly fault?: string;
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replace: string;
  /** File of the test, from the root of the tree. */
  readonly test: string;
  /** Its title, which says what the guard is for; with those of its groups before it where that tells it from others. */
  readonly title: string;
  /** `journeys` are built anew from the mutated tree. */
  readonly project?: 'unit' | 'journeys';
};
