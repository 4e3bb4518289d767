// I8: the faults end, everybody has a signal, the office mends what it can; then every outbox drains and all agree.
import { type CentreHouse, isUnstorable } from './centre/centre-house.ts';
import { type Hardware, identityOf } from './device/hardware.ts';
import type { Tab } from './device/tab.ts';
import type { Lane, Scheduler } from './engine/scheduler.ts';
import type { Key, Ledger } from './invariants/ledger.ts';
import type { Replicas } from './invariants/replica.ts';
import { checkFigures, checkSums } from './invariants/tallies.ts';
import { enrolAgainIfUnknown, startAndEnrol } from './people/life.ts';
import type { Office } from './people/office.ts';
import { type Report, Violation } from './report.ts';
import type { Inhabitant } from './world.ts';

const HOUR_MS = 3600_000;
const NO_EVENT = '00000000-0000-4000-8000-000000000000';
/** Longer than the longest wait of a record that the centre refused again and again. */
const LONGEST_HOURS = 72;
/** Of a record that the centre could not take: the longest wait of one that waits alone. */
const LONGEST_PARKED_HOURS = 6;

type Means = {
  scheduler: Scheduler;
  house: CentreHouse;
  everyone: readonly Inhabitant[];
  office: Office;
  desk: Lane;
  ledger: Ledger;
  replicas: Replicas;
  report: Report;
};

export async function quieten(means: Means): Promise<void> {
  const { scheduler, house, everyone, office, desk, ledger, report } = means;
  const isHeldBack = (key: Key): boolean => isUnstorable(key) || ledger.isTooLarge(key);
  const queue = (lane: Lane, work: () => Promise<unknown>): void =>
    lane.queue(() => void work().catch(scheduler.stop));
  const hours = async (most: number, isDone = (): boolean => false): Promise<void> => {
    for (let hour = 0; hour < most && !isDone(); hour++) {
      await scheduler.runUntil(scheduler.now() + HOUR_MS);
      for (const { means: life, hardware } of everyone)
        for (const tab of hardware.tabs) queue(tab.lane, () => enrolAgainIfUnknown(life, tab));
    }
  };
  house.clockOff = 0;
  report.note('quiet');
  if (!house.running()) await house.start();
  queue(desk, office.mend);
  await hours(1);
  for (const { hardware, means: life } of everyone) {
    hardware.signal = 'perfect';
    hardware.disk.isFull = false;
    hardware.clockOff = 0;
    const tab = hardware.open();
    queue(tab.lane, async () => {
      const isAnew = house.unmarked.has(identityOf(hardware)?.device ?? '');
      if (await startAndEnrol(life, tab, isAnew)) await finishSomething(tab);
    });
  }
  await hours(1);
  await hours(LONGEST_HOURS, () =>
    everyone.every(({ hardware }) => ledger.waiting(hardware).every(isHeldBack)),
  );
  // I6: all but those that the centre itself could not take have come home meanwhile.
  for (const { hardware } of everyone) checkDrained(hardware, ledger, isHeldBack);
  house.kill();
  house.setUnstorable(false);
  await house.start();
  await hours(LONGEST_PARKED_HOURS);
  queue(desk, office.mend);
  await hours(1);
}

/** A centre whose whole folder was put back is found out by the next push, so that there must be one. */
const finishSomething = (tab: Tab): Promise<void> =>
  tab.tablet.closeOut(NO_EVENT, { attended: 0, responses: 0 });

export function checkEnd({
  house,
  everyone,
  ledger,
  replicas,
}: Pick<Means, 'house' | 'everyone' | 'ledger' | 'replicas'>): void {
  const centre = house.running();
  if (!centre) throw new Error('the centre is down at the end');
  for (const { hardware } of everyone) {
    checkDrained(hardware, ledger, ledger.isTooLarge);
    replicas.checkFresh(hardware);
  }
  ledger.checkAll('centre');
  checkSums(centre.seen);
  checkFigures(centre.seen, ledger);
}

function checkDrained(hardware: Hardware, ledger: Ledger, mayStay: (key: Key) => boolean): void {
  const left = ledger.waiting(hardware).filter(key => !mayStay(key));
  if (left.length > 0)
    throw new Violation(
      'I8',
      `${hardware.name} still holds ${left.length} that nothing holds back: ${left[0]}`,
    );
}
