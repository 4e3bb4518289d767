// Reads the XML that recorded forms are written in: elements, attributes and text, and nothing of DTDs or namespaces.

export type Element = {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (Element | string)[];
};

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

/** Throws on text that is not well formed. */
export function readXml(text: string): Element {
  const document: Open = { name: '', attributes: {}, content: [] };
  const open: Open[] = [document];
  for (const [, cdata, closed, opened, attributes, selfClosed, plain] of text.matchAll(TOKEN)) {
    const inner = open.at(-1) ?? document;
    if (cdata !== undefined) inner.content.push(cdata);
    else if (plain !== undefined) inner.content.push(decoded(plain));
    else if (closed !== undefined) close(open, closed);
    else if (opened !== undefined) {
      const element: Open = { name: opened, attributes: attributesIn(attributes ?? ''), content: [] };
      inner.content.push(element);
      if (!selfClosed) open.push(element);
    }
  }
  const [root] = elementsOf(document);
  if (open.length !== 1 || !root) throw new Error('not well formed');
  return root;
}

type Open = { name: string; attributes: Record<string, string>; content: (Element | string)[] };

function close(open: Open[], name: string): void {
  if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, name, double, single]) => [
      name,
      decoded(double ?? single ?? ''),
    ]),
  );

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? whole);
  });

export const elementsOf = (element: Element): Element[] =>
  element.content.filter(part => typeof part !== 'string') as Element[];

export const textOf = (element: Element): string =>
  element.content.map(part => (typeof part === 'string' ? part : textOf(part))).join('');

export const localName = ({ name }: Element): string => name.slice(name.indexOf(':') + 1);

export const childrenNamed = (element: Element, name: string): Element[] =>
  elementsOf(element).filter(child => localName(child) === name);

export const childNamed = (element: Element, name: string): Element | undefined =>
  childrenNamed(element, name)[0];
