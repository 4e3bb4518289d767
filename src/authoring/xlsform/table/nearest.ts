// What somebody probably meant: the known word that differs by a letter or two.

/** Beyond these, looking takes longer than the help is worth. */
const LONGEST = 30;
const MOST = 1000;

/** The candidate at most two edits away and nearest, or null. Long texts are no misspellings. */
export const nearest = (word: string, candidates: Iterable<string>): string | null => {
  if (word.length > LONGEST) return null;
  const within = word.length <= 4 ? 1 : 2;
  let left = MOST;
  let best: { candidate: string; edits: number } | null = null;
  for (const candidate of candidates) {
    if (left-- === 0) break;
    if (Math.abs(candidate.length - word.length) > within) continue;
    const edits = editsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (edits <= within && (best === null || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate ?? null;
};

/** Levenshtein distance. */
const editsBetween = (one: string, other: string): number => {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const swap = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
};
