// A centre to test against: two branches of units, an account a role in each, an event with a session and a roster.
import { randomBytes, randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../src/domain/person/role.ts';
import { createApp } from '../../src/server/app.ts';
import type { Centre } from '../../src/server/centre.ts';
import { memoryKeyRing } from '../../src/server/identity/key-ring.ts';
import { hashSecret, SIGN_IN_COOKIE } from '../../src/server/identity/sign-in.ts';
import { openDatabase } from '../../src/server/store/database.ts';
import { insertUnit } from '../../src/server/store/plan/units.ts';

const id = (number: number): string => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;

/** The agency with two branches; WEST has an office below it. */
export const UNIT = { agency: id(1), west: id(2), westOffice: id(3), east: id(4) };
export const EVENT = { west: id(11), east: id(12) };
export const SESSION = { west: id(21), east: id(22) };
/** All of the event in the west. */
export const PARTICIPANTS = Array.from({ length: 20 }, (_, index) => id(100 + index));
export const ASSIGNMENT = id(31);

export type TestCentre = Awaited<ReturnType<typeof openTestCentre>>;

export async function openTestCentre(change: Partial<Centre> & { path?: string } = {}) {
  let now = new Date('2026-11-22T03:04:05.678Z');
  const { path = ':memory:', ...world } = change;
  const db = openDatabase(path);
  const outside = {
    now: () => now,
    newId: () => randomUUID(),
    random: (size: number) => randomBytes(size),
  };
  const centre: Centre = {
    ...outside,
    db,
    keys: memoryKeyRing(outside),
    appFolder: null,
    setupToken: null,
    triesPerMinute: 1000,
    ...world,
  };
  const app = await createApp(centre);
  await app.ready();
  await app.projector.idle();
  return {
    app,
    db,
    centre,
    passMinutes(minutes: number) {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    async close() {
      await app.close();
      await db.destroy();
    },
  };
}

type Db = TestCentre['db'];

export async function addUnits(db: Db): Promise<void> {
  const units = [
    { id: UNIT.agency, parent_id: null, code: '16', name: 'BPSDM' },
    { id: UNIT.west, parent_id: UNIT.agency, code: '16.71', name: 'Bakorwil Barat' },
    { id: UNIT.westOffice, parent_id: UNIT.west, code: '16.71.01', name: 'Kecamatan Ilir' },
    { id: UNIT.east, parent_id: UNIT.agency, code: '16.03', name: 'Bakorwil Timur' },
  ];
  await db.transaction().execute(async trx => {
    for (const unit of units) await insertUnit(trx, { ...unit, demonstration: false });
  });
}

/** An active account with a session; gives the header that shows it. */
export async function addAccount(
  db: Db,
  role: Role,
  unit_id: string,
  change: { id?: string; name?: string } = {},
) {
  const account = {
    id: randomUUID(),
    unit_id,
    role,
    username: randomUUID().slice(0, 8),
    name: `Bapak ${role}`,
  };
  await db
    .insertInto('account')
    .values({ ...account, password_hash: '-', created_at: '2026-01-01', ...change })
    .execute();
  const cookie = randomUUID();
  await db
    .insertInto('sign_in')
    .values({
      token_hash: hashSecret(cookie),
      account_id: change.id ?? account.id,
      expires_at: '2026-11-22T15:00:00.000Z',
    })
    .execute();
  return { ...account, ...change, headers: { cookie: `${SIGN_IN_COOKIE}=${cookie}` } };
}

/** An account of every role in a unit. */
export const addStaff = async (db: Db, unit_id: string) =>
  Object.fromEntries(
    await Promise.all(ROLES.map(async role => [role, await addAccount(db, role, unit_id)])),
  ) as Record<Role, Awaited<ReturnType<typeof addAccount>>>;

/** One programme; an event in the west with 20 people, one of whom is to be observed; an empty event in the east. */
export async function addPlan(db: Db, supervisorId: string): Promise<void> {
  const programme = { id: id(5), unit_id: UNIT.agency, name: 'Pelayanan Prima' };
  await db.insertInto('programme').values(programme).execute();
  for (const side of ['west', 'east'] as const) {
    const days = { starts_on: '2026-11-20', ends_on: '2026-11-22' };
    const survey = { survey_code: 'skm9', survey_version: 1 };
    const event = { id: EVENT[side], programme_id: id(5), unit_id: UNIT[side], name: side, venue: 'Aula' };
    await db
      .insertInto('event')
      .values({ ...event, ...days, ...survey })
      .execute();
    const session = { id: SESSION[side], event_id: EVENT[side], name: 'Pembukaan', day: '2026-11-20' };
    await db
      .insertInto('session')
      .values({ ...session, starts_at: '08:00', ends_at: '10:00' })
      .execute();
  }
  const person = { unit_id: UNIT.west, nip: null, rank: '', position: '', unit_name: '' };
  const people = PARTICIPANTS.map((_, index) => ({
    ...person,
    id: id(200 + index),
    name: `Peserta ${index}`,
  }));
  await db.insertInto('person').values(people).execute();
  await db
    .insertInto('participant')
    .values(
      PARTICIPANTS.map((participant, index) => ({
        id: participant,
        event_id: EVENT.west,
        person_id: id(200 + index),
      })),
    )
    .execute();
  await db
    .insertInto('assignment')
    .values({
      id: ASSIGNMENT,
      event_id: EVENT.west,
      participant_id: PARTICIPANTS[0] ?? '',
      supervisor_id: supervisorId,
      due_on: '2026-12-31',
      instrument_code: 'observasi',
      instrument_version: 1,
    })
    .execute();
}
