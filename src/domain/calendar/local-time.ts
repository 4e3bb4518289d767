// The venue's day and time, as this device's clock and zone tell them.

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-22` */
export function localDay(ms: number): string {
  const time = new Date(ms);
  return `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** `2026-11-22T08:31:04+07:00` */
export function localTime(ms: number): string {
  const time = new Date(ms);
  const offset = -time.getTimezoneOffset();
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
  const zone = `${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${localDay(ms)}T${clock}${offset < 0 ? '-' : '+'}${zone}`;
}
