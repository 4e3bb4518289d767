// Texts by language, with the answers that are piped into them.
import type { Template, Wording } from '../../../domain/instrument/definition.ts';
import { parseTemplate } from '../../expression/parse-template.ts';
import type { Written } from '../table/table.ts';
import { resolveSyntax } from './read-expression.ts';
import { maySpend, type Writing } from './writing.ts';

/** Undefined where nothing is written. A column that names its language goes before one that does not. */
export const wordingOf = (
  written: readonly Written[],
  node: number,
  writing: Writing,
): Wording | undefined => {
  if (written.length === 0) return undefined;
  const ordered = [
    ...written.filter(({ language }) => language === null),
    ...written.filter(({ language }) => language !== null),
  ];
  return Object.fromEntries(
    ordered.map(each => [writing.languages.codeOf(each.language), templateOf(each, node, writing)]),
  );
};

export const templateOf = ({ text, spot }: Written, node: number, writing: Writing): Template => {
  if (!text.includes('${') || !maySpend(text, spot, writing)) return text;
  const parsed = parseTemplate(text);
  if (!parsed.ok) {
    writing.report.error(parsed.problem.code, spot, parsed.problem.details);
    return text;
  }
  const segments = parsed.value.map(part => {
    if (typeof part === 'string') return part;
    const expression = resolveSyntax(part, spot, { node }, writing) ?? '';
    return typeof expression === 'object' ? expression : String(expression);
  });
  return segments.every(segment => typeof segment === 'string') ? segments.join('') : segments;
};
