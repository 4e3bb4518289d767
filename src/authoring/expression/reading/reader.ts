// Where the parser stands in its tokens, and how it says that it cannot go on; every part it makes is bounded in depth.
import type { Problem } from '../../../domain/result.ts';
import type { Syntax } from '../syntax.ts';
import type { Token } from './token.ts';

/**
 * `broken`: `at` (1-based), `found` (a token, '' at the end) and `expected` (`operand`, `operator`, `name`, `quote`, `}` or a bracket).
 * `too_long`: `length`, `most`. `too_deep`: `at`, `most`.
 */
export type ParseProblem = Problem<'expression.broken' | 'expression.too_long' | 'expression.too_deep'>;

/** Levels of a tree, and of brackets in brackets. The deepest of some 15,000 expressions of field forms has about a hundred. */
const MOST_LEVELS = 600;
const MOST_BRACKETS = 300;

export class Reader {
  readonly source: string;
  readonly #tokens: readonly Token[];
  readonly #heights = new WeakMap<Syntax, number>();
  #next = 0;
  #brackets = 0;
  problem: ParseProblem | null = null;

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source;
    this.#tokens = tokens;
  }

  get token(): Token {
    return this.peek(0);
  }

  peek(ahead: number): Token {
    return this.#tokens[this.#next + ahead] ?? this.#end;
  }

  get #end(): Token {
    return this.#tokens.at(-1) ?? { kind: 'end', text: '', at: 0, end: 0 };
  }

  /** The token, which is left behind. */
  take(): Token {
    const { token } = this;
    this.#next += 1;
    return token;
  }

  isAt(sign: string): boolean {
    return this.token.kind === 'sign' && this.token.text === sign;
  }

  skip(sign: string): boolean {
    const isThere = this.isAt(sign);
    if (isThere) this.#next += 1;
    return isThere;
  }

  /** As it was written from there up to the last token taken. */
  written(from: number): string {
    return this.source.slice(from, this.#tokens[this.#next - 1]?.end ?? from);
  }

  /** Reads within one more pair of brackets. */
  within<T>(read: () => T | null): T | null {
    if (this.#brackets >= MOST_BRACKETS) return this.#tooDeep(MOST_BRACKETS);
    this.#brackets += 1;
    const part = read();
    this.#brackets -= 1;
    return part;
  }

  /** Lets a part be, unless its tree has become too high to be walked. */
  made<T extends Syntax>(part: T, below: readonly Syntax[]): T | null {
    const height = 1 + Math.max(0, ...below.map(each => this.#heights.get(each) ?? 1));
    if (height > MOST_LEVELS) return this.#tooDeep(MOST_LEVELS);
    this.#heights.set(part, height);
    return part;
  }

  #tooDeep(most: number): null {
    this.problem ??= { code: 'expression.too_deep', details: { at: this.token.at + 1, most } };
    return null;
  }

  /** The first failure is the one that is told. */
  fail(expected: string): null {
    const { kind, text, at } = this.token;
    const wanted = kind === 'unclosed' ? (text.startsWith('${') ? '}' : 'quote') : expected;
    const found = text.slice(0, 40);
    this.problem ??= { code: 'expression.broken', details: { at: at + 1, found, expected: wanted } };
    return null;
  }
}
