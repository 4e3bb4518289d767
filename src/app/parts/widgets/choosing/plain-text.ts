// A label where only letters can stand: in a field, in a list of options.
import { parseMarkdown, type Span } from '../../markdown/parse.ts';

export const plainText = (label: string): string =>
  parseMarkdown(label).map(letters).join('').replace(/\s+/g, ' ').trim();

function letters(span: Span): string {
  if (typeof span === 'string') return span;
  if (span.kind === 'break') return ' ';
  const inside = span.spans.map(letters).join('');
  if (span.kind === 'link') return `${inside} (${span.address})`;
  return span.kind === 'heading' ? ` ${inside} ` : inside;
}
