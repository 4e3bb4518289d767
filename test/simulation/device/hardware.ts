// A device as a thing: its disk, its clock, its signal, and the app that is open on it.
import type { Chance } from '../engine/chance.ts';
import type { Lane, Scheduler } from '../engine/scheduler.ts';
import type { Road, Signal } from '../road/road.ts';
import { createDisk, type Disk, OUTBOX } from './disk.ts';
import { rowOf } from './fake-databases.ts';
import { openTab, type Tab } from './tab.ts';

export type Kind = 'tablet' | 'phone';

export type Hardware = {
  readonly name: string;
  readonly kind: Kind;
  readonly chance: Chance;
  disk: Disk;
  /** ms by which its clock is wrong. */
  clockOff: number;
  signal: Signal;
  build: 'present' | 'old';
  readonly tabs: Set<Tab>;
  /** Opens the app once more over the same disk. */
  open(): Tab;
  /** The battery is out. */
  switchOff(): void;
};

export type HardwareMeans = { scheduler: Scheduler; chance: Chance; road: Road };

export function createHardware(
  name: string,
  kind: Kind,
  { scheduler, chance, road }: HardwareMeans,
): Hardware {
  const hardware: Hardware = {
    name,
    kind,
    chance,
    disk: createDisk(name),
    clockOff: 0,
    signal: 'none',
    build: 'present',
    tabs: new Set(),
    open() {
      let lane: Lane | null = null;
      const traveller = {
        name,
        get lane(): Lane {
          return lane as Lane;
        },
        hardware,
        signal: () => hardware.signal,
      };
      const clock = (): number => scheduler.now() + hardware.clockOff;
      const fetch = road.fetchFor(traveller);
      const tab = openTab(name, hardware.disk, { scheduler, chance, clock, fetch });
      lane = tab.lane;
      hardware.tabs.add(tab);
      return tab;
    },
    switchOff() {
      for (const tab of hardware.tabs) tab.kill();
      hardware.tabs.clear();
    },
  };
  return hardware;
}

/** One of the things that the outbox keeps one of a kind. */
export const localOf = <T>(hardware: Hardware, key: string): T | null =>
  rowOf<{ value: T }>(hardware.disk.factory, OUTBOX, 'local', key)?.value ?? null;

export type KnownIdentity = {
  device: string;
  unit: { id: string };
  account: { id: string } | null;
  keys: CryptoKeyPair;
};

export const identityOf = (hardware: Hardware): KnownIdentity | null =>
  localOf<KnownIdentity>(hardware, 'identity');
