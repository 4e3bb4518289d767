// Reads dates and times as forms hold them (ISO 8601): a moment on the wall's clock, as a number of days.

export type Moment = {
  /** From 1970-01-01 as its wall's clock showed it; a time alone is a fraction of the first day. */
  readonly days: number;
  /** Minutes east of UTC; null where it is not written. */
  readonly offset: number | null;
  readonly hasDate: boolean;
  readonly hasTime: boolean;
};

const DATE = String.raw`(\d{4,5})-(\d{1,2})-(\d{1,2})`;
const TIME = String.raw`(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|[+-]\d\d(?::?\d\d)?)?`;
const MOMENT = new RegExp(`^(?:${DATE}(?:[T ]${TIME})?|${TIME})$`);
const DAY_MS = 86_400_000;

/** Null: it is none, or there is no such day or hour. */
export function readMoment(text: string): Moment | null {
  // Most values are short words; this keeps them from the pattern.
  if (text.length < 4 || text.length > 40 || !/^\d/.test(text)) return null;
  const found = MOMENT.exec(text);
  if (!found) return null;
  const [, year, month, day] = found;
  const isTimed = found[4] !== undefined;
  const [hour, minute, second, zone] = found.slice(isTimed ? 4 : 8);
  const date = year === undefined ? 0 : dayNumber(Number(year), Number(month), Number(day));
  const time = hour === undefined ? 0 : dayFraction(Number(hour), Number(minute), Number(second ?? 0));
  if (date === null || time === null) return null;
  const offset = zone === undefined ? null : readOffset(zone);
  return { days: date + time, offset, hasDate: year !== undefined, hasTime: hour !== undefined };
}

function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isThere = date.getUTCDate() === day && date.getUTCMonth() === month - 1;
  return isThere ? date.getTime() / DAY_MS : null;
}

function dayFraction(hour: number, minute: number, second: number): number | null {
  if (hour > 24 || minute > 59 || second >= 61) return null;
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

function readOffset(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}
