// Recorded sessions as they lie beside the project: the form, then steps, each with the nodes that it changed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One node as recorded; what is absent is false, none or nothing. */
export type State = {
  readonly t: string;
  /** Value. */
  readonly v: string;
  readonly rel?: 0;
  readonly ro?: 1;
  readonly req?: 1;
  readonly bad?: 'required' | 'constraint';
  /** Codes of what is offered. */
  readonly opts?: readonly string[];
  readonly lab?: string;
  /** Instances. */
  readonly n?: number;
};

export type Step = {
  readonly op: 'init' | 'answer' | 'createNewRepeat' | 'removeRepeat' | 'setLanguage';
  readonly at?: string;
  readonly args?: readonly unknown[];
  /** By path, instances with their places; a repeat's own with `#` before; null where it went away. */
  readonly delta: Readonly<Record<string, State | null>>;
};

export type Trace = {
  readonly test: string;
  readonly suite: string;
  readonly file: string;
  readonly forms: readonly { readonly xml: string }[];
  readonly steps: readonly Step[];
};

const FILE = join(import.meta.dirname, '../../../../shared/data/outside/form-traces.jsonl');

/** Null where the recordings do not lie beside this clone. */
export function readTraces(): readonly Trace[] | null {
  if (!existsSync(FILE)) return null;
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Trace);
}

/** Tells one recording from all others; their tests' names alone do not. */
export const nameOf = ({ file, test }: Trace, index: number): string =>
  `${index} ${file.replace(/^test\/|\.test\.ts$/g, '')}: ${test}`;
