// Places as answers hold them: "latitude longitude altitude accuracy", several divided by semicolons.

export type Point = { lat: string; lon: string; altitude: string; accuracy: string };
export const NOWHERE: Point = { lat: '', lon: '', altitude: '', accuracy: '' };

/** Also of a point that is only begun (`-6.9 `). */
export function readPoint(text: string): Point {
  const [lat = '', lon = '', altitude = '', accuracy = ''] = text.replace(/^_/, '').trim().split(/\s+/);
  return { lat: text.startsWith('_') ? '' : lat, lon: text.startsWith('_') ? lat : lon, altitude, accuracy };
}

/** '' when neither is there. A missing latitude is `_`, which no sheet takes for a place. */
export function writePoint({ lat, lon, altitude, accuracy }: Point): string {
  if (lat === '' && lon === '') return '';
  const known = altitude || accuracy ? ` ${altitude || '0'} ${accuracy || '0'}` : '';
  return `${lat || '_'} ${lon}${lat === '' ? '' : known}`.trim();
}

export const readPoints = (value: string): string[] =>
  value
    .split(';')
    .map(point => point.trim())
    .filter(Boolean);

export const writePoints = (points: readonly string[]): string => points.join('; ');

/** The corners of a shape, whose last point is its first again. */
export function openShape(points: readonly string[]): string[] {
  const isClosed = points.length > 1 && points[0] === points.at(-1);
  return isClosed ? points.slice(0, -1) : [...points];
}

export const closeShape = (corners: readonly string[]): string[] => [...corners, ...corners.slice(0, 1)];
