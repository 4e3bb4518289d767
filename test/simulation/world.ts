// One run: an agency, its centre, its devices and its people through the years, then finite faults and quiet.
import { createCentreHouse } from './centre/centre-house.ts';
import { createDisk } from './device/disk.ts';
import { createHardware, type Hardware, type Kind } from './device/hardware.ts';
import { createChance } from './engine/chance.ts';
import { takeOverGlobals } from './engine/globals.ts';
import { createScheduler } from './engine/scheduler.ts';
import { createLedger } from './invariants/ledger.ts';
import { createReplicas } from './invariants/replica.ts';
import { checkSums } from './invariants/tallies.ts';
import { type Agency, foundAgency } from './people/agency.ts';
import { type Home, type LifeMeans, live } from './people/life.ts';
import { createFate, createTrouble, troubleCentre } from './people/mishaps.ts';
import { createOffice } from './people/office.ts';
import { checkEnd, quieten } from './quiet.ts';
import { createReport, type Report } from './report.ts';
import { createRoad } from './road/road.ts';

const START = Date.parse('2026-11-23T01:00:00Z');
const DAY_MS = 24 * 3600_000;

export type Plan = {
  seed: string;
  devices: number;
  days: number;
  /** Told of every event, or null. */
  trace: ((line: string) => void) | null;
};

export type Inhabitant = { hardware: Hardware; means: LifeMeans; since: number };

export async function simulate(
  { seed, devices: wanted, days, trace }: Plan,
  tell: (report: Report) => void,
): Promise<void> {
  const chance = createChance(seed);
  const scheduler = createScheduler(START, chance.branch('scheduler'));
  const now = scheduler.now;
  const until = START + days * DAY_MS;
  const report = createReport(now, scheduler.steps, trace);
  tell(report);
  takeOverGlobals(scheduler);
  const house = createCentreHouse({ scheduler, chance: chance.branch('centre') });
  try {
    const first = await house.start();
    const founding = foundAgency(first.centre.db, chance.branch('agency'));
    const agency = await scheduler.runUntilSettled(founding);
    house.kill();
    house.setUnstorable(true);
    await house.start();
    const replicas = createReplicas({ house, report });
    const ledger = createLedger({ report, house, now, replicas, fail: scheduler.stop });
    process.on('unhandledRejection', scheduler.stop);
    const road = createRoad({
      scheduler,
      chance: chance.branch('road'),
      house,
      witness: {
        asked: ({ hardware }, question) => {
          report.counts.exchanges += 1;
          ledger.asked(hardware, question);
        },
        answered(question, answer) {
          report.note(`centre ${question.path} ${answer.status}`);
          ledger.answered(question, answer);
          const running = house.running();
          if (running && report.counts.exchanges % 10 === 0) checkSums(running.seen);
        },
        fault: report.fault,
      },
    });
    const desk = scheduler.lane('office');
    const office = createOffice({ lane: desk, chance: chance.branch('office'), house, agency, report, now });
    const means = { chance: chance.branch('mishaps'), ledger, report };
    const everyone: Inhabitant[] = [];

    const bring = (kind: Kind, home: Home, disk?: IDBFactory): Hardware => {
      const name = `${kind} ${everyone.length + 1}`;
      const own = chance.branch(name);
      const hardware = createHardware(name, kind, { scheduler, chance: own, road });
      if (disk) hardware.disk = createDisk(name, disk);
      hardware.build = disk || everyone.length % 3 !== 1 ? 'present' : 'old';
      const life: LifeMeans = {
        lane: scheduler.lane(`life of ${name}`),
        chance: own,
        hardware,
        home,
        ledger,
        office,
        report,
        now,
        befall: createFate(means, (of, disk) => {
          const kept = new Map(ledger.holdingOf(of).acknowledged);
          ledger.track(bring(kind, home, disk), kept);
        }),
        trouble: createTrouble(means),
      };
      everyone.push({ hardware, since: now(), means: life });
      ledger.track(hardware);
      life.lane.queue(() => void live(life, until).catch(scheduler.stop));
      return hardware;
    };

    for (let n = 0; n < wanted; n++) bring(...kindAndHome(agency, n));
    desk.queue(() => void office.work(until).catch(scheduler.stop));
    const misfortune = scheduler.lane('misfortune');
    misfortune.queue(
      () => void troubleCentre(means, { house, lane: misfortune, now }, until).catch(scheduler.stop),
    );

    await scheduler.runUntil(until);
    report.counts.deviceMs = everyone.reduce((sum, { since }) => sum + until - since, 0);
    await scheduler.runUntil(until + 12 * DAY_MS);
    await quieten({ scheduler, house, everyone, office, desk, ledger, replicas, report });
    checkEnd({ house, everyone, ledger, replicas });
  } finally {
    house.remove();
  }
}

function kindAndHome({ units, supervisors }: Agency, n: number): [Kind, Home] {
  if (n % 4 === 3) {
    const account = supervisors[(n >> 2) % supervisors.length];
    return ['phone', { unit: units[(n >> 2) % 2]?.id ?? '', account: account?.id ?? null }];
  }
  return ['tablet', { unit: units[n % units.length]?.id ?? '', account: null }];
}
