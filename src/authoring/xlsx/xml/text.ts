// Text between XML and spreadsheet: references (&amp;), line ends, and Excel's own _x000D_ for what XML cannot hold.

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const REFERENCE = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,10})|#x([0-9a-fA-F]{1,8}));|&/g;

/** Null where a reference is none of XML's five or names no character. */
export function decodeReferences(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  let isSound = true;
  const text = raw.replace(REFERENCE, (_, named?: string, decimal?: string, hex?: string) => {
    if (named !== undefined) return NAMED[named] ?? '';
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? 'x', 16);
    if (isCharacter(code)) return String.fromCodePoint(code);
    isSound = false;
    return '';
  });
  return isSound ? text : null;
}

/** XML 1.0, production 2. */
const isCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** XML 1.0, 2.11: every line end is one \n. */
export const normalizeLineEnds = (raw: string): string =>
  raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;

/** ST_Xstring: `_x000D_` is the character 000D, `_x005F_` an underscore that begins no such escape. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return makeWellFormed(
    text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

/** Half a surrogate pair is no text; it becomes U+FFFD, so that what is kept can always be written as UTF-8. */
const makeWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

const MARKUP: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** For element content and for attributes in double quotes; what `decodeReferences` and `decodeEscapes` undo. */
export function encodeText(text: string): string {
  return makeWellFormed(text)
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(FORBIDDEN, character => `_x${hexOf(character)}_`)
    .replace(/[<>&"]/g, character => MARKUP[character] ?? '');
}

/** What XML cannot hold, and \r, which it would turn into \n. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come into the file
const FORBIDDEN = /[\0-\x08\x0b-\x1f\ufffe\uffff]/g;

/** An underscore that would begin an escape, also together with one that is only now made of the character after it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const LOOKS_ESCAPED = /_(?=x[0-9a-fA-F]{4}[_\0-\x08\x0b-\x1f\ufffe\uffff])/g;

const hexOf = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
