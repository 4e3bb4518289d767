// Days and times as answers hold them, in parts that may still be missing.

export type DayParts = { year: string; month: string; day: string };

/** Also of a day that is only begun (`-02-`), which the sheet refuses but nobody has to type again. */
export function readDay(value: string): DayParts {
  const match = /^(\d*)-(\d*)-(\d*)/.exec(value);
  const bare = (digits: string | undefined) => (digits ?? '').replace(/^0+(?=\d)/, '');
  return { year: bare(match?.[1]), month: bare(match?.[2]), day: bare(match?.[3]) };
}

/** '' when all are missing. */
export function writeDay({ year, month, day }: DayParts): string {
  if (year === '' && month === '' && day === '') return '';
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export type TimeParts = { hour: string; minute: string };

export function readTime(value: string): TimeParts {
  const match = /^(\d{0,2}):(\d{0,2})/.exec(value);
  return { hour: match?.[1] ?? '', minute: match?.[2] ?? '' };
}

/** `09:30:00.000+07:00`; `offset` in minutes east of UTC. '' when both are missing. */
export function writeTime({ hour, minute }: TimeParts, offset: number): string {
  if (hour === '' && minute === '') return '';
  if (hour === '' || minute === '') return `${hour}:${minute}`;
  const east = Math.abs(offset);
  const zone = `${pad(String(Math.floor(east / 60)), 2)}:${pad(String(east % 60), 2)}`;
  return `${pad(hour, 2)}:${pad(minute, 2)}:00.000${offset < 0 ? '-' : '+'}${zone}`;
}

const pad = (digits: string, length: number): string => (digits === '' ? '' : digits.padStart(length, '0'));

/** Of this device, at that local day and time: an offset may change within the year. */
export function offsetOf(day: DayParts | null, { hour, minute }: TimeParts): number {
  const at = day
    ? new Date(Number(day.year), Number(day.month) - 1, Number(day.day), Number(hour), Number(minute))
    : new Date();
  const east = -at.getTimezoneOffset();
  return Number.isFinite(east) ? east : 0;
}
