// Whether two spellings can mean one person: rosters differ in titles, capitals and full stops.

/** Compares the words of both names without academic titles; one may leave words out. */
export function isSameName(one: string, other: string): boolean {
  const [shorter, longer] = [plainWords(one), plainWords(other)].sort((a, b) => a.length - b.length);
  return !!shorter?.length && shorter.every(word => longer?.includes(word));
}

const plainWords = (name: string): string[] =>
  (name.toLowerCase().split(',')[0] ?? '')
    .split(/\s+/)
    .filter(word => word && !word.endsWith('.'))
    .map(word => word.replace(/[^\p{L}\p{N}]/gu, ''));
