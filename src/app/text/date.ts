// Days, times and numbers as a reader of the shown language writes them.
import { localDay } from '../../domain/calendar/local-time.ts';
import { language } from './language.ts';

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const;
const DAY_STYLES = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  short: { day: 'numeric', month: 'long', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(style: keyof typeof DAY_STYLES): Intl.DateTimeFormat {
  const key = `${language()} ${style}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language()], DAY_STYLES[style]);
  formats.set(key, format);
  return format;
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** `2026-11-23` as "Senin, 23 November 2026". */
export const formatDay = (day: string, style: keyof typeof DAY_STYLES = 'full'): string =>
  dayFormat(style).format(noonOf(day));

/** Two days, inclusive, as "23–25 November 2026". */
export const formatDays = (from: string, to: string): string =>
  from === to ? formatDay(from) : dayFormat('long').formatRange(noonOf(from), noonOf(to));

/** `08:30` as "08.30" in Indonesian. */
export const formatTimeOfDay = (time: string): string =>
  language() === 'id' ? time.replace(':', '.') : time;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Time of day on this device, of an instant in epoch ms: "10.42". */
export function formatTime(at: number): string {
  const local = new Date(at);
  return formatTimeOfDay(`${twoDigits(local.getHours())}:${twoDigits(local.getMinutes())}`);
}

/** "10.42" today, "20 November, 10.42" on another day. */
export const formatMoment = (at: number, now: number): string =>
  localDay(at) === localDay(now) ? formatTime(at) : `${formatDay(localDay(at), 'short')}, ${formatTime(at)}`;

/** "hari ini", "kemarin", "12 hari yang lalu". */
export const formatDaysAgo = (days: number): string =>
  new Intl.RelativeTimeFormat(LOCALES[language()], { numeric: 'auto' }).format(-days, 'day');

export const formatNumber = (value: number): string => value.toLocaleString(LOCALES[language()]);

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000);
