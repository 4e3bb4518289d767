// How values turn into one another: XPath 1.0's rules, with dates as day numbers, as the ODK XForms specification has them.
import type { Value } from '../sheet/place.ts';
import { readMoment } from './moment.ts';

/** Of a node-set the first member's text. Numbers never have an exponent, whole ones no decimals. */
export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  return value[0]?.text() ?? '';
}

function numberText(number: number): string {
  const text = String(number === 0 ? 0 : number);
  if (!text.includes('e')) return text;
  if (Number.isInteger(number)) return BigInt(number).toString();
  return number.toFixed(20).replace(/0+$/, '').replace(/\.$/, '').replace(/^-0$/, '0');
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** A date is its day's number from 1970-01-01, with the time of day as its fraction; '' and what is no number are NaN. */
export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = toText(value).trim();
  return NUMBER.test(text) ? Number(text) : (readMoment(text)?.days ?? Number.NaN);
}

/** '' is false and every other text true, "0" and "false" too. A node-set is what its first member is. */
export function toBoolean(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return toText(value) !== '';
}

export function toTexts(value: Value): string[] {
  return typeof value === 'object' ? value.map(member => member.text()) : [toText(value)];
}
