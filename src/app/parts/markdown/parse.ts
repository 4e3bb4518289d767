// The little markdown that labels and hints use, read into plain spans: what comes out is drawn as elements, never as HTML.

export type Span =
  | string
  | { readonly kind: 'strong' | 'emphasis'; readonly spans: readonly Span[] }
  | { readonly kind: 'heading'; readonly level: number; readonly spans: readonly Span[] }
  /** `address` is to be read, not followed: a kiosk must not be left by a link. */
  | { readonly kind: 'link'; readonly spans: readonly Span[]; readonly address: string }
  | { readonly kind: 'break' };

/**
 * Bold and italic (stars, underscores, `<b>`, `<i>` and their like), `[words](address)`, headings, line breaks and the
 * points of a list. Tags that only colour or group are left out, what they hold stays; everything else is text.
 */
export function parseMarkdown(text: string): readonly Span[] {
  const spans: Span[] = [];
  let plain: string[] = [];
  const flush = () => {
    spans.push(...parseInline(plain.join('\n')));
    plain = [];
  };
  for (const line of text.trim().split(/\r\n?|\n/)) {
    const heading = /^(#{1,6})[ \t]+(.*?)[ \t]*#*$/.exec(line);
    if (!heading) {
      plain.push(line.replace(/^[ \t]*[-*+][ \t]+/, '• '));
      continue;
    }
    flush();
    spans.push({ kind: 'heading', level: heading[1]?.length ?? 1, spans: parseInline(heading[2] ?? '') });
  }
  flush();
  return spans;
}

type Form = {
  readonly pattern: RegExp;
  /** Null: the match is text after all. */
  readonly span: (match: RegExpExecArray, before: string) => readonly Span[] | null;
};

const marked = (kind: 'strong' | 'emphasis', inside: string | undefined): readonly Span[] => [
  { kind, spans: parseInline(inside ?? '') },
];
/** An underscore inside a word is part of it: `nama_lengkap`. */
const unlessInWord = (kind: 'strong' | 'emphasis') => (match: RegExpExecArray, before: string) =>
  /[\p{L}\p{N}_]$/u.test(before) ? null : marked(kind, match[1]);

/** At one place the first that fits is taken. */
const FORMS: readonly Form[] = [
  { pattern: /\\([\\`*_{}[\]()#+.!<>~|-])/y, span: match => [match[1] ?? ''] },
  // A blank to fill in: "Nama saya ____".
  { pattern: /_{3,}|\*{4,}/y, span: match => [match[0]] },
  { pattern: /\*\*(\S|\S[\s\S]*?\S)\*\*(?!\*)/y, span: match => marked('strong', match[1]) },
  { pattern: /__(\S|\S[\s\S]*?\S)__(?![\p{L}\p{N}_])/uy, span: unlessInWord('strong') },
  { pattern: /\*((?!\*)\S|(?!\*)\S[\s\S]*?\S)\*(?!\*)/y, span: match => marked('emphasis', match[1]) },
  { pattern: /_((?!_)\S|(?!_)\S[\s\S]*?\S)_(?![\p{L}\p{N}_])/uy, span: unlessInWord('emphasis') },
  { pattern: /<(?:b|strong)\s*>([\s\S]*?)<\/(?:b|strong)\s*>/iy, span: match => marked('strong', match[1]) },
  { pattern: /<(?:i|em)\s*>([\s\S]*?)<\/(?:i|em)\s*>/iy, span: match => marked('emphasis', match[1]) },
  { pattern: /\n|<br\s*\/?>\n?/iy, span: () => [{ kind: 'break' }] },
  { pattern: /<\/?(?:span|div|p|u|font|small|big|center)(?:\s[^<>]*)?>/iy, span: () => [] },
  { pattern: /!\[([^\]]*)\]\([^()\s]*\)/y, span: match => [match[1] ?? ''] },
  { pattern: /\[([^\]]*)\]\(([^()\s]*)\)/y, span: match => link(match[1] ?? '', match[2] ?? '') },
];

function parseInline(text: string): Span[] {
  const spans: Span[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found = /[\\*_<\n![]/.test(text[at] ?? '') ? findForm(text, at) : null;
    if (!found) {
      plain += text[at++];
      continue;
    }
    at = found.end;
    for (const span of found.spans) {
      if (typeof span === 'string') plain += span;
      else {
        if (plain !== '') spans.push(plain);
        plain = '';
        spans.push(span);
      }
    }
  }
  return plain === '' ? spans : [...spans, plain];
}

function findForm(text: string, at: number): { spans: readonly Span[]; end: number } | null {
  for (const { pattern, span } of FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const spans = match && span(match, text.slice(Math.max(0, at - 2), at));
    if (match && spans) return { spans, end: at + match[0].length };
  }
  return null;
}

/** An address that its words already say is not said again. */
function link(words: string, address: string): readonly Span[] {
  const bare = address.replace(/^(?:tel|mailto):/, '');
  if (bare === '') return parseInline(words);
  return words === '' || words === bare || words === address
    ? [bare]
    : [{ kind: 'link', spans: parseInline(words), address: bare }];
}
