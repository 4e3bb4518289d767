// What a function of the form language is: how many arguments it takes, and how it computes from them.
import type { Scope, Value } from '../sheet/place.ts';

/** The arguments of one call, each computed when it is asked for; an argument that is not there is ''. */
export type Call = {
  readonly scope: Scope;
  readonly count: number;
  value(index: number): Value;
  text(index: number): string;
  number(index: number): number;
  boolean(index: number): boolean;
  /** Of a node-set its members' texts; of anything else the one text. */
  texts(index: number): string[];
  /** The texts of all arguments from there on. */
  rest(index: number): string[];
};

export type FormFunction = {
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  /** Arguments that take a node-set (`$*`): all of them, or those at these places. */
  readonly sets?: true | readonly number[];
  readonly run: (call: Call) => Value;
};

/** By name as in the form. */
export type FunctionTable = Readonly<Record<string, FormFunction>>;
