// A path to nothing (`null`, `../gone`) is an empty node-set in XPath, not an error: it becomes the empty text.
import type { Syntax } from '../../expression/syntax.ts';

/** The same expression with '' where a path begins `at` that place; null where none does. */
export const withoutPathAt = (syntax: Syntax, at: number): Syntax | null => {
  let isFound = false;
  const without = (part: Syntax): Syntax => {
    if (part.kind === 'path' && part.at === at) {
      isFound = true;
      return { kind: 'text', text: '', at };
    }
    return withParts(part, without);
  };
  const changed = without(syntax);
  return isFound ? changed : null;
};

const withParts = (syntax: Syntax, change: (part: Syntax) => Syntax): Syntax => {
  switch (syntax.kind) {
    case 'call':
      return { ...syntax, args: syntax.args.map(change) };
    case 'operation':
      return { ...syntax, left: change(syntax.left), right: change(syntax.right) };
    case 'negation':
      return { ...syntax, of: change(syntax.of) };
    case 'path': {
      const steps = syntax.steps.map(step => ({ ...step, predicates: step.predicates.map(change) }));
      return { ...syntax, from: typeof syntax.from === 'string' ? syntax.from : change(syntax.from), steps };
    }
    default:
      return syntax;
  }
};
