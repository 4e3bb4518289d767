// What befalls devices and the centre, as often as the seed says: crashes, full disks, wiped and copied profiles, restores.
import { type CentreHouse, RESTORES } from '../centre/centre-house.ts';
import { breakConnections, createDisk, evict, OUTBOX, REFERENCE, snapshotOf } from '../device/disk.ts';
import type { Hardware } from '../device/hardware.ts';
import type { Tab } from '../device/tab.ts';
import type { Chance } from '../engine/chance.ts';
import type { Lane } from '../engine/scheduler.ts';
import type { Ledger } from '../invariants/ledger.ts';
import type { Report } from '../report.ts';
import { alterOne, plantTooLarge } from './odd-records.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

const RESTORED = {
  command: 'centre restored by command',
  hand: 'database put back by hand',
  folder: 'data folder put back whole',
} as const;

type Means = { chance: Chance; ledger: Ledger; report: Report };
type Kept = { factory: IDBFactory; acknowledged: Map<never, never> };

/** Between two days of a device, while it is switched off. `clone`: a second device with the same disk begins to live. */
export function createFate(
  { chance, ledger, report }: Means,
  clone: (of: Hardware, disk: IDBFactory) => void,
) {
  const snapshots = new Map<Hardware, Kept>();
  const copyDisk = (hardware: Hardware): Kept => ({
    factory: snapshotOf(hardware.disk),
    acknowledged: new Map(ledger.holdingOf(hardware).acknowledged) as Kept['acknowledged'],
  });

  function putBack(hardware: Hardware, { factory, acknowledged }: Kept): void {
    ledger.giveUp(hardware, 'older profile put back');
    hardware.disk = createDisk(hardware.name, factory);
    ledger.track(hardware, acknowledged);
  }

  return (hardware: Hardware): void => {
    const { build, name } = hardware;
    if (chance.is(0.08)) {
      hardware.clockOff = Math.round((chance.next() - 0.5) * 20 * YEAR_MS);
      report.fault('clock of a device jumps');
    } else if (chance.is(0.3)) hardware.clockOff = 0;
    if (build === 'old' && chance.is(0.2)) hardware.build = 'present';
    else if (build === 'old') report.fault('device of an older build');
    if (chance.is(0.04)) {
      evict(hardware.disk, REFERENCE);
      report.fault('reference data evicted');
    }
    if (chance.is(0.1)) snapshots.set(hardware, copyDisk(hardware));
    const kept = snapshots.get(hardware);
    if (kept && chance.is(0.06)) {
      putBack(hardware, { ...kept, factory: snapshotOf(createDisk(name, kept.factory)) });
      report.fault('older profile put back');
    }
    if (chance.is(0.03)) {
      ledger.checkNoticed(hardware);
      ledger.giveUp(hardware, 'origin wiped');
      hardware.disk = createDisk(name);
      ledger.track(hardware);
      report.fault('origin wiped');
    }
    const waits = ledger.waiting(hardware).length > 0;
    if (chance.is(waits ? 0.1 : 0.01)) {
      const copy = snapshotOf(hardware.disk);
      if (waits && alterOne(copy, chance)) report.fault('record altered under its id');
      clone(hardware, copy);
      report.fault('profile cloned');
    }
    if (chance.is(0.025)) {
      plantTooLarge(hardware.disk.factory, chance);
      report.fault('record too large');
      ledger.look(hardware);
    }
  };
}

/** While a device is switched on. */
export function createTrouble({ chance, report }: Means) {
  return (hardware: Hardware, tab: Tab): void => {
    const { lane } = tab;
    const { disk } = hardware;
    const crashing = (one: Tab, most: number): void =>
      one.lane.doom(chance.whole(1, most), () => {
        report.fault('crash of a tab at a step');
        one.kill();
      });
    if (chance.is(0.35)) crashing(tab, chance.is(0.3) ? 150 : 6000);
    if (chance.is(0.15))
      lane.after(chance.whole(1, 300) * MINUTE_MS, () => {
        if (breakConnections(disk, chance.pick([OUTBOX, OUTBOX, REFERENCE])))
          report.fault('connection to a database broken');
      });
    if (chance.is(0.06))
      lane.after(chance.whole(1, 120) * MINUTE_MS, () => {
        disk.isFull = true;
        report.fault('disk full');
        lane.after(chance.whole(1, 180) * MINUTE_MS, () => {
          disk.isFull = false;
        });
      });
    if (chance.is(0.15))
      lane.after(chance.whole(1, 200) * MINUTE_MS, () => {
        report.fault('second tab');
        const second = hardware.open();
        if (chance.is(0.3)) crashing(second, 500);
        second.lane.queue(() => void second.tablet.start());
        second.lane.after(chance.whole(1, 120) * MINUTE_MS, second.kill);
      });
  };
}

/** The centre's own troubles, one after the other. */
export async function troubleCentre(
  { chance, report, ledger }: Means,
  { house, lane, now }: { house: CentreHouse; lane: Lane; now: () => number },
  until: number,
): Promise<void> {
  const crash = async (): Promise<void> => {
    const process = house.running();
    if (!process) return;
    await new Promise<void>(resolve => {
      process.lane.doom(chance.whole(1, 400), () => {
        house.kill();
        lane.queue(resolve);
      });
    });
    report.fault('crash of the centre at a step');
  };
  const down = async (): Promise<void> => {
    if (house.running()) house.kill();
    report.fault('centre down for a while');
    await lane.sleep(chance.whole(1, 600) * MINUTE_MS);
  };
  const restore = async (): Promise<void> => {
    const backedUpAt = house.backedUpAt();
    // Older than that the devices need not have it any more.
    if (backedUpAt === null || now() - backedUpAt > 20 * DAY_MS) return;
    const how = chance.pick(RESTORES);
    if (house.running()) house.kill();
    const seenAs = house.restore(how);
    ledger.beginAnotherLife(seenAs);
    report.fault(RESTORED[seenAs]);
  };
  while (now() < until) {
    await lane.sleep(chance.next() * 5 * DAY_MS);
    if (chance.is(0.15)) {
      house.clockOff = chance.is(0.5) ? Math.round((chance.next() - 0.5) * 20 * YEAR_MS) : 0;
      report.fault('clock of the centre jumps');
    }
    const mishap = chance.next();
    if (mishap < 0.45) await crash();
    else if (mishap < 0.65) await down();
    else if (mishap < 0.9) await restore();
    if (chance.is(0.2)) {
      report.fault('centre of an older build');
      house.build = 'old';
      await lane.sleep(chance.whole(1, 48) * HOUR_MS);
      house.build = 'present';
    }
    if (!house.running()) {
      await house.restart();
      ledger.checkReceipts();
      ledger.checkAll('anywhere');
    }
  }
  house.clockOff = 0;
}
