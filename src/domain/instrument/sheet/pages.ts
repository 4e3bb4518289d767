// A sheet one screen after another: what the kiosk and the page view walk through.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { LiveGroup, LiveNode, LiveQuestion, LiveRepeat, Sheet } from './sheet.ts';

export type Page = {
  /** Of the question, the group or the repeat; other answers do not change it. */
  readonly key: string;
  /** The nearest group with a label that it stands in; null where none has one. */
  readonly group: LiveGroup | null;
} & (
  | {
      readonly kind: 'questions';
      /** Relevant ones, notes too, in document order; at least one. */
      readonly questions: readonly LiveQuestion[];
      readonly repeat: null;
    }
  /** Asks whether there is one more. */
  | { readonly kind: 'repeat'; readonly questions: readonly []; readonly repeat: LiveRepeat }
);

/**
 * Only what is relevant, and never what only computes. A question or note is a page; a `field-list` group is one with all
 * that is in it, but repeats in it come after it; of a repeat each instance, then the question for one more.
 */
export const pagesOf = ({ root }: Sheet): ReadonlySignal<readonly Page[]> =>
  computed(() => [...pagesIn(root.children)]);

function* pagesIn(nodes: readonly LiveNode[]): Generator<Page> {
  for (const node of nodes) {
    if (!isShown(node)) continue;
    if (node.kind === 'question') yield pageOf(node, [node]);
    else if (node.kind === 'group') yield* pagesOfGroup(node);
    else yield* pagesOfRepeat(node);
  }
}

function* pagesOfGroup(group: LiveGroup): Generator<Page> {
  if (!group.node?.appearance?.includes('field-list')) return yield* pagesIn(group.children);
  const questions = [...shownIn(group)];
  if (questions.length > 0) yield pageOf(group, questions);
  yield* pagesIn([...repeatsIn(group)]);
}

function* pagesOfRepeat(repeat: LiveRepeat): Generator<Page> {
  for (const instance of repeat.instances.value) if (instance.relevant.value) yield* pagesOfGroup(instance);
  if (repeat.isOpen)
    yield { key: repeat.key, kind: 'repeat', group: headingOf(repeat), questions: [], repeat };
}

const pageOf = (node: LiveNode, questions: readonly LiveQuestion[]): Page => ({
  key: node.key,
  kind: 'questions',
  group: headingOf(node),
  questions,
  repeat: null,
});

const isShown = (node: LiveNode): boolean =>
  node.relevant.value && !(node.kind === 'question' && node.node.type === 'calculate');

function* shownIn(group: LiveGroup): Generator<LiveQuestion> {
  for (const node of group.children)
    if (isShown(node)) {
      if (node.kind === 'question') yield node;
      else if (node.kind === 'group') yield* shownIn(node);
    }
}

function* repeatsIn(group: LiveGroup): Generator<LiveRepeat> {
  for (const node of group.children)
    if (node.kind === 'repeat') yield node;
    else if (node.kind === 'group' && node.relevant.value) yield* repeatsIn(node);
}

function headingOf(node: LiveNode): LiveGroup | null {
  let group = node.kind === 'group' ? node : node.parent;
  while (group && !group.node?.label) group = group.parent;
  return group;
}
