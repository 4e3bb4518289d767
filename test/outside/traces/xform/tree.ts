// The nodes of a recorded form's data, in document order: which are groups, which repeats, and what stands in them at first.
import type { Body } from './controls.ts';
import { type Element, elementsOf, localName, textOf } from './xml.ts';

export type TreeNode = {
  readonly kind: 'group' | 'repeat' | 'question';
  readonly name: string;
  readonly parent: number;
  /** With prefixes, as the recorded keys have it. */
  readonly path: string;
  /** The text that a new instance of it begins with. */
  readonly text: string;
};

/** What the form comes with: how many instances of each repeat, and the texts in them, by recorded key. */
export type Present = { readonly counts: Map<string, number>; readonly texts: Map<string, string> };
export type Tree = {
  readonly nodes: readonly TreeNode[];
  readonly present: Present;
  /** Paths of repeats of which only a template is there. */
  readonly beginEmpty: ReadonlySet<string>;
};

const isTemplate = (element: Element): boolean => 'jr:template' in element.attributes;

export function readTree(root: Element, { repeats }: Body): Tree {
  const nodes: TreeNode[] = [];
  const beginEmpty = new Set<string>();
  const walk = (element: Element, parent: number, path: string) => {
    const children = elementsOf(element);
    const kind = repeats.has(path) ? 'repeat' : children.length > 0 ? 'group' : 'question';
    const index = nodes.length;
    nodes.push({
      kind,
      name: localName(element),
      parent,
      path,
      text: kind === 'question' ? textOf(element) : '',
    });
    walkChildren(element, index, path);
  };
  const walkChildren = (element: Element, parent: number, path: string) => {
    const seen = new Set<string>();
    for (const child of elementsOf(element)) {
      if (seen.has(child.name)) continue;
      seen.add(child.name);
      const instances = elementsOf(element).filter(({ name }) => name === child.name);
      if (instances.every(isTemplate)) beginEmpty.add(`${path}/${child.name}`);
      walk(templateAmong(elementsOf(element), child), parent, `${path}/${child.name}`);
    }
  };
  walkChildren(root, -1, `/${root.name}`);
  return { nodes, present: presentIn(root, new Set(repeats.keys())), beginEmpty };
}

const templateAmong = (siblings: readonly Element[], first: Element): Element =>
  siblings.find(sibling => sibling.name === first.name && isTemplate(sibling)) ?? first;

function presentIn(root: Element, repeats: ReadonlySet<string>): Present {
  const present: Present = { counts: new Map(), texts: new Map() };
  const walk = (element: Element, path: string, key: string) => {
    const children = elementsOf(element);
    if (children.length === 0 && key.includes('[')) present.texts.set(key, textOf(element));
    for (const child of children) {
      const childPath = `${path}/${child.name}`;
      const childKey = `${key}/${child.name}`;
      if (!repeats.has(childPath)) walk(child, childPath, childKey);
      else {
        const place = (present.counts.get(childKey) ?? 0) + (isTemplate(child) ? 0 : 1);
        present.counts.set(childKey, place);
        if (!isTemplate(child)) walk(child, childPath, `${childKey}[${place}]`);
      }
    }
  };
  walk(root, `/${root.name}`, `/${root.name}`);
  return present;
}
