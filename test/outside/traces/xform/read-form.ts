// Turns a recorded XForm into our definition, so that our engine can be asked what the recorded one answered.
import type { Answers, Instrument, Node } from '../../../../src/domain/instrument/definition.ts';
import type { Expression } from '../../../../src/domain/instrument/expression.ts';
import { compiled, type Form, readParts, rootOf } from './form-parts.ts';
import { answerKey, presentOf } from './present.ts';
import { readQuestion } from './read-question.ts';
import type { TreeNode } from './tree.ts';
import { childNamed, type Element } from './xml.ts';

export type ReadForm = {
  readonly instrument: Instrument;
  /** By index in `Instrument.nodes`: the path in the recorded form. */
  readonly paths: readonly string[];
  readonly root: string;
  /** What the form's own data holds in repeats. */
  readonly present: Answers;
  /** Codes of repeats that have no instance where they begin. */
  readonly beginEmpty: ReadonlySet<string>;
  /** The answer key of a recorded one. */
  keyOf(recorded: string): string;
};

export function readForm(document: Element): ReadForm {
  const form = readParts(document);
  const { words, tree, lists } = form;
  const nodes = tree.nodes.map((_, index) => readNode(form, index));
  const root = rootOf(form.model);
  const instrument: Instrument = {
    format: 2,
    code: 'recorded',
    version: 1,
    kind: 'form',
    view: 'sheet',
    anonymous: false,
    scoring: 'none',
    languages: words.languages,
    title: {},
    notice: null,
    nodes,
    lists: Object.fromEntries(lists),
    needs: [],
  };
  return {
    instrument,
    paths: tree.nodes.map(({ path }) => path),
    root: `/${root.name}`,
    present: presentOf(form),
    beginEmpty: tree.beginEmpty,
    keyOf: answerKey,
  };
}

function readNode(form: Form, index: number): Node {
  const at = form.tree.nodes[index] as TreeNode;
  const bind = form.binds.get(at.path) ?? {};
  const compile = (text: string) => compiled(form, index, text);
  const relevant = bind.relevant === undefined ? undefined : compile(bind.relevant);
  const base = {
    name: at.name,
    code: at.path,
    parent: at.parent,
    ...(relevant !== undefined && { relevant }),
  };
  if (at.kind === 'question') return { ...base, ...readQuestion(form, index, at, bind) };
  const element = form.body.groups.get(at.path);
  const label = form.words.wordingOf(element && childNamed(element, 'label'), compile);
  if (at.kind === 'group') return { kind: 'group', ...base, ...(label && { label }) };
  const count = countOf(form, at, compile);
  return { kind: 'repeat', ...base, ...(label && { label }), ...(count !== undefined && { count }) };
}

function countOf(
  { body, tree }: Form,
  at: TreeNode,
  compile: (text: string) => Expression,
): Expression | undefined {
  const { 'jr:count': count, 'jr:noAddRemove': isFixed } = body.repeats.get(at.path)?.attributes ?? {};
  if (count !== undefined) return compile(count);
  return isFixed?.startsWith('true') ? Math.max(tree.present.counts.get(at.path) ?? 1, 1) : undefined;
}
