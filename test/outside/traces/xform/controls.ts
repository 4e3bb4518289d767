// What a recorded form's body asks: by the path of what it asks for, the control and its words.
import { OutOfScope } from './out-of-scope-error.ts';
import { absolute } from './path.ts';
import { childNamed, type Element, elementsOf, localName } from './xml.ts';

export type Control = { readonly element: Element; readonly kind: string };
export type SetValue = {
  readonly events: readonly string[];
  readonly target: string;
  readonly expression: string | undefined;
  readonly text: string;
  /** Path of the question that it stands in. */
  readonly inside: string | null;
};
export type Body = {
  readonly controls: ReadonlyMap<string, Control>;
  readonly groups: ReadonlyMap<string, Element>;
  readonly repeats: ReadonlyMap<string, Element>;
  readonly setValues: readonly SetValue[];
};

const CONTROLS = new Set(['input', 'select', 'select1', 'rank', 'range', 'trigger', 'upload']);

export function readBody(
  body: Element | undefined,
  root: string,
  bindsById: ReadonlyMap<string, string>,
): Body {
  const controls = new Map<string, Control>();
  const groups = new Map<string, Element>();
  const repeats = new Map<string, Element>();
  const setValues: SetValue[] = [];
  const walk = (element: Element, context: string, inside: string | null) => {
    const kind = localName(element);
    const reference = element.attributes.ref ?? element.attributes.nodeset;
    const path =
      reference === undefined
        ? (bindsById.get(element.attributes.bind ?? '') ?? context)
        : absolute(reference, context);
    if (kind === 'setvalue') return void setValues.push(setValueOf(element, context, inside, bindsById));
    if (CONTROLS.has(kind)) controls.set(path, { element, kind });
    if (kind === 'group' && path !== context) groups.set(path, element);
    if (kind === 'repeat') repeats.set(path, element);
    if (CONTROLS.has(kind) || kind === 'group' || kind === 'repeat' || kind === 'body')
      for (const child of elementsOf(element)) walk(child, path, CONTROLS.has(kind) ? path : inside);
  };
  if (body) walk(body, root, null);
  return { controls, groups, repeats, setValues };
}

export function setValueOf(
  element: Element,
  context: string,
  inside: string | null,
  bindsById: ReadonlyMap<string, string>,
): SetValue {
  const { ref = '', event = '', value } = element.attributes;
  if (ref.includes('[')) throw new OutOfScope('a value set in one instance that a predicate picks');
  if (ref.includes('@')) throw new OutOfScope('attributes as values');
  return {
    events: event.split(/\s+/).filter(Boolean),
    target: bindsById.get(element.attributes.bind ?? '') ?? absolute(ref, context),
    expression: value,
    text: element.content.filter(part => typeof part === 'string').join(''),
    inside,
  };
}

export const labelOf = ({ element }: { element: Element }): Element | undefined =>
  childNamed(element, 'label');
