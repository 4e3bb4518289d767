// Dates and times: today and now on the wall's clock where the tablet is, what a value's day or moment is, and how it is written.
import type { Scope } from '../../sheet/place.ts';
import type { Call, FunctionTable } from '../function-table.ts';
import { type Moment, readMoment } from '../moment.ts';
import { toNumber } from '../value.ts';
import { writeMoment } from './date-format.ts';

const DAY_MS = 86_400_000;
const NOT_A_NUMBER = Number.NaN;

export const DATES: FunctionTable = {
  today: { arity: [0, 0], run: ({ scope }) => dateText(wallNow(scope)) },
  now: { arity: [0, 0], run: ({ scope }) => dateTimeText(wallNow(scope), scope) },
  date: { arity: [1, 1], run: call => ifMoment(call, dateText) },
  'date-time': { arity: [1, 1], run: call => ifMoment(call, days => dateTimeText(days, call.scope)) },
  'decimal-date-time': { arity: [1, 1], run: call => wallOf(call) ?? NOT_A_NUMBER },
  'decimal-time': { arity: [1, 1], run: decimalTime },
  'format-date': { arity: [2, 2], run: written },
  'format-date-time': { arity: [2, 2], run: written },
};

const wallNow = (scope: Scope): number => {
  const now = scope.now();
  return (now + scope.offsetAt(now) * 60_000) / DAY_MS;
};

function ifMoment(call: Call, write: (days: number) => string): string {
  const days = wallOf(call);
  return days === null ? '' : write(days);
}

/** The first argument as days on this tablet's wall clock: of a moment with an offset of its own the same moment here. */
function wallOf(call: Call): number | null {
  const value = call.value(0);
  const moment = typeof value === 'number' ? null : readMoment(call.text(0).trim());
  if (moment) return moment.hasDate ? hereOf(moment, call.scope) : null;
  const days = toNumber(value);
  return Number.isFinite(days) && Math.abs(days) < 1e8 ? days : null;
}

function hereOf({ days, offset }: Moment, scope: Scope): number {
  if (offset === null) return days;
  const epochMs = Math.round(days * DAY_MS) - offset * 60_000;
  return (epochMs + scope.offsetAt(epochMs) * 60_000) / DAY_MS;
}

/** A fraction of the day; '' has none. */
function decimalTime(call: Call): number {
  const moment = readMoment(call.text(0).trim());
  if (!moment?.hasTime) return NOT_A_NUMBER;
  const days = moment.hasDate ? hereOf(moment, call.scope) : moment.days;
  return days - Math.floor(days);
}

function written(call: Call): string {
  const time = readMoment(call.text(0).trim());
  const days = time && !time.hasDate ? time.days : wallOf(call);
  if (days === null) return '';
  const language = call.scope.language?.() ?? '';
  return writeMoment(wallDate(days), call.text(1), language);
}

/** Its UTC fields are what the wall's clock shows. */
const wallDate = (days: number): Date => new Date(Math.round(days * DAY_MS));

const dateText = (days: number): string => wallDate(days).toISOString().replace(/T.*/, '');

function dateTimeText(days: number, scope: Scope): string {
  const wall = wallDate(days);
  return `${wall.toISOString().slice(0, -1)}${offsetText(scope.offsetAt(wall.getTime() - scope.offsetAt(wall.getTime()) * 60_000))}`;
}

function offsetText(offset: number): string {
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}
