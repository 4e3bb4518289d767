// The centre under fuzz: its plan, everybody who may call it, and the ids that a caller can name.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { sql } from 'kysely';
import { ROLES, type Role } from '../../src/domain/person/role.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import { hashPassword } from '../../src/server/identity/password.ts';
import { hashSecret, SIGN_IN_COOKIE } from '../../src/server/identity/sign-in.ts';
import { readEpoch } from '../../src/server/store/settings.ts';
import {
  ASSIGNMENT,
  addAccount,
  addPlan,
  addUnits,
  EVENT,
  openTestCentre,
  PARTICIPANTS,
  SESSION,
  type TestCentre,
  UNIT,
} from '../server/test-centre.ts';
import { addDevice, type TestDevice } from '../server/test-device.ts';
import { type Chance, createChance } from './chance.ts';
import type { IdOf } from './from-schema.ts';
import type { Documented } from './requests/plain.ts';

/** Who asks. A person's headers carry a session; a device signs each message by itself. */
export type Caller =
  | { readonly who: 'nobody' }
  | { readonly who: Role; readonly id: string; readonly headers: Record<string, string> }
  | { readonly who: 'device'; readonly device: TestDevice };

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Of kinds that grow while the run goes on, as many ids are kept at hand. */
const IDS_MAX = 40;
/** The centre looks at all of them again after each change at the office: more would only take time. */
const QUARANTINED_MAX = 100;

export async function openWorld(chance: Chance) {
  const folder = mkdtempSync(join(tmpdir(), 'lembar-fuzz-'));
  const path = join(folder, 'lembar.sqlite');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Lembar</title>');
  const centre = await openTestCentre({
    path,
    appFolder: folder,
    newId: createChance(chance.below(2 ** 31)).uuid,
    setupToken: 'a token that nobody was told',
    triesPerMinute: 1e9,
  });
  // Nobody cuts the power here; the tests of durability are elsewhere.
  await sql`pragma synchronous = off`.execute(centre.db);
  await addUnits(centre.db);
  const people = await addPeople(centre);
  await addPassword(centre);
  const supervisor = people.find(({ who }) => who === 'supervisor')?.id ?? '';
  await addPlan(centre.db, supervisor);
  const devices = [
    await addDevice(centre, UNIT.west),
    await addDevice(centre, UNIT.agency),
    await addDevice(centre, UNIT.west, supervisor),
  ];
  const ids = new Map<string, string[]>();
  /** What each device's last push that was taken named as its `next`. */
  const nexts = new Map<string, string>();
  const watcher = new DatabaseSync(path, { readOnly: true });
  const watch = watcher.prepare('pragma data_version');
  const kept = watcher.prepare(
    `select count(*) as n from json_each(?) where value in (select id from raw)
     or value in (select id from raw_conflict)`,
  );

  const world = {
    ...centre,
    people,
    devices,
    callers: [
      { who: 'nobody' },
      ...people,
      ...devices.map(device => ({ who: 'device', device }) as const),
    ] as readonly Caller[],
    idOf: idFrom(ids, chance),
    documented: ((centre.app.swagger() as { paths?: Documented }).paths ?? {}) as Documented,
    epoch: await readEpoch(centre.db),
    /** Enrolment codes that were made and not yet used. */
    codes: [] as string[],
    /** Records sent lately, to be sent again. */
    sent: [] as RecordEnvelope[],
    nexts,
    /** What a device must name now as its nonce: its last push may have been spoiled just there. */
    async noteNext(id: string): Promise<void> {
      const row = await centre.db
        .selectFrom('device')
        .select('nonce')
        .where('id', '=', id)
        .executeTakeFirst();
      if (row?.nonce) nexts.set(id, row.nonce);
    },
    /** Changes with every commit that changed anything. */
    version: (): number => Number(Object.values(watch.get() as object)[0]),
    /** Lets everybody in again: some calls sign out, deactivate or demote who made them, or retire a device. */
    async mend(): Promise<void> {
      await signIn(centre, people);
      await centre.db
        .updateTable('device')
        .set({ retired_at: null, lost_at: null })
        .where(
          'id',
          'in',
          devices.map(({ id }) => id),
        )
        .execute();
      await sql`
        delete from raw where state = 'quarantined'
        and id not in (select id from raw where state = 'quarantined' order by random() limit ${QUARANTINED_MAX})
      `.execute(centre.db);
      await readIds(centre, ids);
    },
    /** How many of these ids lie in the tables, as another process sees them. */
    countKept: (wanted: readonly string[]): number => Number(kept.get(JSON.stringify(wanted)).n),
    async close(): Promise<void> {
      watcher.close();
      await centre.close();
      rmSync(folder, { recursive: true });
    },
  };
  await world.mend();
  return world;
}

