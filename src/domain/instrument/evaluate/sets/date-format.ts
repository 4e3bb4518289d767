// Writes a moment by a pattern of ODK's signs (`%d %b %Y`); months and days are named in the form's language where we know it.

type Names = { readonly months: readonly string[]; readonly days: readonly string[] };

const ENGLISH: Names = {
  months: 'January February March April May June July August September October November December'.split(' '),
  days: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
};
const INDONESIAN: Names = {
  months: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  days: 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' '),
};

/** The UTC fields of `wall` are written. A sign that is not known stays as it is. */
export function writeMoment(wall: Date, pattern: string, language: string): string {
  const names = /^(?:id|ind|in)\b/i.test(language) ? INDONESIAN : ENGLISH;
  return pattern.replace(/%(.)/g, (whole, sign: string) => SIGNS[sign]?.(wall, names) ?? whole);
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');
const month = (wall: Date, { months }: Names): string => months[wall.getUTCMonth()] ?? '';
const day = (wall: Date, { days }: Names): string => days[wall.getUTCDay()] ?? '';

const SIGNS: Readonly<Record<string, (wall: Date, names: Names) => string>> = {
  Y: wall => padded(wall.getUTCFullYear(), 4),
  y: wall => padded(wall.getUTCFullYear() % 100, 2),
  m: wall => padded(wall.getUTCMonth() + 1, 2),
  n: wall => String(wall.getUTCMonth() + 1),
  B: month,
  b: (wall, names) => month(wall, names).slice(0, 3),
  d: wall => padded(wall.getUTCDate(), 2),
  e: wall => String(wall.getUTCDate()),
  A: day,
  a: (wall, names) => day(wall, names).slice(0, 3),
  H: wall => padded(wall.getUTCHours(), 2),
  h: wall => String(wall.getUTCHours()),
  M: wall => padded(wall.getUTCMinutes(), 2),
  S: wall => padded(wall.getUTCSeconds(), 2),
  3: wall => padded(wall.getUTCMilliseconds(), 3),
  W: wall => String(weekOf(wall)),
  '%': () => '%',
};

/** The week of its year as ISO 8601 counts: the one with the year's first Thursday is the first. */
function weekOf(wall: Date): number {
  const thursday = new Date(wall);
  thursday.setUTCDate(wall.getUTCDate() - ((wall.getUTCDay() + 6) % 7) + 3);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - first) / 604_800_000);
}
