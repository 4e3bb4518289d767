// When a calculation is made, and what type its outcome takes.
import type { QuestionNode } from '../definition.ts';
import type { Expression, Operation } from '../expression.ts';

/**
 * | has               | is made                                                                |
 * | ----------------- | ---------------------------------------------------------------------- |
 * | no calculation    | never: a person enters it                                              |
 * | triggers          | when one of them changes                                               |
 * | memory or chance  | at once: what it came to is kept, as `once()`, `.` and `random()` need  |
 * | a person's hand   | at once: what a person enters over it stays until it comes to something else |
 * | none of these     | lazily: whenever it is read                                            |
 */
export type Computing = 'never' | 'when triggered' | 'at once' | 'lazily';

const known = new WeakMap<QuestionNode, Computing>();

export function computing(node: QuestionNode): Computing {
  const made = known.get(node) ?? decide(node);
  known.set(node, made);
  return made;
}

function decide({ type, calculation, triggers, readonly }: QuestionNode): Computing {
  if (triggers) return 'when triggered';
  if (calculation === undefined) return 'never';
  const isShownOnly = type === 'calculate' || type === 'note' || readonly === true;
  return isShownOnly && !remembers(calculation) ? 'lazily' : 'at once';
}

const LASTING: ReadonlySet<unknown> = new Set(['once', 'random', 'uuid', 'now']);

/** Whether it comes to something else when it is made again from the same answers. */
function remembers(expression: Expression): boolean {
  if (typeof expression !== 'object') return false;
  if (expression[0] === '.' || (expression[0] === '()' && LASTING.has(expression[1]))) return true;
  return partsOf(expression).some(remembers);
}

/** Whether it asks for what was entered in its own question. */
export const asksItself = (expression: Expression): boolean =>
  typeof expression === 'object' && (expression[0] === '.' || partsOf(expression).some(asksItself));

/** The expressions that an operation is made of. */
export function partsOf(operation: Operation): readonly Expression[] {
  switch (operation[0]) {
    case '.':
    case '$':
    case '$*':
    case 'position':
    case 'col':
    case 'unsupported':
      return [];
    case '()':
      return operation.slice(2);
    case '$?':
      return [operation[2]];
    case 'at':
      return operation[2];
    case 'rows':
      return operation[2] === null ? [] : [operation[2]];
    default:
      return operation.slice(1) as Expression[];
  }
}

/** A computed number is cut to a whole one where the question asks for whole ones, and a moment to its day, as ODK does. */
export function asComputed(text: string, { type, value_type = 'text' }: QuestionNode): string {
  const kind = type === 'calculate' || type === 'note' ? value_type : type;
  if (kind === 'integer' && /^-?\d*\.\d+$/.test(text)) return String(Math.trunc(Number(text)));
  if (kind === 'date' && /^\d{4}-\d\d-\d\dT/.test(text)) return text.slice(0, 10);
  return text;
}
