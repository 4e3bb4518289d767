// The same expressions computed here and by an independent XPath engine: what both know, both compute alike.
import fc from 'fast-check';
import { evaluateXPath } from 'fontoxpath';
import { describe, expect, test } from 'vitest';
import { ask, type Filled, newPaper } from './paper.ts';

/**
 * Known and justified differences, which the generator keeps away from:
 * - XPath 3.1 is typed: 'a' + 1 and '1' = 1 are errors there and NaN and a number's comparison here, as in XPath 1.0.
 * - Numbers closer than 1e-12 are equal here, as in JavaRosa; so divisors are powers of two, and nothing is rounded off.
 * - Doubles from a million on are written with an exponent there, never here.
 * - `substring` from a place below 1 is wrong there: of 'aa' from 0, for a length of 0, it is 'a'.
 * - `round(x, places)` rounds by the decimals as they are written here.
 */
type Pair = { readonly ours: string; readonly theirs: string };

const same = (text: string): Pair => ({ ours: text, theirs: text });
const join = (shape: string, parts: readonly Pair[], theirs = shape): Pair => ({
  ours: shape.replace(/\d/g, digit => parts[Number(digit)]?.ours ?? ''),
  theirs: theirs.replace(/\d/g, digit => parts[Number(digit)]?.theirs ?? ''),
});

const number = fc
  .constantFrom("'0'", "'1'", "'2'", "'3.25'", "'-4.5'", "'x'", "''")
  .map(text => same(`number(${text})`));
const divisor = fc.constantFrom("'2'", "'0.5'", "'-4'", "'0'").map(text => same(`number(${text})`));
const place = fc.constantFrom('1', '2', '3', '1.5', '2.6').map(same);
const text = fc
  .string({ unit: fc.constantFrom('a', 'b', 'ab', ' ', '-', 'é', '1'), maxLength: 5 })
  .map(word => same(`'${word}'`));

const {
  number: numbers,
  text: texts,
  truth,
} = fc.letrec<{ number: Pair; text: Pair; truth: Pair }>(tie => {
  const shaped = (kinds: readonly ('number' | 'text' | 'truth')[], ours: string, theirs = ours) =>
    fc.tuple(...kinds.map(kind => tie(kind))).map(parts => join(ours, parts, theirs));
  const either = (kind: 'number' | 'text' | 'truth') =>
    shaped(['truth', kind, kind], 'if(0, 1, 2)', '(if (0) then 1 else 2)');
  const two = ['number', 'number'] as const;
  const words = ['text', 'text'] as const;
  return {
    number: fc.oneof(
      { maxDepth: 4 },
      number,
      ...['+', '-', '*', 'mod'].map(sign => shaped(two, `(0 ${sign} 1)`)),
      ...['+', '-', '*'].map(sign => shaped(['number', 'number', 'number'], `(0 ${sign} 1 + 2)`)),
      fc.tuple(tie('number'), divisor).map(parts => join('(0 div 1)', parts)),
      ...['-0', 'round(0)', 'floor(0)', 'ceiling(0)', 'abs(0)'].map(shape => shaped(['number'], shape)),
      shaped(['text'], 'number(string-length(0))'),
      either('number'),
    ),
    text: fc.oneof(
      { maxDepth: 4 },
      text,
      ...['concat(0, 1)', 'substring-before(0, 1)', 'substring-after(0, 1)'].map(shape =>
        shaped(words, shape),
      ),
      fc.tuple(tie('text'), place, place).map(parts => join('substring(0, 1, 2)', parts)),
      shaped(['text', 'text', 'text'], 'translate(0, 1, 2)'),
      shaped(['text'], 'normalize-space(0)'),
      shaped(['truth'], 'string(0)'),
      either('text'),
    ),
    truth: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(same('true()'), same('false()')),
      ...['=', '!=', '<', '<=', '>', '>='].map(sign => shaped(two, `(0 ${sign} 1)`)),
      ...['=', '!='].map(sign => shaped(words, `(0 ${sign} 1)`)),
      ...['contains(0, 1)', 'starts-with(0, 1)', 'ends-with(0, 1)'].map(shape => shaped(words, shape)),
      ...['and', 'or'].map(word => shaped(['truth', 'truth'], `(0 ${word} 1)`)),
      shaped(['truth', 'truth', 'truth'], '(0 or 1 and 2)'),
      ...(['truth', 'text', 'number'] as const).map(kind => shaped([kind], 'boolean(0)')),
      shaped(['truth'], 'not(0)'),
      either('truth'),
    ),
  };
});

