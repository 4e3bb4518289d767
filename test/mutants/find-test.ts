// Whether a file of tests has a test of a title, also where the title is put together from a table.

/** `title` may have its groups before it, as in `group > title`. */
export function hasTest(source: string, title: string): boolean {
  const last = title.split(' > ').at(-1) ?? title;
  if (source.includes(last)) return true;
  return [...source.matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/gs)].some(([, , text = '']) => fits(text, last));
}

function fits(template: string, title: string): boolean {
  const parts = template.split(/%[sijodf]|\$\w+/);
  // A template without words of its own says nothing.
  if (parts.length < 2 || parts.join('').trim().length < 4) return false;
  const pattern = parts.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(pattern).test(title);
}
