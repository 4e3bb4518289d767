// An order while it is made.

/** Gives the code the next place, or takes its place away. */
export const rankNext = (ranked: readonly string[], code: string): string[] =>
  ranked.includes(code) ? ranked.filter(one => one !== code) : [...ranked, code];

/** Changes places with the neighbour; at either end nothing happens. */
export function moveBy(ranked: readonly string[], code: string, by: 1 | -1): string[] {
  const at = ranked.indexOf(code);
  const neighbour = ranked[at + by];
  if (at < 0 || neighbour === undefined) return [...ranked];
  return ranked.map(one => (one === code ? neighbour : one === neighbour ? code : one));
}
