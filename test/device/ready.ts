// An enrolled tablet with some records that wait, and the parts that bring them home, driven by hand.
import 'fake-indexeddb/auto';
import { createOutbox } from '../../src/device/store/outbox.ts';
import { createExchange } from '../../src/device/sync/exchange.ts';
import { reoffer } from '../../src/device/sync/have.ts';
import { createPusher } from '../../src/device/sync/push.ts';
import { type Bench, bench, chance, EVENT, enrolled, person, SESSION } from './fixture.ts';

export async function ready(pending: number, on: Bench = bench()) {
  const tablet = await enrolled(on);
  for (let n = 0; n < pending; n++) await tablet.mark(EVENT, SESSION, person(n), 'present');
  return { ...on, ...roadOf(on), tablet };
}

/** On the databases as they are: after a restart, or another tab. */
export function roadOf(on: Bench) {
  const outbox = createOutbox({ indexedDB: on.indexedDB });
  const { schedule } = on.time;
  const exchange = createExchange({ fetch: on.centre.fetch, crypto, schedule });
  const means = { ...on.surroundings, crypto, outbox, exchange, random: chance(7) };
  const pusher = createPusher(means);
  return { outbox, exchange, pusher, push: () => pusher.pushAll(), reoffer: () => reoffer(means) };
}