type Person = Extract<Caller, { id: string }>;

/** Of each role one in the agency and one in the west. */
async function addPeople({ db }: TestCentre): Promise<Person[]> {
  const people: Person[] = [];
  for (const unit of [UNIT.agency, UNIT.west])
    for (const who of ROLES) {
      const { id, headers } = await addAccount(db, who, unit);
      people.push({ who, id, headers });
    }
  return people;
}

/** Somebody who signs in with what is typed. */
export const CLERK = { username: 'petugas', password: 'sandi yang panjang' };

async function addPassword({ db }: TestCentre): Promise<void> {
  const { id } = await addAccount(db, 'officer', UNIT.west);
  const hashed = await hashPassword(CLERK.password);
  if (!hashed.ok) throw new Error(hashed.problem.code);
  const account = { username: CLERK.username, password_hash: hashed.value };
  await db.updateTable('account').set(account).where('id', '=', id).execute();
}

async function signIn({ db }: TestCentre, people: readonly Person[]): Promise<void> {
  for (const role of ROLES) {
    const ids = people.filter(({ who }) => who === role).map(({ id }) => id);
    await db.updateTable('account').set({ active: 1, role }).where('id', 'in', ids).execute();
  }
  const expires_at = '2026-11-22T15:00:00.000Z';
  const rows = people.map(({ id, headers }) => {
    const token = headers.cookie?.slice(SIGN_IN_COOKIE.length + 1) ?? '';
    return { token_hash: hashSecret(token), account_id: id, expires_at };
  });
  await db
    .insertInto('sign_in')
    .values(rows)
    .onConflict(conflict => conflict.column('token_hash').doNothing())
    .execute();
}

const TABLES = [
  'unit',
  'account',
  'programme',
  'event',
  'session',
  'participant',
  'assignment',
  'device',
  'raw',
] as const;

/** The plan's own first, then the newest. */
async function readIds({ db }: TestCentre, ids: Map<string, string[]>): Promise<void> {
  const planned = [...Object.values(UNIT), ...Object.values(EVENT), ...Object.values(SESSION)];
  const first = new Set([...planned, ...PARTICIPANTS.slice(0, 5), ASSIGNMENT]);
  for (const table of TABLES) {
    const rows = await sql<{ id: string }>`
      select id from ${sql.table(table)} order by rowid desc limit ${IDS_MAX}`.execute(db);
    const known = await db
      .selectFrom(table)
      .select('id')
      .where('id', 'in', [...first])
      .execute();
    ids.set(
      table,
      [...known, ...rows.rows].map(row => row.id),
    );
  }
}

/** Property names that say what they refer to in other words. */
const KINDS: Readonly<Record<string, string>> = { supervisor: 'account', parent: 'unit', replaces: 'raw' };

/** Mostly something that exists and is what the name says; else something of another kind, or nothing. */
function idFrom(ids: ReadonlyMap<string, readonly string[]>, chance: Chance): IdOf {
  return name => {
    const kind = name.replace(/_id$/, '');
    const known = ids.get(KINDS[kind] ?? kind) ?? [];
    if (known.length > 0 && chance.hit(0.85)) return chance.pick(known);
    const others = ids.get(chance.pick(TABLES)) ?? [];
    return others.length > 0 && chance.hit(0.2) ? chance.pick(others) : chance.uuid();
  };
}
