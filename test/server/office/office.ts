// An office to test in: a centre in memory with two units side by side, an account a role, and records as tablets send them.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Mark } from '../../../src/domain/attendance/mark.ts';
import type { Role } from '../../../src/domain/person/role.ts';
import { createApp } from '../../../src/server/app.ts';
import { memoryKeyRing } from '../../../src/server/identity/key-ring.ts';
import { hashSecret, SIGN_IN_COOKIE } from '../../../src/server/identity/sign-in.ts';
import { projectWaiting } from '../../../src/server/receive/project.ts';
import { receive } from '../../../src/server/receive/receive.ts';
import { openDatabase } from '../../../src/server/store/database.ts';
import { insertUnit } from '../../../src/server/store/plan/units.ts';

export const AGENCY = '10000000-0000-4000-8000-000000000000';
export const NORTH = '20000000-0000-4000-8000-000000000000';
export const SOUTH = '30000000-0000-4000-8000-000000000000';
const NOW = new Date('2026-11-22T03:00:00Z');

type Sent = { version?: number; day?: string; at?: string; replaces?: string };

export type Office = Awaited<ReturnType<typeof openOffice>>;

/** Accounts `officer`, `facilitator` and so on belong to NORTH, `operator` to the agency above, `stranger` to SOUTH. */
export async function openOffice() {
  const db = openDatabase(':memory:');
  const centre = {
    db,
    now: () => NOW,
    newId: () => randomUUID(),
    random: (size: number) => randomBytes(size),
    keys: memoryKeyRing({ now: () => NOW, random: size => randomBytes(size) }),
    appFolder: null,
    setupToken: null,
    triesPerMinute: 1000,
  };
  const app = await createApp(centre);
  await app.ready();
  await db.transaction().execute(async trx => {
    const unit = { parent_id: AGENCY, demonstration: false };
    await insertUnit(trx, { ...unit, id: AGENCY, parent_id: null, code: '16', name: 'BPSDM' });
    await insertUnit(trx, { ...unit, id: NORTH, code: '16.71', name: 'Bakorwil Utara' });
    await insertUnit(trx, { ...unit, id: SOUTH, code: '16.03', name: 'Bakorwil Selatan' });
  });
  const device = randomUUID();
  await db
    .insertInto('device')
    .values({ id: device, label: 'T1', unit_id: AGENCY, account_id: null, public_key: '{}', enrolled_at: '' })
    .execute();

  const cookies = new Map<string, { id: string; cookie: string }>();
  const enter = async (name: string, role: Role, unit_id: string) => {
    const [id, cookie] = [randomUUID(), randomUUID()];
    const account = { id, unit_id, role, username: name, name, password_hash: '-', created_at: '' };
    await db.insertInto('account').values(account).execute();
    const signIn = { token_hash: hashSecret(cookie), account_id: id, expires_at: '2027' };
    await db.insertInto('sign_in').values(signIn).execute();
    cookies.set(name, { id, cookie });
  };
  await enter('operator', 'operator', AGENCY);
  for (const role of ['officer', 'facilitator', 'supervisor'] as const) await enter(role, role, NORTH);
  await enter('stranger', 'officer', SOUTH);

  /** One call to the API; `body` as JSON, or as it is where `media` is given. */
  async function call(
    who: string,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    media?: string,
  ) {
    const reply = await app.inject({
      method,
      url: `/api/v1${path}`,
      cookies: { [SIGN_IN_COOKIE]: cookies.get(who)?.cookie ?? '' },
      headers: body === undefined ? {} : { 'content-type': media ?? 'application/json' },
      ...(body === undefined ? {} : { payload: media ? (body as Buffer) : JSON.stringify(body) }),
    });
    const isJson = /json/.test(String(reply.headers['content-type']));
    return { status: reply.statusCode, headers: reply.headers, body: isJson ? reply.json() : reply.body };
  }

  /** Calls that must work; gives the body. */
  async function must(...args: Parameters<typeof call>) {
    const { status, body } = await call(...args);
    if (status >= 300) throw new Error(`${args[1]} ${args[2]}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  const signedIn = (who: string) => ({ cookie: `${SIGN_IN_COOKIE}=${cookies.get(who)?.cookie ?? ''}` });
  const idOf = (who: string): string => cookies.get(who)?.id ?? '';

  async function send(kind: 'mark' | 'submission' | 'attachment', content: object, envelope: object = {}) {
    const bytes = Buffer.from(JSON.stringify(content));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const record = { id: randomUUID(), kind, bytes: bytes.toString('base64'), sha256, ...envelope };
    const report = (error: unknown) => {
      throw error;
    };
    const sender = { id: device, unit_id: AGENCY, account_id: null };
    const batch = { records: [record], counters: { finalised: 1, acknowledged: 0 } };
    const received = await receive(centre, sender, batch, { road: 'wire', report });
    await projectWaiting({ ...centre, report });
    return { id: record.id, result: received.ok ? received.value[0] : undefined };
  }

  const at = '2026-11-22T10:00:00+07:00';
  const mark = (event_id: string, session_id: string, participant_id: string, as: Mark, replaces?: string) =>
    send('mark', { event_id, session_id, participant_id, mark: as, at }, replaces ? { replaces } : {});
  const answer = (event_id: string, answers: object) =>
    send(
      'submission',
      { event_id, assignment_id: null, day: '2026-11-22', at: null, answers },
      { form: 'skm9', version: 1 },
    );
  const observe = (event_id: string, assignment_id: string, answers: object) =>
    send(
      'submission',
      { event_id, assignment_id, day: '2026-11-22', at, answers },
      { form: 'observasi', version: 1 },
    );

  /** What devices of a scope would be told now: key of each row, null where it is a tombstone. */
  const feed = async (scope: string): Promise<Record<string, Record<string, unknown> | null>> => {
    const rows = await db
      .selectFrom('feed')
      .selectAll()
      .where('scope', '=', scope)
      .orderBy('version')
      .execute();
    return Object.fromEntries(rows.map(({ kind, id, body }) => [`${kind} ${id}`, body && JSON.parse(body)]));
  };

  /** A sheet of any published questionnaire. */
  const submit = (event_id: string, form: string, answers: object, { version = 1, ...more }: Sent = {}) =>
    send(
      'submission',
      { event_id, assignment_id: null, day: more.day ?? '2026-11-22', at: more.at ?? null, answers },
      { form, version, ...(more.replaces && { replaces: more.replaces }) },
    );

  const close = async () => {
    await app.close();
    await db.destroy();
  };
  return { db, centre, app, call, must, idOf, mark, answer, observe, submit, send, feed, signedIn, close };
}

/** A programme, an event of NORTH over two days, and one session. */
export async function planEvent({ must }: Office) {
  const programme = await must('operator', 'POST', '/programmes', {
    unit_id: AGENCY,
    name: 'Pelayanan Prima',
  });
  const { event } = await must('officer', 'POST', '/events', {
    programme_id: programme.id,
    unit_id: NORTH,
    name: 'Angkatan I',
    venue: 'Balai Desa',
    starts_on: '2026-11-22',
    ends_on: '2026-11-23',
  });
  const session = await must('officer', 'POST', `/events/${event.id}/sessions`, morning);
  return { programme, event, session };
}

export const morning = { name: 'Sesi pagi', day: '2026-11-22', starts_at: '08:00', ends_at: '10:00' };

export const person = (name: string, nip = '') => ({
  name,
  nip,
  rank: 'III/b',
  position: 'Analis',
  unit_name: 'Dinas X',
});
