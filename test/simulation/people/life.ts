// The life of one device: days in a drawer, days at a venue, and what befalls it in between.
import { REFERENCE } from '../device/disk.ts';
import { databaseOf } from '../device/fake-databases.ts';
import type { Hardware } from '../device/hardware.ts';
import type { Tab } from '../device/tab.ts';
import type { Chance } from '../engine/chance.ts';
import type { Lane } from '../engine/scheduler.ts';
import type { Ledger } from '../invariants/ledger.ts';
import type { Report } from '../report.ts';
import { passStorageTrouble, spendTime } from './at-the-venue.ts';
import type { Office } from './office.ts';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

export type Home = { unit: string; account: string | null };

export type LifeMeans = {
  lane: Lane;
  chance: Chance;
  hardware: Hardware;
  home: Home;
  ledger: Ledger;
  office: Office;
  report: Report;
  now: () => number;
  /** Between two days, while it is switched off. */
  befall: (hardware: Hardware) => void;
  /** While it is switched on. */
  trouble: (hardware: Hardware, tab: Tab) => void;
};

export async function live(means: LifeMeans, until: number): Promise<void> {
  const { lane, chance, hardware, now, befall } = means;
  while (now() < until) {
    await lane.sleep(chance.next() * 16 * DAY_MS);
    befall(hardware);
    // A crash in the middle of the day: switched on again, or back into the drawer.
    do await spendDay(means);
    while (chance.is(0.4) && now() < until);
  }
}

async function spendDay(means: LifeMeans): Promise<void> {
  const { lane, chance, hardware, report, now } = means;
  const began = now();
  hardware.signal = chance.pick(['none', 'none', 'weak', 'good']);
  const tab = hardware.open();
  means.trouble(hardware, tab);
  const day = handleTablet(means, tab);
  await Promise.race([day, tab.ended]);
  await lane.turn();
  hardware.switchOff();
  report.counts.switchedOnMs += now() - began;
}

async function handleTablet(means: LifeMeans, tab: Tab): Promise<void> {
  const { chance, hardware, ledger, office } = means;
  if (!(await startAndEnrol(means, tab))) return;
  const visit = { hardware, tab, chance, ledger, hand: office.hand };
  await spendTime(visit, chance.whole(1, 8));
  if (chance.is(0.8)) await goHome(means, tab);
}

/** A tablet that will not start is switched off and on again. */
export async function startAndEnrol(means: LifeMeans, tab: Tab, isAnew = false): Promise<boolean> {
  const { hardware, report } = means;
  const started = await tab.tablet.start();
  if (!started.ok) report.note(`${hardware.name} does not start: ${started.problem.code}`);
  if (!started.ok) return false;
  return started.value.enrolment && !isAnew ? enrolAgainIfUnknown(means, tab) : enrol(means, tab);
}

/** The centre says that it does not know this device: a person sees it and enrols it anew. */
export async function enrolAgainIfUnknown(means: LifeMeans, tab: Tab): Promise<boolean> {
  const status = databaseOf(means.hardware.disk.factory, REFERENCE)?.rawObjectStores.get('status');
  const row = status?.records.get('sync')?.value as { state?: { problem?: { code: string } } } | undefined;
  return row?.state?.problem?.code === 'device.unknown' ? enrol(means, tab) : true;
}

async function enrol({ hardware, home, office, report }: LifeMeans, tab: Tab): Promise<boolean> {
  if (hardware.signal === 'none') hardware.signal = 'good';
  const code = await office.enrolmentCode(home.unit, home.account);
  const enrolled = code ? await tab.tablet.enrol(code).catch(passStorageTrouble) : null;
  const problem = enrolled && (enrolled.ok ? '' : JSON.stringify(enrolled.problem));
  report.note(`${hardware.name} enrols ${problem ?? 'in vain'}`);
  return enrolled?.ok ?? false;
}

/** Where there is a signal: whoever looks at it sees it send. */
async function goHome({ chance, hardware }: LifeMeans, tab: Tab): Promise<void> {
  hardware.signal = chance.pick(['weak', 'good']);
  tab.events.dispatchEvent(new Event('online'));
  await tab.lane.sleep(chance.whole(1, 6) * (HOUR_MS / 2));
}
