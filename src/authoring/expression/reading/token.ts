// Cuts an expression into words and signs, and mends what word processors do to it: curly quotes and unbreakable blanks.

export type Token = {
  /** `sign`: an operator or a bracket; a named operator (`and`) is a `word` until the parser knows its place. */
  readonly kind: 'text' | 'number' | 'word' | 'reference' | 'sign' | 'end' | 'unclosed' | 'unknown';
  /** Of a text or a reference what stands between its signs. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
};

/** `at` is 0-based. */
export type Repair = { readonly kind: 'quote' | 'blank'; readonly at: number };

export type Tokens = { readonly tokens: readonly Token[]; readonly repairs: readonly Repair[] };

/** Always ends with an `end`; after something that is no token nothing more is read. */
export function cut(text: string): Tokens {
  const tokens: Token[] = [];
  const repairs: Repair[] = [];
  let at = skipBlanks(text, 0, repairs);
  while (at < text.length) {
    const token = readToken(text, at, repairs);
    tokens.push(token);
    if (token.kind === 'unclosed' || token.kind === 'unknown') break;
    at = skipBlanks(text, token.end, repairs);
  }
  tokens.push({ kind: 'end', text: '', at: text.length, end: text.length });
  return { tokens, repairs };
}

const PLAIN_BLANK = /[ \t\r\n]/;
/** Unbreakable, thin and ideographic blanks, and those without a width. */
const ODD_BLANK = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;

function skipBlanks(text: string, from: number, repairs: Repair[]): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (PLAIN_BLANK.test(sign)) continue;
    if (!ODD_BLANK.test(sign)) break;
    repairs.push({ kind: 'blank', at });
  }
  return at;
}

function readToken(text: string, at: number, repairs: Repair[]): Token {
  const first = text.charAt(at);
  const quotes = QUOTES.find(alike => alike.includes(first));
  if (quotes) return readText(text, at, quotes, repairs);
  if (text.startsWith('${', at)) return readReference(text, at);
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0], at, end: at + found[0].length };
  }
  return { kind: 'unknown', text: String.fromCodePoint(text.codePointAt(at) ?? 0), at, end: at + 1 };
}

/** Double and single quotes, the straight one first, then what word processors make of it. */
const QUOTES = ['"\u201c\u201d\u201e\u201f', "'\u2018\u2019\u201a\u201b"];

const WORD = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.\-]*`;
const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /\d+(?:\.\d*)?|\.\d+/y],
  ['word', new RegExp(`${WORD}(?::(?!:)${WORD})?`, 'uy')],
  ['sign', /\/\/|::|\.\.|[!<>]=|[-+*=<>/|()[\],.@]/y],
];

/** What begins with a straight quote ends with one, so that a curly one inside is a letter; where there is none, a curly one ends it. */
function readText(text: string, at: number, quotes: string, repairs: Repair[]): Token {
  const straight = quotes.charAt(0);
  const isStraight = text.charAt(at) === straight;
  let end = isStraight ? text.indexOf(straight, at + 1) : -1;
  if (end < 0) end = indexOfAny(text, quotes, at + 1);
  if (end < 0) return { kind: 'unclosed', text: text.slice(at), at, end: text.length };
  for (const place of [at, end])
    if (text.charAt(place) !== straight) repairs.push({ kind: 'quote', at: place });
  return { kind: 'text', text: text.slice(at + 1, end), at, end: end + 1 };
}

function indexOfAny(text: string, signs: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (signs.includes(text.charAt(at))) return at;
  return -1;
}

function readReference(text: string, at: number): Token {
  const end = text.indexOf('}', at);
  if (end < 0) return { kind: 'unclosed', text: text.slice(at), at, end: text.length };
  const name = text.slice(at + 2, end).replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
  return { kind: 'reference', text: name, at, end: end + 1 };
}
