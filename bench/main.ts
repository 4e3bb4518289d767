// Prints every figure as one JSON object a line. `npm run bench -- push` measures only what the word names.

import { switchOnTablet, type Tablet } from '../test/journeys/driver/browser.ts';
import * as people from '../test/journeys/driver/people.ts';
import { prepareVenue } from '../test/journeys/driver/venue.ts';
import { measureDrain } from './drain.ts';
import { measureEngine } from './engine.ts';
import { print } from './figure.ts';
import { measureFinalise } from './finalise.ts';
import { measureKioskSize, measurePrecache } from './kiosk-size.ts';
import { measureKioskSpeed } from './kiosk-speed.ts';
import { type BuiltPage, buildPage } from './page-server.ts';
import { measurePushRate } from './push-rate.ts';

const QUESTIONS = {
  size: async () => [...measurePrecache(), ...(await withKiosk(({ page }) => measureKioskSize(page)))],
  speed: () =>
    withKiosk(kiosk =>
      withFloor(floor =>
        measureKioskSpeed(
          { page: kiosk.page, origin: new URL(kiosk.page.url()).origin },
          { page: floor.tablet.page, origin: floor.page.origin },
        ),
      ),
    ),
  finalise: measureFinalise,
  drain: measureDrain,
  engine: measureEngine,
  push: measurePushRate,
};

/** A tablet in a locked kiosk that stands at its first question. */
async function withKiosk<T>(measure: (kiosk: Tablet) => Promise<T>): Promise<T> {
  const venue = await prepareVenue(3);
  try {
    await people.openKiosk(venue.tablet.page);
    await people.begin(venue.tablet.page);
    return await measure(venue.tablet);
  } finally {
    await venue.remove();
  }
}

async function withFloor<T>(measure: (floor: { page: BuiltPage; tablet: Tablet }) => Promise<T>): Promise<T> {
  const page = await buildPage('floor');
  const tablet = await switchOnTablet(page.origin);
  try {
    return await measure({ page, tablet });
  } finally {
    await tablet.remove();
    await page.remove();
  }
}

const asked = process.argv[2];
for (const [name, measure] of Object.entries(QUESTIONS))
  if (!asked || asked === name) for (const one of await measure()) print(one);
