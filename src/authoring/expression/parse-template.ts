// Reads a label: words with answers piped in as `${name}`; what is no reference stays text, so that no label is refused for a sign.
import { accepted, type Result } from '../../domain/result.ts';
import { parseExpression } from './parse.ts';
import type { ParseProblem } from './reading/reader.ts';
import type { Syntax } from './syntax.ts';

/** Text and references in their order; no two texts are neighbours and none is ''. */
export function parseTemplate(text: string): Result<readonly (string | Syntax)[], ParseProblem> {
  const parts: (string | Syntax)[] = [];
  let from = 0;
  for (const found of text.matchAll(/\$\{[^{}]*\}/g)) {
    const parsed = parseExpression(found[0]);
    if (!parsed.ok) return parsed;
    if (found.index > from) parts.push(text.slice(from, found.index));
    parts.push(parsed.value.syntax);
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return accepted(parts);
}
