// Turns a read expression into the compiled one: every name and path becomes a node, and what cannot be done is said.
import type { FunctionSet } from '../../domain/instrument/definition.ts';
import type { Expression } from '../../domain/instrument/expression.ts';
import { accepted, type Result } from '../../domain/result.ts';
import { resolveCall } from './resolving/call.ts';
import { Found, type ResolveProblem, type Where } from './resolving/found.ts';
import { resolveReference } from './resolving/reference.ts';
import type { ResolveScope } from './scope.ts';
import type { Syntax } from './syntax.ts';

export type Resolved = {
  readonly expression: Expression;
  /** The nodes that the value follows, in no order; the node itself only where it is named, not for `.`. */
  readonly references: readonly number[];
  readonly needs: readonly FunctionSet[];
  /** What has no value here, as it was written. */
  readonly unsupported: readonly string[];
};

/**
 * Never throws on what `parseExpression` has read. A function or a path of a kind that is not supported is no problem but a part without a
 * value, told in `unsupported`; a name that is not there, or is there twice, is a problem.
 */
export function resolve(syntax: Syntax, scope: ResolveScope): Result<Resolved, ResolveProblem> {
  const found = new Found(scope);
  const here = scope.isChoiceFilter === true ? 'row' : scope.node;
  const expression = resolvePart(found, syntax, { wantsSet: false, here, isShifted: false });
  if (found.problem) return { ok: false, problem: found.problem };
  const { references, needs, unsupported } = found;
  return accepted({ expression, references: [...references], needs: [...needs], unsupported });
}

function resolvePart(found: Found, syntax: Syntax, where: Where): Expression {
  switch (syntax.kind) {
    case 'text':
      return syntax.text;
    case 'number':
      return syntax.number;
    case 'name':
    case 'path':
      return resolveReference(found, syntax, where, resolvePart);
    case 'call':
      return resolveCall(found, syntax, where, resolvePart);
    case 'negation':
      return negated(resolvePart(found, syntax.of, { ...where, wantsSet: false }));
    default:
      return resolveOperation(found, syntax, { ...where, wantsSet: false });
  }
}

const negated = (of: Expression): Expression => (typeof of === 'number' ? -of : ['neg', of]);

type OperationSyntax = Extract<Syntax, { kind: 'operation' }>;

function resolveOperation(found: Found, syntax: OperationSyntax, where: Where): Expression {
  const left = resolvePart(found, syntax.left, where);
  const right = resolvePart(found, syntax.right, where);
  return syntax.operator === '|' ? found.leaveOut('|') : [syntax.operator, left, right];
}
