// Names of sheets that Excel accepts: 31 characters, none of []:*?/\, no two alike.

const MOST_CHARACTERS = 31;

/** Names that are fine stay as they are; of others as much as possible. "History" is Excel's own. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const legal = makeLegal(name) || `Sheet${index + 1}`;
    let free = legal;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = withSuffix(legal, ` (${count})`);
    taken.add(free.toLowerCase());
    return free;
  });
}

function makeLegal(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name of a tab is one line of text
  const plain = name.replace(/[\]\\[:*?/\0-\x1f\ufffe\uffff]/g, '_').replace(/\p{Surrogate}/gu, '\uFFFD');
  const cut = cutAt(plain, MOST_CHARACTERS).replace(/^'|'$/g, '_');
  return /^history$/i.test(cut) ? `${cut}_` : cut;
}

const withSuffix = (name: string, suffix: string): string =>
  cutAt(name, MOST_CHARACTERS - suffix.length) + suffix;

/** Never between the halves of a character. */
const cutAt = (text: string, length: number): string => text.slice(0, length).replace(/\p{Surrogate}$/u, '');
