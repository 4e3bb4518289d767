// The parts of a recorded form laid out beside one another, and its expressions compiled where they stand.
import { parseExpression } from '../../../../src/authoring/expression/parse.ts';
import { resolve } from '../../../../src/authoring/expression/resolve.ts';
import type { Expression } from '../../../../src/domain/instrument/expression.ts';
import { type Body, readBody, type SetValue, setValueOf } from './controls.ts';
import { type Lists, readInstances } from './lists.ts';
import { OutOfScope } from './out-of-scope-error.ts';
import { absolute } from './path.ts';
import { readTree, type Tree } from './tree.ts';
import { readWords, type Words } from './words.ts';
import { childNamed, childrenNamed, type Element, elementsOf } from './xml.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Everything that reading one node needs of the form around it. */
export type Form = {
  readonly model: Element;
  readonly body: Body;
  readonly tree: Tree;
  readonly words: Words;
  readonly lists: Lists;
  readonly binds: ReadonlyMap<string, Attributes>;
  readonly setValues: readonly SetValue[];
};

export function readParts(document: Element): Form {
  const head = childNamed(document, 'head');
  const model = head && childNamed(head, 'model');
  if (!model) throw new Error('no model');
  const root = `/${rootOf(model).name}`;
  const bindElements = childrenNamed(model, 'bind').map(({ attributes }) => attributes);
  const bindsById = new Map(
    bindElements.flatMap(({ id, nodeset = '' }) => (id ? [[id, absolute(nodeset, root)] as const] : [])),
  );
  const body = readBody(childNamed(document, 'body'), root, bindsById);
  const words = readWords(model);
  return {
    model,
    body,
    words,
    tree: readTree(rootOf(model), body),
    lists: readInstances(model, words),
    binds: new Map(bindElements.map(bind => [absolute(bind.nodeset ?? '', root), bind])),
    setValues: [
      ...childrenNamed(model, 'setvalue').map(one => setValueOf(one, root, null, bindsById)),
      ...body.setValues,
    ],
  };
}

export function rootOf(model: Element): Element {
  const instance = childNamed(model, 'instance');
  const root = instance && elementsOf(instance)[0];
  if (!root) throw new Error('no primary instance');
  return root;
}

export function compiled(form: Form, node: number, text: string, isChoiceFilter = false): Expression {
  if (/@[\w:]/.test(text)) throw new OutOfScope('attributes as values');
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new OutOfScope(`no expression: ${text}: ${parsed.problem.code}`);
  const scope = { nodes: form.tree.nodes, lists: new Set(form.lists.keys()), node, isChoiceFilter };
  const resolved = resolve(parsed.value.syntax, scope);
  if (!resolved.ok) throw new OutOfScope(`${resolved.problem.code}: ${text}`);
  if (resolved.value.unsupported.length > 0)
    throw new OutOfScope(`unsupported: ${resolved.value.unsupported.join()}`);
  return literal(resolved.value.expression);
}

/** As the compiler of spreadsheets has it: `true()` is a literal. */
const literal = (expression: Expression): Expression =>
  typeof expression === 'object' && expression[0] === '()' && /^(true|false)$/.test(expression[1])
    ? expression[1] === 'true'
    : expression;
