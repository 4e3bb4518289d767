// The office through the years: plans events, keeps rosters, moves things between units, retires devices, mends what it can.
import { observation } from '../../../src/domain/instrument/shipped/observation.ts';
import { skm9 } from '../../../src/domain/instrument/shipped/skm9.ts';
import { instrumentKey } from '../../../src/protocol/feed.ts';
import { BATCH_FILE_MEDIA } from '../../../src/protocol/limits.ts';
import type { Device, DeviceState } from '../../../src/protocol/office/device.ts';
import { SIGN_IN_COOKIE } from '../../../src/server/identity/sign-in.ts';
import type { Trx } from '../../../src/server/store/database.ts';
import { PUBLIC_SCOPE, publish, unitScope } from '../../../src/server/store/feed.ts';
import type { CentreHouse } from '../centre/centre-house.ts';
import type { Chance } from '../engine/chance.ts';
import type { Lane } from '../engine/scheduler.ts';
import type { Mishap, Report } from '../report.ts';
import type { Agency } from './agency.ts';

const DAY_MS = 24 * 3600_000;
const MINUTE_MS = 60_000;

export type Office = {
  /** Does one thing after the other until told to stop. */
  work(until: number): Promise<void>;
  /** A code for a unit's tablet or a supervisor's phone; null while the centre cannot be reached. */
  enrolmentCode(unitId: string, accountId: string | null): Promise<string | null>;
  /** Whoever brings a stick. */
  hand(file: Uint8Array): void;
  /** Puts everything back where it belongs and looks at the quarantine once more. */
  mend(): Promise<void>;
  devices(): Promise<Device[]>;
};

type Means = {
  lane: Lane;
  chance: Chance;
  house: CentreHouse;
  agency: Agency;
  report: Report;
  now: () => number;
};

