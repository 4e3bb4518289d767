// One running app on a device: the real tablet over this disk, ended in the middle of anything.
import { createTablet } from '../../../src/device/create-tablet.ts';
import type { Tablet } from '../../../src/device/tablet.ts';
import type { Chance } from '../engine/chance.ts';
import type { Lane, Scheduler } from '../engine/scheduler.ts';
import { type Disk, own } from './disk.ts';
import { abandon, type RawConnection } from './fake-databases.ts';

export type Tab = {
  readonly lane: Lane;
  readonly tablet: Tablet;
  /** `online`, `visibilitychange`. */
  readonly events: EventTarget;
  /** Like a battery that is pulled out: what is not committed is gone, nothing of it goes on. */
  kill(): void;
  /** Settles when it was killed. */
  readonly ended: Promise<void>;
};

export type Outside = {
  scheduler: Scheduler;
  chance: Chance;
  clock: () => number;
  fetch: typeof fetch;
};

export function openTab(name: string, disk: Disk, outside: Outside): Tab {
  const { scheduler, chance } = outside;
  const lane = scheduler.lane(name);
  const connections = new Set<RawConnection>();
  const events = new EventTarget();
  const tablet = createTablet({
    clock: outside.clock,
    newId: chance.id,
    random: chance.next,
    fetch: (...args) => (lane.isAlive() ? outside.fetch(...args) : never()),
    schedule: (run, delayMs) => lane.after(delayMs, run),
    locks: disk.locks.of(lane),
    events,
    storage: {
      persist: async () => chance.is(0.5),
      estimate: async () => ({ quota: 2 ** 30, usage: disk.isFull ? 2 ** 30 - 1024 : 2 ** 24 }),
    },
    indexedDB: factoryFor(lane, disk, connections),
  });
  let tellEnded = (): void => {};
  const ended = new Promise<void>(resolve => {
    tellEnded = resolve;
  });
  const kill = (): void => {
    if (!lane.isAlive()) return;
    lane.end();
    for (const connection of connections) {
      abandon(connection);
      connection.close();
    }
    tablet.close();
    disk.locks.release(lane);
    tellEnded();
  };
  return { lane, tablet, events, kill, ended };
}

const never = (): Promise<never> => new Promise(() => {});

/** Opens nothing any more once the tab is dead; an opening under way then ends in a closed connection. */
function factoryFor(lane: Lane, disk: Disk, connections: Set<RawConnection>): IDBFactory {
  const { factory } = disk;
  const open = (...args: Parameters<IDBFactory['open']>): IDBOpenDBRequest => {
    if (!lane.isAlive()) return new EventTarget() as IDBOpenDBRequest;
    const request = factory.open(...args);
    const opened = (): void => {
      const connection = request.result as unknown as RawConnection;
      own(disk, connection._rawDatabase);
      connections.add(connection);
      if (lane.isAlive()) return;
      request.onsuccess = null;
      abandon(connection);
      connection.close();
    };
    request.addEventListener('upgradeneeded', opened);
    request.addEventListener('success', opened);
    return request;
  };
  return {
    open,
    cmp: (a, b) => factory.cmp(a, b),
    databases: () => factory.databases(),
    deleteDatabase: name =>
      lane.isAlive() ? factory.deleteDatabase(name) : (new EventTarget() as IDBOpenDBRequest),
  } as IDBFactory;
}
