// Loads the demonstration agency: plans and people in one transaction, then its records by the road that all records take.
import { addDays } from '../../domain/calendar/day.ts';
import type { World } from '../centre.ts';
import type { KeyRing } from '../identity/key-ring.ts';
import { shipInstruments } from '../instrument/ship.ts';
import { projectWaiting } from '../receive/project.ts';
import { receive } from '../receive/receive.ts';
import type { Database, Trx } from '../store/database.ts';
import { insertAccount } from '../store/people/accounts.ts';
import { insertDevice } from '../store/people/devices.ts';
import { insertEvent } from '../store/plan/events.ts';
import { DEFAULT_OBSERVATION, DEFAULT_SURVEY } from '../store/plan/instruments.ts';
import { insertProgramme } from '../store/plan/programmes.ts';
import { saveSession } from '../store/plan/sessions.ts';
import { insertUnit } from '../store/plan/units.ts';
import { insertAssignment } from '../store/roster/assignments.ts';
import { addParticipant } from '../store/roster/participants.ts';
import { ACCOUNTS, ASSIGNMENTS, EVENTS, PROGRAMME, SESSIONS, UNITS, type UnitKey } from './agency.ts';
import { inventPeople } from './people.ts';
import { type PastEvent, recordsOf } from './records.ts';
import { seeded } from './seeded.ts';

export type DemoWorld = World & {
  readonly db: Database;
  readonly keys: KeyRing;
  readonly instrumentsFolder?: string | undefined;
};

const PARTICIPANTS = 32;
const BATCH = 100;

/** `today` is the day at the venue; every account gets the one password. There must be no demonstration yet. */
export async function loadDemonstration(
  world: DemoWorld,
  today: string,
  passwordHash: string,
): Promise<void> {
  const { db } = world;
  await shipInstruments({ ...world, report });
  // The first versions, which the invented answers fit whatever the agency has made of them since.
  const survey = { code: DEFAULT_SURVEY, version: 1 };
  const sheet = { code: DEFAULT_OBSERVATION, version: 1 };
  const past = await db.transaction().execute(async trx => {
    const units = await addUnits(trx, world);
    const accounts = await addAccounts(trx, world, units, passwordHash);
    const programme = world.newId();
    await insertProgramme(trx, { id: programme, unit_id: idOf(units, 'agency'), name: PROGRAMME });
    const events: PastEvent[] = [];
    for (const [index, plan] of EVENTS.entries())
      events.push(
        await addEvent(trx, world, { plan, programme, unit: idOf(units, plan.unit), survey, today, index }),
      );
    const [first] = events;
    if (!first) throw new Error('The demonstration has no event.');
    const assignments = await addAssignments(trx, world, { event: first, accounts, sheet, today });
    const tablet = await addTablet(trx, world, idOf(units, 'agency'));
    return { event: first, assignments, tablet };
  });
  const records = recordsOf(past.event, past.assignments, { survey, sheet, newId: world.newId });
  const counters = { finalised: records.length, acknowledged: records.length };
  for (let sent = 0; sent < records.length; sent += BATCH) {
    const batch = { records: records.slice(sent, sent + BATCH), counters };
    await receive(world, past.tablet, batch, { road: 'wire', report });
  }
  await projectWaiting({ ...world, report });
}

const report = (error: unknown): never => {
  throw error;
};

type Ids<Key extends string = string> = ReadonlyMap<Key, string>;

function idOf<Key extends string>(ids: Ids<Key>, key: Key): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demonstration has no ${key}.`);
  return id;
}

async function addUnits(trx: Trx, { newId }: DemoWorld): Promise<Ids<UnitKey>> {
  const ids = new Map<UnitKey, string>();
  for (const { key, above, code, name } of UNITS) {
    const id = newId();
    const parent_id = above && idOf(ids, above);
    if (!(await insertUnit(trx, { id, parent_id, code, name, demonstration: true })))
      throw new Error(`Unit code ${code} is in use.`);
    ids.set(key, id);
  }
  return ids;
}

async function addAccounts(
  trx: Trx,
  { newId, now }: DemoWorld,
  units: Ids<UnitKey>,
  password_hash: string,
): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const { unit, ...account } of ACCOUNTS) {
    const id = newId();
    const made = { id, unit_id: idOf(units, unit), password_hash, created_at: now().toISOString() };
    if (!(await insertAccount(trx, { ...account, ...made })))
      throw new Error(`Username ${account.username} is in use.`);
    ids.set(account.username, id);
  }
  return ids;
}

type EventPlan = {
  readonly plan: (typeof EVENTS)[number];
  readonly programme: string;
  readonly unit: string;
  readonly survey: { code: string; version: number };
  readonly today: string;
  readonly index: number;
};

async function addEvent(trx: Trx, { newId }: DemoWorld, event: EventPlan): Promise<PastEvent> {
  const { plan, programme, unit, today, index } = event;
  const id = newId();
  const starts_on = addDays(today, plan.startsIn);
  const { name, venue } = plan;
  const planned = { id, programme_id: programme, unit_id: unit, name, venue, starts_on };
  await insertEvent(trx, { ...planned, ends_on: addDays(starts_on, 1) }, event.survey);
  const sessions = SESSIONS.map(({ day, ...session }) => ({
    id: newId(),
    event_id: id,
    day: addDays(starts_on, day),
    ...session,
  }));
  for (const session of sessions) await saveSession(trx, session, unit);
  const participants: string[] = [];
  for (const row of inventPeople(PARTICIPANTS, seeded(2026 + index))) {
    const { participant } = await addParticipant(trx, { id, unit_id: unit }, row, newId);
    if (participant) participants.push(participant.id);
  }
  return { id, sessions, participants };
}

type Assigning = {
  readonly event: PastEvent;
  readonly accounts: Ids;
  readonly sheet: { code: string; version: number };
  readonly today: string;
};

/** Those that were observed, with the day. */
async function addAssignments(trx: Trx, { newId }: DemoWorld, { event, accounts, sheet, today }: Assigning) {
  const observed: { id: string; day: string }[] = [];
  for (const { participant, supervisor, dueIn, observedIn } of ASSIGNMENTS) {
    const participant_id = event.participants[participant];
    if (!participant_id) continue;
    const id = newId();
    await insertAssignment(trx, {
      id,
      event_id: event.id,
      participant_id,
      supervisor_id: idOf(accounts, supervisor),
      due_on: addDays(today, dueIn),
      instrument_code: sheet.code,
      instrument_version: sheet.version,
    });
    if (observedIn !== null) observed.push({ id, day: addDays(today, observedIn) });
  }
  return observed;
}

/** Stands for the tablet that was at the past event. Nobody holds its key, so nothing can be sent in its name. */
async function addTablet(trx: Trx, { newId, now }: DemoWorld, unit_id: string) {
  const device = { id: newId(), unit_id, account_id: null };
  const enrolled_at = now().toISOString();
  await insertDevice(trx, { ...device, label: 'Tablet contoh', public_key: '{}', enrolled_at });
  return device;
}
