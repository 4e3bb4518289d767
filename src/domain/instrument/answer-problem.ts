// Whether a text is a value of its question: the type's form, the list's codes, the range, the length; no rules of the form.
import { isDay } from '../calendar/day.ts';
import type { Problem } from '../result.ts';
import { type Instrument, type QuestionNode, type QuestionType, TEXT_MAX } from './definition.ts';

export type AnswerProblem = Problem<
  'answer.out_of_range' | 'answer.required' | 'answer.unknown_question' | 'answer.too_long'
>;

/** What computed values and drawn lines may take; answers that people type end at `TEXT_MAX`. */
const COMPUTED_MAX = 20_000;
/** The choice that asks for words, where a question has one (`or_other`). */
export const OTHER = 'other';

/** What is wrong with one answer, or null. Relevance, constraints and filters are the live sheet's matter. */
export function findProblem(
  instrument: Instrument,
  node: QuestionNode,
  answer: string,
): AnswerProblem | null {
  const details = { question: node.code };
  const max = longest(node);
  if (answer.length > max)
    return { code: 'answer.too_long', details: { ...details, max, length: answer.length } };
  return isValue(instrument, node, answer)
    ? null
    : { code: 'answer.out_of_range', details: { ...details, answer: answer.slice(0, 40) } };
}

function longest({ type, max_length }: QuestionNode): number {
  if (type === 'text') return max_length ?? TEXT_MAX;
  return COMPUTED.has(type) ? COMPUTED_MAX : TEXT_MAX;
}

const COMPUTED: ReadonlySet<QuestionType> = new Set([
  'calculate',
  'note',
  'select_multiple',
  'rank',
  'geotrace',
  'geoshape',
]);

function isValue(instrument: Instrument, node: QuestionNode, answer: string): boolean {
  const form = FORMS[node.type];
  if (form) return form(answer);
  if (node.type === 'range') return isNumber(answer) && isWithin(Number(answer), node.parameters);
  if (node.type === 'select_one') return areOffered(instrument, node, [answer]);
  const codes = answer.split(' ');
  return new Set(codes).size === codes.length && areOffered(instrument, node, codes);
}

const INTEGER = /^-?\d{1,15}$/;
const DECIMAL = /^-?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,2})?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
/** No path: what a photo or a file is called on the tablet. */
const FILE_NAME = /^[^/\\\p{Cc}]{1,255}$/u;

const isNumber = (answer: string): boolean => DECIMAL.test(answer) && Number.isFinite(Number(answer));
const isTime = (answer: string): boolean => TIME.test(answer);
const isFileName = (answer: string): boolean => FILE_NAME.test(answer);
const anything = (): boolean => true;

/** Those types whose values need nothing but their own text. */
const FORMS: Partial<Record<QuestionType, (answer: string) => boolean>> = {
  text: anything,
  barcode: anything,
  note: anything,
  calculate: anything,
  integer: answer => INTEGER.test(answer),
  decimal: isNumber,
  date: isDay,
  time: isTime,
  dateTime: answer => isDay(answer.slice(0, 10)) && answer[10] === 'T' && isTime(answer.slice(11)),
  geopoint: isPoint,
  geotrace: areShaped,
  geoshape: areShaped,
  image: isFileName,
  audio: isFileName,
  video: isFileName,
  file: isFileName,
  acknowledge: answer => answer === 'OK',
};

/** Latitude, longitude, then altitude and accuracy where they are known. */
function isPoint(answer: string): boolean {
  const parts = answer.split(' ');
  if (parts.length < 2 || parts.length > 4 || !parts.every(isNumber)) return false;
  return Math.abs(Number(parts[0])) <= 90 && Math.abs(Number(parts[1])) <= 180;
}

function areShaped(answer: string): boolean {
  return answer
    .replace(/;\s*$/, '')
    .split(';')
    .every(point => isPoint(point.trim()));
}

/** Falling ranges (10 to 0) too. A bound that is no number binds nothing. */
function isWithin(value: number, parameters: QuestionNode['parameters']): boolean {
  const [start, end] = [Number(parameters?.start ?? 1), Number(parameters?.end ?? 10)];
  return !(value < Math.min(start, end) || value > Math.max(start, end));
}

/** Of the whole list, whatever a filter would leave of it. A list made of other answers cannot be asked here. */
function areOffered(instrument: Instrument, node: QuestionNode, codes: readonly string[]): boolean {
  if (node.list === undefined || !Object.hasOwn(instrument.lists, node.list)) return true;
  const rows = instrument.lists[node.list] ?? [];
  return codes.every(
    code => rows.some(row => row.code === code) || (node.or_other === true && code === OTHER),
  );
}
