// Asks the device where it is.
import { accepted, type Problem, type Result, refused } from '../../../../domain/result.ts';
import type { Point } from './place-text.ts';

export type NoPlace = Problem<'place.refused' | 'place.unknown' | 'place.unable'>;

const PATIENCE_MS = 30_000;

export function locate(): Promise<Result<Point, NoPlace>> {
  return new Promise(resolve => {
    if (!navigator.geolocation) return resolve(refused('place.unable'));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(accepted(toPoint(coords))),
      error => resolve(refused(error.code === error.PERMISSION_DENIED ? 'place.refused' : 'place.unknown')),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    );
  });
}

/** To a hundred-thousandth of a degree: about a metre. */
const toPoint = (coords: GeolocationCoordinates): Point => ({
  lat: coords.latitude.toFixed(5),
  lon: coords.longitude.toFixed(5),
  altitude: (coords.altitude ?? 0).toFixed(1),
  accuracy: coords.accuracy.toFixed(1),
});