export function createOffice({ lane, chance, house, agency, report, now }: Means): Office {
  const events: { id: string; unit_id: string; home: string; starts_on: string }[] = [];
  const moved = new Map<string, { id: string; home: string }>();
  let files: Uint8Array[] = [];
  let planned = 0;

  /** Null where the centre does not answer; what it refuses is its business. */
  function call<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    media?: string,
  ): Promise<T | null> {
    return new Promise(resolve => {
      const process = house.running();
      if (!process) return lane.queue(() => resolve(null));
      const headers: Record<string, string> = { cookie: `${SIGN_IN_COOKIE}=${agency.operator.cookie}` };
      if (body !== undefined) headers['content-type'] = media ?? 'application/json';
      const bytes =
        body === undefined ? null : media ? (body as Uint8Array) : Buffer.from(JSON.stringify(body));
      process.ask({ method, path: `/api/v1${path}`, headers, body: bytes }, answer =>
        lane.queue(() => {
          const said = Buffer.from(answer.body).toString();
          report.note(`office ${method} ${path.replace(/[0-9a-f-]{36}/g, 'ID')} ${answer.status}`);
          resolve(answer.status < 300 ? ((said ? JSON.parse(said) : {}) as T) : null);
        }),
      );
      lane.after(5 * MINUTE_MS, () => resolve(null));
    });
  }

  /** What has no page yet: written as the centre itself would, in one transaction. */
  async function write(work: (trx: Trx) => Promise<void>): Promise<boolean> {
    const process = house.running();
    if (!process) return false;
    const done = await new Promise<boolean>(resolve => {
      process.lane.queue(() => {
        process.centre.db
          .transaction()
          .execute(work)
          .then(
            () => lane.queue(() => resolve(true)),
            () => lane.queue(() => resolve(false)),
          );
      });
      lane.after(5 * MINUTE_MS, () => resolve(false));
    });
    return done;
  }

  const did = (what: Mishap): void => report.fault(what);
  const day = (inDays: number): string => new Date(now() + inDays * DAY_MS).toISOString().slice(0, 10);

  async function planEvent(): Promise<void> {
    const unit = chance.pick(agency.units);
    const [starts_on, ends_on] = [day(chance.whole(0, 3)), day(chance.whole(4, 6))];
    const name = `Angkatan ${++planned}`;
    const made = await call<{ event: { id: string } }>('POST', '/events', {
      programme_id: agency.programme,
      unit_id: unit.id,
      name,
      venue: 'Balai Desa',
      starts_on,
      ends_on,
    });
    if (!made) return;
    const { id } = made.event;
    events.push({ id, unit_id: unit.id, home: unit.id, starts_on });
    for (let session = chance.whole(1, 2); session > 0; session--)
      await call('POST', `/events/${id}/sessions`, {
        name: `Sesi ${session}`,
        day: starts_on,
        starts_at: `0${7 + session}:00`,
        ends_at: `1${session}:30`,
      });
    for (let person = chance.whole(3, 9); person > 0; person--) await addParticipant(id);
  }

  async function addParticipant(event: string): Promise<void> {
    const person = {
      name: `Peserta ${chance.id().slice(0, 8)}`,
      nip: '',
      rank: 'III/b',
      position: 'Analis',
      unit_name: 'Dinas',
    };
    const added = await call<{ id: string }>('POST', `/events/${event}/participants`, person);
    if (!added || !chance.is(0.4)) return;
    await call('POST', `/events/${event}/assignments`, {
      participant_id: added.id,
      supervisor_id: chance.pick(agency.supervisors).id,
      due_on: day(chance.whole(10, 60)),
    });
  }

  const recent = () => events.slice(-8);

  async function changeEvent(): Promise<void> {
    const event = recent().length > 0 ? chance.pick(recent()) : null;
    if (!event) return;
    if (chance.is(0.5)) return addParticipant(event.id);
    const name = `Angkatan ganti ${++planned}`;
    await call('PATCH', `/events/${event.id}`, {
      name,
      venue: 'Aula',
      starts_on: event.starts_on,
      ends_on: day(9),
    });
  }

  async function dropParticipant(): Promise<void> {
    const event = recent().length > 0 ? chance.pick(recent()) : null;
    if (!event) return;
    const list = await call<{ participants: { id: string }[] }>('GET', `/events/${event.id}/participants`);
    if (list && list.participants.length > 0)
      await call('DELETE', `/participants/${chance.pick(list.participants).id}`);
  }

  async function moveEvent(): Promise<void> {
    const event = recent().length > 0 ? chance.pick(recent()) : null;
    if (!event) return;
    const to = event.unit_id === event.home ? chance.pick(agency.units).id : event.home;
    if (await write(trx => takeEventTo(trx, event.id, to))) {
      event.unit_id = to;
      did('event moved to another unit');
    }
  }

  async function moveDevice(): Promise<void> {
    const device = chance.pick(await devices());
    if (!device) return;
    const home = moved.get(device.id)?.home ?? device.unit_id;
    const to = device.unit_id === home ? chance.pick(agency.units).id : home;
    moved.set(device.id, { id: device.id, home });
    if (await write(trx => takeDeviceTo(trx, device.id, to))) did('device moved to another unit');
  }

  async function changeState(): Promise<void> {
    const all = await devices();
    const away = all.filter(device => device.state !== 'active');
    const isFinding = away.length > 0 && (away.length > 1 || chance.is(0.6));
    const device = chance.pick(isFinding ? away : all);
    if (!device) return;
    const state: DeviceState = isFinding ? 'active' : chance.pick(['retired', 'lost']);
    await call('POST', `/devices/${device.id}/state`, { state });
    did(state === 'active' ? 'device found again' : state === 'lost' ? 'device lost' : 'device retired');
  }

  async function publishVersion(): Promise<void> {
    const shipped = chance.pick([skm9, observation]);
    const done = await write(async trx => {
      const { version } = await trx
        .selectFrom('instrument')
        .select(select => select.fn.max('version').as('version'))
        .where('code', '=', shipped.code)
        .executeTakeFirstOrThrow();
      const next = { ...shipped, version: version + 1 };
      const row = { code: next.code, version: next.version, definition: JSON.stringify(next) };
      await trx.insertInto('instrument').values(row).execute();
      await publish(trx, PUBLIC_SCOPE, 'instrument', instrumentKey(next.code, next.version), next);
    });
    if (done) did('new version of an instrument');
  }

  async function retryQuarantine(): Promise<void> {
    if (await call('POST', '/quarantine/retry', {})) did('quarantine retried');
  }

  async function takeIn(): Promise<void> {
    const file = files.shift();
    if (!file) return;
    if (await call('POST', '/take-in', file, BATCH_FILE_MEDIA)) did('file taken in');
    // Somebody finds the stick again.
    if (chance.is(0.5)) files.push(file);
  }

  async function devices(): Promise<Device[]> {
    return (await call<{ devices: Device[] }>('GET', '/devices'))?.devices ?? [];
  }

  const duties: [weight: number, duty: () => Promise<void>][] = [
    [5, planEvent],
    [4, changeEvent],
    [1, dropParticipant],
    [1, moveEvent],
    [1, moveDevice],
    [2, changeState],
    [0.8, publishVersion],
    [1, retryQuarantine],
    [3, takeIn],
    [
      0.8,
      async () => {
        house.keys.rotate();
        did('key rotated');
      },
    ],
    [
      3,
      async () => {
        if (house.running()) house.backUp();
      },
    ],
  ];
  const total = duties.reduce((sum, [weight]) => sum + weight, 0);

  function drawDuty(): () => Promise<void> {
    let left = chance.next() * total;
    for (const [weight, duty] of duties) {
      left -= weight;
      if (left <= 0) return duty;
    }
    return planEvent;
  }

  return {
    async work(until) {
      for (let n = 0; n < 4; n++) await planEvent();
      while (now() < until) {
        await drawDuty()();
        await lane.sleep(chance.whole(2, 40) * 3600_000);
      }
    },
    async enrolmentCode(unit_id, account_id) {
      const made = await call<{ code: string }>('POST', '/enrolment-codes', { unit_id, account_id });
      return made?.code ?? null;
    },
    hand: file => void files.push(file),
    async mend() {
      for (const { id, home } of events) await write(trx => takeEventTo(trx, id, home));
      for (const { id, home } of moved.values()) await write(trx => takeDeviceTo(trx, id, home));
      for (const { id, state } of await devices())
        if (state !== 'active') await call('POST', `/devices/${id}/state`, { state: 'active' });
      for (const file of files) await call('POST', '/take-in', file, BATCH_FILE_MEDIA);
      files = [];
      await call('POST', '/quarantine/retry', {});
    },
    devices,
  };
}

