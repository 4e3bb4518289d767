// What is done to texts: parts of them, their blanks and letters, digests, and new ids.
import type { Call, FunctionTable } from '../function-table.ts';
import { bytesOfBase64, textOf } from './bytes.ts';
import { digest } from './digest.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const ID_LENGTH_MOST = 1000;

export const TEXTS: FunctionTable = {
  /** From 0; places below it count from the end. */
  substr: { arity: [2, 3], run: substr },
  /** XPath's own: from 1, and a length. */
  substring: { arity: [2, 3], run: substring },
  'substring-before': { arity: [2, 2], run: call => before(call.text(0), call.text(1)) },
  'substring-after': { arity: [2, 2], run: call => after(call.text(0), call.text(1)) },
  'ends-with': { arity: [2, 2], run: call => call.text(0).endsWith(call.text(1)) },
  translate: { arity: [3, 3], run: translate },
  'normalize-space': { arity: [0, 1], run: normalize },
  trim: { arity: [1, 1], run: call => call.text(0).trim() },
  lower: { arity: [1, 1], run: call => call.text(0).toLowerCase() },
  upper: { arity: [1, 1], run: call => call.text(0).toUpperCase() },
  digest: { arity: [2, 3], run: call => digest(call.text(0), call.text(1), call.text(2) || 'base64') },
  'base64-decode': { arity: [1, 1], run: call => decode(call.text(0)) },
  uuid: { arity: [0, 1], run: uuid },
};

function substr(call: Call): string {
  const end = call.count > 2 ? call.number(2) : undefined;
  return call.text(0).slice(call.number(1), end);
}

function substring(call: Call): string {
  const from = Math.round(call.number(1));
  const to = call.count > 2 ? from + Math.round(call.number(2)) : Number.POSITIVE_INFINITY;
  return Array.from(call.text(0))
    .filter((_, index) => index + 1 >= from && index + 1 < to)
    .join('');
}

function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? '' : text.slice(0, at);
}

function after(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? '' : text.slice(at + mark.length);
}

function translate(call: Call): string {
  const [from, to] = [Array.from(call.text(1)), Array.from(call.text(2))];
  return Array.from(call.text(0), letter => {
    const at = from.indexOf(letter);
    return at < 0 ? letter : (to[at] ?? '');
  }).join('');
}

function normalize(call: Call): string {
  const text = call.count > 0 ? call.text(0) : call.scope.place.own();
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

/** '' where it is no base64. */
function decode(text: string): string {
  const bytes = bytesOfBase64(text);
  return bytes ? textOf(bytes) : '';
}

/** Without a length an id as everything here has; with one, so many capital letters and digits. */
function uuid(call: Call): string {
  const { scope } = call;
  if (call.count === 0) return scope.newId();
  const length = Math.min(Math.max(0, Math.trunc(call.number(0)) || 0), ID_LENGTH_MOST);
  return Array.from({ length }, () => LETTERS[Math.floor(scope.random() * LETTERS.length)] ?? '').join('');
}
