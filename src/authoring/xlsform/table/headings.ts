// What a column's heading means: aliases, prefixes and languages of the XLSForm standard, and what is left.
import { tidied } from './table.ts';

/** What a sheet may have. Names and aliases are in snake case. */
export type KnownColumns = {
  readonly names: ReadonlySet<string>;
  readonly aliases: Readonly<Record<string, string>>;
  readonly translatable: ReadonlySet<string>;
  /** Meant for other tools: reported, and left out. */
  readonly foreign: ReadonlySet<string>;
};

/** `foreign`: other tools know it. `unknown`: the standard does not (a comment column, or one for filters). */
export type Heading =
  | { readonly kind: 'known'; readonly name: string; readonly language: string | null }
  | { readonly kind: 'foreign' | 'unknown'; readonly name: string };

const PREFIXES = ['bind', 'body', 'control', 'media'];

/** Reads `label::English (en)`, `media:image`, `bind::relevant`, `Constraint Message` and the like. */
export const readHeading = (written: string, known: KnownColumns): Heading => {
  const heading = tidied(written);
  for (const tokens of [heading.split('::'), splitAtColons(heading)]) {
    const read = readTokens(
      tokens.map(token => token.trim()),
      known,
    );
    if (read !== null) return read;
  }
  return { kind: isForeign(heading, known) ? 'foreign' : 'unknown', name: heading };
};

const readTokens = (tokens: readonly string[], known: KnownColumns): Heading | null => {
  const withoutPrefix =
    PREFIXES.includes(snakeCase(tokens[0] ?? '')) && tokens.length > 1 ? tokens.slice(1) : tokens;
  const [first = '', ...rest] = withoutPrefix;
  const word = withoutPrefix === tokens || snakeCase(first) !== 'type' ? snakeCase(first) : 'value_type';
  const name = known.aliases[word] ?? word;
  if (!known.names.has(name)) return null;
  if (rest.length === 0) return { kind: 'known', name, language: null };
  const language = rest.join('::');
  return known.translatable.has(name) && language !== '' ? { kind: 'known', name, language } : null;
};

/** Single colons divide too, but for those of names (`jr:count`). */
const splitAtColons = (heading: string): string[] => heading.split(/(?<!\bjr):+/);

const isForeign = (heading: string, known: KnownColumns): boolean => {
  const first = snakeCase(heading.split(/::?/)[0] ?? '');
  return ['bind', 'body', 'control', 'instance'].includes(first) || known.foreign.has(first);
};

export const snakeCase = (text: string): string => tidied(text).replaceAll(' ', '_').toLowerCase();
