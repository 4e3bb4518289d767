// A spreadsheet's day number as ISO text: 46348 is 2026-11-22, 0.5 is 12:00:00.
import type { MomentKind } from './number-format.ts';

const DAY_MS = 86_400_000;
const DAY_S = 86_400;
/** Day 1 is 1900-01-01; Lotus's 1900-02-29, which never was, is day 60, so that later days count from one day before. */
const FEBRUARY_THAT_NEVER_WAS = 60;
const BEFORE_1900 = Date.UTC(1899, 11, 31);
const BEFORE_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31, counted from 1900. */
const LAST_DAY = 2_958_465;
const DAYS_1900_TO_1904 = 1_462;

/** Null where the number is no day that a calendar knows; the cell is then a number after all. */
export function momentText(serial: number, kind: MomentKind, isFrom1904: boolean): string | null {
  if (serial < 0 || serial >= LAST_DAY - (isFrom1904 ? DAYS_1900_TO_1904 : 0)) return null;
  const seconds = Math.round(serial * DAY_S);
  const day = Math.floor(seconds / DAY_S);
  const time = clock(seconds - day * DAY_S);
  if (kind === 'duration') return clock(seconds);
  if (kind === 'time') return time;
  const date = dateText(day, isFrom1904);
  return date === null || kind === 'date' ? date : `${date}T${time}`;
}

/** `08:30:00`; hours go on beyond 24 where the seconds do. */
function clock(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function dateText(day: number, isFrom1904: boolean): string | null {
  if (isFrom1904) return new Date(BEFORE_1904 + day * DAY_MS).toISOString().slice(0, 10);
  if (day === 0 || day === FEBRUARY_THAT_NEVER_WAS) return null;
  const days = day > FEBRUARY_THAT_NEVER_WAS ? day - 1 : day;
  return new Date(BEFORE_1900 + days * DAY_MS).toISOString().slice(0, 10);
}
