// Reads the XML of a spreadsheet piece by piece: elements, attributes, text; no DTD, and nothing malformed.
import { damaged, LIMITS, tooLarge, unsafe, type XlsxProblem } from '../problem.ts';
import { decodeReferences, normalizeLineEnds } from './text.ts';

/** `broken` and `end` are last; a `<a/>` is an `open` and a `close`. */
export type XmlPiece = 'open' | 'close' | 'text' | 'end' | 'broken';

const NAME = /[^\s/<>="'&!?;,.\-\d][^\s/<>="'&!?;,]*/y;
const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/**
 * `next()` steps on and says what came. Names are local (`x:row` is `row`): a spreadsheet's parts are told by where they
 * stand. Every step takes time by what it reads, so that the whole takes time by the length of the text.
 */
export class XmlScanner {
  /** Of the element that was opened or closed last. */
  name = '';
  /** Of the element around it; of text, the one it stands in. '' is the document. */
  parent = '';
  text = '';
  problem: XlsxProblem | null = null;
  readonly #xml: string;
  readonly #where: string;
  #at = 0;
  /** Names as written, with their prefix. */
  readonly #stack: string[] = [];
  readonly #locals: string[] = [];
  readonly #attributes = new Map<string, string>();
  #isEmptyElement = false;
  #hasRoot = false;

  /** `where` names the part in a problem. */
  constructor(xml: string, where: string) {
    this.#xml = xml;
    this.#where = where;
    if (FORBIDDEN.test(xml)) this.#break('a character that XML does not allow');
  }

  /** Elements open now, the one just opened included. */
  get depth(): number {
    return this.#stack.length;
  }

  /** By local name; of two with one local name the one without prefix. */
  attribute(name: string): string | undefined {
    return this.#attributes.get(name);
  }

  next(): XmlPiece {
    if (this.problem) return 'broken';
    if (this.#isEmptyElement) return this.#close();
    for (;;) {
      if (this.#at >= this.#xml.length) return this.#end();
      if (this.#xml.charCodeAt(this.#at) !== LESS_THAN) {
        if (this.#takeText()) return this.problem ? 'broken' : 'text';
        continue;
      }
      const second = this.#xml.charCodeAt(this.#at + 1);
      if (second === SLASH) return this.#takeClose();
      if (second !== EXCLAMATION && second !== QUESTION) return this.#takeOpen();
      const piece = this.#takeOther();
      if (piece) return piece;
    }
  }

  #end(): XmlPiece {
    if (this.#stack.length > 0 || !this.#hasRoot) return this.#break('the text ends too early');
    return 'end';
  }

  /** False where it was white space outside the root, which nobody wants. */
  #takeText(): boolean {
    const end = this.#xml.indexOf('<', this.#at);
    const raw = this.#xml.slice(this.#at, end < 0 ? this.#xml.length : end);
    this.#at += raw.length;
    const text = decodeReferences(normalizeLineEnds(raw));
    if (text === null) this.#break('a reference that XML does not know');
    else if (this.#stack.length === 0 && raw.trim() !== '') this.#break('text outside of the root');
    this.#setText(text ?? '');
    return this.problem !== null || this.#stack.length > 0;
  }

  #setText(text: string): void {
    this.text = text;
    this.parent = this.#locals.at(-1) ?? '';
  }

  #takeClose(): XmlPiece {
    const name = this.#match(NAME, this.#at + 2);
    const end = this.#skipSpace(this.#at + 2 + name.length);
    if (this.#xml.charCodeAt(end) !== GREATER_THAN || name !== this.#stack.at(-1))
      return this.#break('an element is closed that is not open');
    this.#at = end + 1;
    return this.#close();
  }

  #close(): XmlPiece {
    this.#isEmptyElement = false;
    this.#stack.pop();
    this.name = this.#locals.pop() ?? '';
    this.parent = this.#locals.at(-1) ?? '';
    return 'close';
  }

  #takeOpen(): XmlPiece {
    const name = this.#match(NAME, this.#at + 1);
    if (name === '' || (this.#stack.length === 0 && this.#hasRoot)) return this.#break('a tag that is none');
    if (this.#stack.length >= LIMITS.depth) return this.#refuse(tooLarge('depth', this.#where).problem);
    this.#hasRoot = true;
    this.parent = this.#locals.at(-1) ?? '';
    this.name = localName(name);
    this.#stack.push(name);
    this.#locals.push(this.name);
    return this.#takeAttributes(this.#at + 1 + name.length);
  }

  #takeAttributes(from: number): XmlPiece {
    this.#attributes.clear();
    let names: Set<string> | null = null;
    for (let at = from; ; ) {
      const start = this.#skipSpace(at);
      const code = this.#xml.charCodeAt(start);
      this.#isEmptyElement = code === SLASH && this.#xml.charCodeAt(start + 1) === GREATER_THAN;
      if (code === GREATER_THAN || this.#isEmptyElement) {
        this.#at = start + (this.#isEmptyElement ? 2 : 1);
        return 'open';
      }
      const name = this.#match(NAME, start);
      names ??= new Set();
      if (start === at || name === '' || names.has(name)) return this.#break('an attribute that is none');
      names.add(name);
      at = this.#takeValue(name, start + name.length);
      if (at < 0) return this.#break('an attribute without a value');
    }
  }

  /** Where it ends, or -1. */
  #takeValue(name: string, from: number): number {
    const equals = this.#skipSpace(from);
    const start = this.#skipSpace(equals + 1);
    const quote = this.#xml[start];
    if (this.#xml[equals] !== '=' || (quote !== '"' && quote !== "'")) return -1;
    const end = this.#xml.indexOf(quote, start + 1);
    const raw = end < 0 ? '<' : this.#xml.slice(start + 1, end);
    const value = raw.includes('<') ? null : decodeReferences(normalizeLineEnds(raw).replace(/[\t\n]/g, ' '));
    if (value === null) return -1;
    const local = localName(name);
    if (local === name || !this.#attributes.has(local)) this.#attributes.set(local, value);
    return end + 1;
  }

  /** A comment or instruction is passed over; a CDATA section is text; anything else with `<!` is a DTD. */
  #takeOther(): XmlPiece | null {
    if (this.#xml.startsWith('<![CDATA[', this.#at)) return this.#takeCdata();
    if (this.#xml.startsWith('<!--', this.#at)) return this.#skipTo('-->', 4);
    if (this.#xml.startsWith('<?', this.#at)) return this.#skipTo('?>', 2);
    return this.#refuse(unsafe('dtd', this.#where).problem);
  }

  #takeCdata(): XmlPiece {
    const start = this.#at + 9;
    const end = this.#xml.indexOf(']]>', start);
    if (end < 0 || this.#stack.length === 0) return this.#break('a section that does not end');
    this.#setText(normalizeLineEnds(this.#xml.slice(start, end)));
    this.#at = end + 3;
    return 'text';
  }

  #skipTo(mark: string, lengthOfStart: number): XmlPiece | null {
    const end = this.#xml.indexOf(mark, this.#at + lengthOfStart);
    if (end < 0) return this.#break('a comment that does not end');
    this.#at = end + mark.length;
    return null;
  }

  #skipSpace(at: number): number {
    return this.#xml.charCodeAt(at) > SPACE_CODE ? at : at + this.#match(SPACE, at).length;
  }

  #match(pattern: RegExp, at: number): string {
    pattern.lastIndex = at;
    return pattern.exec(this.#xml)?.[0] ?? '';
  }

  #break(why: string): XmlPiece {
    return this.#refuse(damaged(why, this.#where).problem);
  }

  #refuse(problem: XlsxProblem): XmlPiece {
    this.problem = problem;
    return 'broken';
  }
}

const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;
const SPACE_CODE = 32;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
