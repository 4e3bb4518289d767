// Where a recorded select's choices come from: items in the body, or an instance beside the form.
import type { ListRow } from '../../../../src/domain/instrument/definition.ts';
import { OutOfScope } from './out-of-scope-error.ts';
import type { Words } from './words.ts';
import { childNamed, childrenNamed, type Element, elementsOf, localName, textOf } from './xml.ts';

export type Lists = Map<string, readonly ListRow[]>;
export type Offer = { readonly list: string; readonly filter: string | undefined };

const literal = (text: string) => text;

/** By the instance's id, for look-ups: each row with every column, its code the column `name` or `value`. */
export function readInstances(model: Element, words: Words): Lists {
  const [, ...instances] = childrenNamed(model, 'instance');
  return new Map(
    instances.map(instance => {
      if (instance.attributes.src) throw new OutOfScope('a list that is fetched from a file beside the form');
      if (!isTable(instance)) throw new OutOfScope('an instance that is no table of items');
      return [instance.attributes.id ?? '', rowsIn(instance, 'name', 'label', words)];
    }),
  );
}

/** `root/item`, as the compiler of spreadsheets writes every list. */
function isTable(instance: Element): boolean {
  const root = elementsOf(instance)[0];
  return !!root && localName(root) === 'root' && elementsOf(root).every(item => localName(item) === 'item');
}

function rowsIn(instance: Element, valueName: string, labelName: string, words: Words): ListRow[] {
  const root = elementsOf(instance)[0];
  return (root ? elementsOf(root) : []).map(item => {
    const columns = Object.fromEntries(elementsOf(item).map(child => [localName(child), textOf(child)]));
    const id = columns[labelName] ?? '';
    const label = words.wordingById(id, literal) ?? { [words.languages[0]?.code ?? '']: id };
    return { code: columns[valueName] ?? columns.value ?? '', label, columns };
  });
}

/** Enters the list under a name of its own, since two selects may take code and label from different columns. */
export function readOffer(control: Element, path: string, model: Element, words: Words, lists: Lists): Offer {
  const itemset = childNamed(control, 'itemset');
  if (!itemset) {
    lists.set(
      path,
      childrenNamed(control, 'item').map(item => rowOf(item, words)),
    );
    return { list: path, filter: undefined };
  }
  const nodeset = itemset.attributes.nodeset ?? '';
  const [, id, predicates = ''] =
    nodeset.match(/^\s*instance\(\s*['"](.*?)['"]\s*\)\/root\/item\s*((?:\[[\s\S]*\])?)\s*$/) ?? [];
  const instance = childrenNamed(model, 'instance').find(({ attributes }) => attributes.id === id);
  if (id === undefined || !instance) throw new OutOfScope('choices made of other answers');
  const valueName = childNamed(itemset, 'value')?.attributes.ref ?? 'name';
  const labelName = (childNamed(itemset, 'label')?.attributes.ref ?? 'label').replace(
    /^jr:itext\((.*)\)$/,
    '$1',
  );
  const list = `${id}/${valueName}/${labelName}`;
  lists.set(list, rowsIn(instance, valueName, labelName, words));
  // Several predicates are one: [a][b] is [(a) and (b)].
  const filter = predicates && `(${predicates.slice(1, -1).split('][').join(') and (')})`;
  return { list, filter: filter || undefined };
}

function rowOf(item: Element, words: Words): ListRow {
  const value = childNamed(item, 'value');
  const label = words.wordingOf(childNamed(item, 'label'), literal);
  return { code: value ? textOf(value).trim() : '', ...(label && { label }) };
}
