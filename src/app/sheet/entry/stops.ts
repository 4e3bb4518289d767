// Where the keyboard stops on its way down a sheet: what takes an answer now, and what may be repeated once more.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { LiveNode, LiveQuestion, LiveRepeat, Sheet } from '../../../domain/instrument/sheet/sheet.ts';
import { hasAppearance } from '../../parts/widgets/widget.ts';

export type Stop =
  | { readonly key: string; readonly kind: 'question'; readonly question: LiveQuestion }
  | { readonly key: string; readonly kind: 'add'; readonly repeat: LiveRepeat };

/** After the last question. No answer key looks like it. */
export const SAVE = '#save';

export const addKey = ({ key }: LiveRepeat): string => `#add-${key}`;

/** In the order of the paper; nothing irrelevant, nothing that only says or computes. */
export const stopsOf = ({ root }: Sheet): ReadonlySignal<readonly Stop[]> =>
  computed(() => [...stopsIn(root.children)]);

function* stopsIn(nodes: readonly LiveNode[]): Generator<Stop> {
  for (const node of nodes) {
    if (!node.relevant.value) continue;
    if (node.kind === 'group') yield* stopsIn(node.children);
    else if (node.kind === 'repeat') yield* stopsOfRepeat(node);
    else if (takesAnswer(node)) yield { key: node.key, kind: 'question', question: node };
  }
}

function* stopsOfRepeat(repeat: LiveRepeat): Generator<Stop> {
  for (const instance of repeat.instances.value) yield* stopsIn([instance]);
  if (repeat.isOpen) yield { key: addKey(repeat), kind: 'add', repeat };
}

function takesAnswer(question: LiveQuestion): boolean {
  const { type } = question.node;
  if (type === 'note' || type === 'calculate' || question.readonly.value) return false;
  // The head of a matrix: its rows take the answers.
  return !(type.startsWith('select_') && hasAppearance(question, 'label'));
}
