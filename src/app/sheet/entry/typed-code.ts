// Which of a list's codes the typed keys mean: a code as it stands on the paper, or a choice's place where codes are words.

export type TypedCode = {
  /** The keys that count so far. */
  typed: string;
  /** Null while several fit and none is it exactly. */
  code: string | null;
  /** No other code can be meant any more: "1" where there is a 10 is not sure. */
  isSure: boolean;
};

/** `before`: what was typed at this question so far; where that leads nowhere, the key begins anew. Null: means nothing. */
export function readTyped(codes: readonly string[], before: string, key: string): TypedCode | null {
  const lower = key.toLowerCase();
  for (const typed of before === '' ? [lower] : [before + lower, lower]) {
    const [first, ...others] = fitting(codes, typed);
    if (first === undefined) continue;
    if (others.length === 0) return { typed, code: first, isSure: true };
    const exact = codes.find(code => code.toLowerCase() === typed) ?? null;
    return { typed, code: exact, isSure: false };
  }
  return null;
}

function fitting(codes: readonly string[], typed: string): readonly string[] {
  if (!hasNumbers(codes) && /^[1-9]$/.test(typed)) return codes.slice(Number(typed) - 1, Number(typed));
  return codes.filter(code => code.toLowerCase().startsWith(typed));
}

/** Then a digit is never a place: 5, 4, 3, 2, 1 are typed as they are written. */
export const hasNumbers = (codes: readonly string[]): boolean => codes.some(code => /^-?\d/.test(code));
