// Areas and lengths on the ground, of points, lines and shapes as forms hold them: `lat lon alt acc; …`.
import type { Call, FunctionTable } from '../function-table.ts';

const MANY = Number.POSITIVE_INFINITY;
/** Metres at the equator, as JavaRosa has it. */
const EARTH_RADIUS = 6_378_100;

export const GEO: FunctionTable = {
  /** Square metres. */
  area: { arity: [1, MANY], sets: true, run: call => hundredths(areaOf(pointsOf(call))) },
  'enclosed-area': { arity: [1, MANY], sets: true, run: call => hundredths(areaOf(pointsOf(call))) },
  /** Metres along the points in their order. */
  distance: { arity: [1, MANY], sets: true, run: call => hundredths(lengthOf(pointsOf(call))) },
};

type Point = { readonly latitude: number; readonly longitude: number };

function pointsOf(call: Call): readonly Point[] | null {
  const texts = call.rest(0).flatMap(text => text.split(';'));
  const points = texts.filter(text => text.trim() !== '').map(pointOf);
  return points.every(point => point !== null) ? points : null;
}

function pointOf(text: string): Point | null {
  const [latitude, longitude] = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (latitude === undefined || longitude === undefined) return null;
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
}

/** Chamberlain and Duquette, "Some algorithms for polygons on a sphere" (2007). Closed or not, the last point meets the first. */
function areaOf(points: readonly Point[] | null): number {
  if (!points) return Number.NaN;
  if (points.length < 3) return 0;
  const excess = points.reduce((sum, point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    const heights = 2 + Math.sin(radians(point.latitude)) + Math.sin(radians(next.latitude));
    return sum + radians(next.longitude - point.longitude) * heights;
  }, 0);
  return Math.abs((excess * EARTH_RADIUS ** 2) / 2);
}

function lengthOf(points: readonly Point[] | null): number {
  if (!points) return Number.NaN;
  return points.reduce((sum, point, index) => sum + between(points[index - 1] ?? point, point), 0);
}

/** The haversine formula. */
function between(from: Point, to: Point): number {
  const [latitude, longitude] = [
    radians(to.latitude - from.latitude) / 2,
    radians(to.longitude - from.longitude) / 2,
  ];
  const slope = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const half = Math.sin(latitude) ** 2 + slope * Math.sin(longitude) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, half)));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const hundredths = (metres: number): number => Math.round(metres * 100) / 100;