const theirValue = (xpath: string, node: unknown = null): unknown =>
  evaluateXPath(xpath, node, DOCUMENT, {}, evaluateXPath.ANY_TYPE, {
    language: evaluateXPath.XPATH_3_1_LANGUAGE,
  });

/** No form tells -0 from 0. */
const plain = (value: unknown): unknown => (value === 0 ? 0 : value);

describe('an independent engine computes the same', () => {
  test.each([
    ['numbers', numbers],
    ['texts', texts],
    ['truths', truth],
  ])('of %s', (_, pairs) => {
    const agree = ({ ours, theirs }: Pair) => {
      expect(plain(ask(ours))).toEqual(plain(theirValue(theirs)));
    };
    fc.assert(fc.property(pairs, agree), { numRuns: 400 });
  });
});

/** As much of a document as the engine asks for. */
type Element = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly localName: string;
  readonly namespaceURI: null;
  readonly prefix: null;
  readonly data: string;
  readonly attributes: readonly [];
  parentNode: Element | null;
  childNodes: readonly Element[];
};

const neighbour = (element: Element, by: number): Element | null => {
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings[siblings.indexOf(element) + by] ?? null;
};

/** How the engine walks such a document. */
const DOCUMENT = {
  getAllAttributes: () => [],
  getAttribute: () => null,
  getChildNodes: (element: Element) => [...element.childNodes],
  getData: (element: Element) => element.data,
  getFirstChild: (element: Element) => element.childNodes[0] ?? null,
  getLastChild: (element: Element) => element.childNodes.at(-1) ?? null,
  getNextSibling: (element: Element) => neighbour(element, 1),
  getParentNode: (element: Element) => element.parentNode,
  getPreviousSibling: (element: Element) => neighbour(element, -1),
};

function elementOf(name: string, content: Filled | string, nodeType = 1): Element {
  const none = { namespaceURI: null, prefix: null, attributes: [] as const, parentNode: null };
  const data = typeof content === 'string' ? content : '';
  const element: Element = { ...none, nodeType, nodeName: name, localName: name, data, childNodes: [] };
  if (nodeType !== 3) element.childNodes = childrenOf(content);
  for (const child of element.childNodes) child.parentNode = element;
  return element;
}

function childrenOf(content: Filled | string): Element[] {
  if (typeof content === 'string') return content === '' ? [] : [elementOf('#text', content, 3)];
  return Object.entries(content).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map(each => elementOf(name, each))
      : [elementOf(name, value as Filled | string)],
  );
}

describe('over a filled form with repeats', () => {
  const filled: Filled = {
    desa: 'Suka',
    batas: '2',
    anak: [
      { nama: 'Ani', umur: '7', nilai: [{ angka: '1' }, { angka: '2' }] },
      { nama: 'Budi', umur: '3', nilai: [{ angka: '4' }] },
      { nama: 'Suka', umur: '9', nilai: [{ angka: '8' }] },
    ],
  };
  const document = elementOf('#document', { data: filled }, 9);

  test.each([
    'count(/data/anak)',
    'count(/data/anak/nilai)',
    'sum(/data/anak/nilai/angka)',
    'sum(/data/anak[umur > 5]/nilai/angka)',
    'count(/data/anak[nama = /data/desa])',
    'count(/data/anak[nama = ../desa])',
    'string(/data/anak[2]/nama)',
    'string(/data/anak[last()]/nama)',
    'string(/data/anak[position() = number(/data/batas)]/nama)',
    'string(/data/anak[1 + 1]/nama)',
    'sum(/data/anak[1]/nilai[2]/angka)',
    "count(/data/anak[contains(nama, 'i') and umur < 5])",
    "count(/data/anak[nilai/angka = '4'])",
    "/data/anak/nama = 'Ani'",
    "/data/desa != 'Suka'",
    'max(/data/anak/umur) - min(/data/anak/umur)',
  ])('%s', xpath => {
    expect(ask(xpath, newPaper(filled))).toEqual(theirValue(xpath, document));
  });
});