/** With all that hangs on it: the tablets of one unit lose it, those of the other see it. */
async function takeEventTo(trx: Trx, id: string, unit: string): Promise<void> {
  const event = await trx.selectFrom('event').select('unit_id').where('id', '=', id).executeTakeFirst();
  if (!event || event.unit_id === unit) return;
  const kinds = ['event', 'session', 'participant', 'assignment'] as const;
  const rows = await trx
    .selectFrom('feed')
    .selectAll()
    .where('scope', '=', unitScope(event.unit_id))
    .where('kind', 'in', kinds)
    .where('body', 'is not', null)
    .execute();
  await trx.updateTable('event').set({ unit_id: unit }).where('id', '=', id).execute();
  for (const row of rows) {
    const body = JSON.parse(row.body ?? 'null');
    if (row.id !== id && body.event_id !== id) continue;
    await publish(trx, unitScope(event.unit_id), row.kind, row.id, null);
    await publish(
      trx,
      unitScope(unit),
      row.kind,
      row.id,
      row.kind === 'event' ? { ...body, unit_id: unit } : body,
    );
  }
}

async function takeDeviceTo(trx: Trx, id: string, unit_id: string): Promise<void> {
  await trx.updateTable('device').set({ unit_id }).where('id', '=', id).execute();
}
