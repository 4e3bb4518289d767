// The patterns of `regex()`: as forms write them for Java's engine, run by this one; a pattern always matches a whole text.

/** Longer texts match nothing: a pattern may take time that doubles with every letter. */
const TEXT_MOST = 4000;
const KEPT_MOST = 500;
const kept = new Map<string, RegExp | null>();

/** False for a pattern that is none. */
export function isMatch(text: string, pattern: string): boolean {
  return text.length <= TEXT_MOST && (patternOf(pattern)?.test(text) ?? false);
}

/** Null where it is no pattern of this engine. */
export function patternOf(pattern: string): RegExp | null {
  let found = kept.get(pattern);
  if (found === undefined) {
    if (kept.size >= KEPT_MOST) kept.clear();
    found = compile(pattern);
    kept.set(pattern, found);
  }
  return found;
}

/** With letters as Unicode has them, or, where that is too strict (`\-`, `\_`), as old scripts have them. */
function compile(pattern: string): RegExp | null {
  const isCaseless = pattern.startsWith('(?i)');
  const whole = `^(?:${isCaseless ? pattern.slice(4) : pattern})$`;
  for (const flags of ['su', 's']) {
    try {
      return new RegExp(whole, isCaseless ? `${flags}i` : flags);
    } catch {
      // The next, more tolerant one.
    }
  }
  return null;
}
