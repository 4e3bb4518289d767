// How long a record waits that failed by itself.
import { expect, test } from 'vitest';
import { createParking } from '../../src/device/sync/parking.ts';
import { NOON } from './fixture.ts';

const HOUR = 3600_000;

test.each([
  ['at once', 0, true],
  ['a minute later', 60_000, true],
  ['an hour later', HOUR, false],
  ['with a clock set back by an hour', -HOUR, false],
  ['with a clock set back by ten years', -10 * 365 * 24 * HOUR, false],
  ['with a clock set forward by ten years', 10 * 365 * 24 * HOUR, false],
])('%s', (_, laterMs, isParked) => {
  let now = NOON;
  const parking = createParking({ clock: () => now, random: () => 0.5 });
  parking.parkLong('a');
  now += laterMs;
  expect(parking.isParked('a')).toBe(isParked);
});
