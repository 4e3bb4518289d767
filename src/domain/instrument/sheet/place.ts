// Where an expression stands in a live sheet: what evaluation may ask of it. Reading a value follows its changes.
import type { ListRow } from '../definition.ts';

/** One instance of a node: what `$` yields, and where a predicate is evaluated. */
export type Place = {
  /** The value as text; '' outside its relevance. A group or repeat: its questions' texts one after another. */
  text(): string;
  /** What was entered in this node, without following it. */
  own(): string;
  /** That node as seen from here (`['$', n]`), or null where there is no instance. */
  find(node: number): Place | null;
  /** `['$*', n]`; `isPicked`: of `['$?', n, …]`, whose predicate picks among all instances of the innermost repeat shared. */
  all(node: number, isPicked?: boolean): readonly Place[];
  /** `['at', n, places]`; null beyond the last. */
  at(node: number, places: readonly number[]): Place | null;
  /** 1-based, of the instance of that repeat that this place is in; 0 where it is in none. */
  position(repeat: number): number;
};

/** The world around a sheet. Everything that changes by itself is given, so that the same answers give the same sheet. */
export type Surroundings = {
  /** Epoch ms. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Minutes east of UTC at that moment. */
  readonly offsetAt: (epochMs: number) => number;
  readonly newId: () => string;
};

/** What functions may use besides their arguments. */
export type Scope = Surroundings & {
  readonly place: Place;
  /** Null for a list that is not part of the instrument. */
  readonly list: (name: string) => readonly ListRow[] | null;
  /** The label of a row in the language that the sheet is read in; follows that language. */
  readonly labelOf: (row: ListRow) => string;
  /** Code of the language that the sheet is read in, for the names of months and days; follows it. English where it is absent. */
  readonly language?: () => string;
  /** The list that a question chooses from, for `jr:choice-name`. */
  readonly listOf: (node: number) => string | null;
  /** Never subscribes: for `once()` and the like. */
  readonly untracked: <T>(read: () => T) => T;
};

/** A node-set's member: of the sheet, or of a list. */
export type Member = Pick<Place, 'text'>;
export type Value = string | number | boolean | readonly Member[];
