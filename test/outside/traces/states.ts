// Our sheet's state in the words of the recordings, so that the two can be compared node by node.
import type { LiveGroup, LiveNode, LiveQuestion, Sheet } from '../../../src/domain/instrument/sheet/sheet.ts';
import type { State } from './trace.ts';
import type { ReadForm } from './xform/read-form.ts';

/** What both sides say of a node. */
export type Compared = Omit<State, 't'>;

export function statesOf(sheet: Sheet, { instrument, paths, root }: ReadForm): Map<string, Compared> {
  const pathByCode = new Map(instrument.nodes.map(({ code }, index) => [code, paths[index] ?? '']));
  const states = new Map<string, Compared>([[root, { v: '' }]]);
  const keyOf = (node: LiveNode, inside: string, outside: string) =>
    inside + (pathByCode.get(node.node?.code ?? '') ?? '').slice(outside.length);
  const walk = (group: LiveGroup, inside: string, outside: string) => {
    for (const node of group.children) {
      const key = keyOf(node, inside, outside);
      const path = pathByCode.get(node.node?.code ?? '') ?? '';
      if (node.kind === 'question') states.set(key, stateOf(node));
      else if (node.kind === 'group') {
        states.set(key, plain(node));
        walk(node, key, path);
      } else {
        const instances = node.instances.value;
        states.set(`#${key}`, { ...plain(node), n: instances.length });
        instances.forEach((instance, index) => {
          states.set(`${key}[${index + 1}]`, plain(instance));
          walk(instance, `${key}[${index + 1}]`, path);
        });
      }
    }
  };
  walk(sheet.root, root, root);
  return states;
}

const plain = ({ relevant, label }: LiveNode): Compared => ({
  v: '',
  ...(!relevant.value && { rel: 0 }),
  ...(label.value && { lab: label.value }),
});

function stateOf(question: LiveQuestion): Compared {
  const { node, violation, value, relevant, required, readonly, label, choices } = question;
  const found = violation.value;
  const isComputed = node.type === 'calculate';
  return {
    // Theirs drops what is no value of its type; ours keeps it for the person to mend, and it stands in the way.
    v: found === 'type' || found === 'range' ? '' : value.value,
    ...(!relevant.value && { rel: 0 }),
    // Ours is readonly whatever the form says where it only computes.
    ...((isComputed ? node.readonly === true : readonly.value) && { ro: 1 }),
    ...(required.value && { req: 1 }),
    ...((found === 'required' || found === 'constraint') && { bad: found }),
    ...(label.value && { lab: label.value }),
    ...(node.list !== undefined && { opts: choices.value.map(({ row }) => row.code) }),
  };
}
