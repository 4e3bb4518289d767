// Every route × every role × own, lower and foreign unit: allowed or refused as the route declares.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/person/role.ts';
import type { DeclaredRoute } from '../../src/server/access.ts';
import { createApp } from '../../src/server/app.ts';
import type { App } from '../../src/server/centre.ts';
import {
  ASSIGNMENT,
  addAccount,
  addPlan,
  addStaff,
  addUnits,
  EVENT,
  openTestCentre,
  PARTICIPANTS,
  SESSION,
  type TestCentre,
  UNIT,
} from './test-centre.ts';
import { addDevice, type TestDevice } from './test-device.ts';

const person = { name: 'Siti', nip: '', rank: '', position: '', unit_name: '' };
const days = { starts_on: '2026-12-01', ends_on: '2026-12-02' };
const session = { name: 'Sesi', day: '2026-11-20', starts_at: '08:00', ends_at: '09:00' };

/** A record in the west's quarantine. */
const HELD = randomUUID();

let centre: TestCentre;
/** The same centre with every handler replaced by "reached", so that nothing changes while all is tried. */
let app: App;
let staff: Record<'west' | 'westOffice' | 'east' | 'agency', Awaited<ReturnType<typeof addStaff>>>;
let tablet: TestDevice;

beforeAll(async () => {
  centre = await openTestCentre();
  const { db } = centre;
  await addUnits(db);
  staff = {
    agency: await addStaff(db, UNIT.agency),
    west: await addStaff(db, UNIT.west),
    westOffice: await addStaff(db, UNIT.westOffice),
    east: await addStaff(db, UNIT.east),
  };
  await addPlan(db, staff.west.supervisor.id);
  tablet = await addDevice(centre, UNIT.west);
  const held = {
    id: HELD,
    kind: 'mark',
    unit_id: UNIT.west,
    state: 'quarantined',
    received: '2026-11-22',
  } as const;
  await db
    .insertInto('raw')
    .values({
      ...held,
      bytes: Buffer.from('{'),
      sha256: '',
      reason: '{"code":"record.unreadable","details":{}}',
    })
    .execute();
  app = await createApp({ ...centre.centre, appFolder: `${import.meta.dirname}/../../public` });
  app.addHook('preHandler', (_request, reply) => {
    reply.code(299).send();
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await centre.close();
});

type Good = { id?: string; query?: string; body?: object | string; media?: string; of?: 'agency' };

/**
 * A good request for every route that concerns one unit, about something in the west unless it is the whole agency's.
 * A new route belongs here too.
 */
const requests = (): Record<string, Good> => ({
  'POST /api/v1/accounts': {
    body: { unit_id: UNIT.west, role: 'facilitator', username: 'budi', name: 'Budi', password: 'x' },
  },
  'PATCH /api/v1/accounts/:id': { id: staff.west.facilitator.id, body: {} },
  'POST /api/v1/units': { body: { parent_id: UNIT.west, code: '9', name: 'Kelurahan' } },
  'POST /api/v1/programmes': { body: { unit_id: UNIT.west, name: 'Program' } },
  'GET /api/v1/events/:id': { id: EVENT.west },
  'POST /api/v1/events': {
    body: { programme_id: randomUUID(), unit_id: UNIT.west, name: 'Kegiatan', venue: 'Aula', ...days },
  },
  'PATCH /api/v1/events/:id': { id: EVENT.west, body: { name: 'Kegiatan', venue: 'Aula', ...days } },
  'POST /api/v1/events/:id/sessions': { id: EVENT.west, body: session },
  'PATCH /api/v1/sessions/:id': { id: SESSION.west, body: session },
  'DELETE /api/v1/sessions/:id': { id: SESSION.west },
  'GET /api/v1/events/:id/participants': { id: EVENT.west },
  'POST /api/v1/events/:id/participants': { id: EVENT.west, body: person },
  'POST /api/v1/events/:id/participants/import': { id: EVENT.west, body: 'Nama\nSiti' },
  'DELETE /api/v1/participants/:id': { id: PARTICIPANTS[0] ?? '' },
  'GET /api/v1/events/:id/assignments': { id: EVENT.west },
  'POST /api/v1/events/:id/assignments': {
    id: EVENT.west,
    body: { participant_id: randomUUID(), supervisor_id: randomUUID(), due_on: '2026-12-31' },
  },
  'DELETE /api/v1/assignments/:id': { id: ASSIGNMENT },
  'GET /api/v1/events/:id/result': { id: EVENT.west },
  'GET /api/v1/events/:id/result.csv': { id: EVENT.west },
  'GET /api/v1/events/:id/attendance.csv': { id: EVENT.west },
  'GET /api/v1/events/:id/observations.csv': { id: EVENT.west },
  'GET /api/v1/events/:id/forms.csv': { id: EVENT.west, query: '?code=skm9' },
  'GET /api/v1/events/:id/submissions/:code.csv': { id: EVENT.west },
  'GET /api/v1/events/:id/submissions/:code/codebook.csv': { id: EVENT.west },
  'GET /api/v1/events/:id/attachments': { id: EVENT.west },
  'GET /api/v1/events/:id/attachments/:record': { id: EVENT.west },
  'POST /api/v1/enrolment-codes': { body: { unit_id: UNIT.west, account_id: null } },
  'POST /api/v1/devices/:id/state': { id: tablet.id, body: { state: 'active' } },
  'POST /api/v1/quarantine/:id/retry': { id: HELD },
  'GET /api/v1/keys': { of: 'agency' },
  'POST /api/v1/keys/escrow': { of: 'agency', body: { passphrase: 'frasa sandi' } },
});

/** What routes of all own units need to be asked well. */
const OWN: Record<string, Good> = {
  'POST /api/v1/instruments': { query: '?after=0' },
  'POST /api/v1/instruments/:code/:version/use': { body: {} },
};

const nameOf = ({ method, url }: DeclaredRoute): string => `${method === 'HEAD' ? 'GET' : method} ${url}`;

const addressOf = ({ url }: DeclaredRoute, id: string): string =>
  url
    .replace(':id', id)
    .replace(':code', 'skm9')
    .replace(':version', '1')
    .replace(':record', HELD)
    .replace('*', 'icon.svg');

async function call(route: DeclaredRoute, headers: Record<string, string>, id?: string): Promise<string> {
  const request = requests()[nameOf(route)] ?? OWN[nameOf(route)] ?? {};
  const { body, media = 'text/csv' } = request;
  const reply = await app.inject({
    method: route.method as 'GET',
    url: `${addressOf(route, id ?? request.id ?? '')}${request.query ?? ''}`,
    headers: { ...headers, ...(typeof body === 'string' ? { 'content-type': media } : {}) },
    ...(body === undefined ? {} : { payload: body }),
  });
  const isSilent = reply.statusCode === 299 || reply.body === '';
  return isSilent ? String(reply.statusCode) : `${reply.statusCode} ${reply.json().code}`;
}

const routesOf = (which: (route: DeclaredRoute) => boolean): DeclaredRoute[] =>
  app.declaredRoutes.filter(route => route.method !== 'HEAD').filter(which);

describe('routes for roles', () => {
  const forRoles = () => routesOf(({ access }) => 'unit' in access);

  it('are all known to this test', () => {
    const concerning = forRoles().filter(({ access }) => 'unit' in access && access.unit !== 'own');
    expect(concerning.map(nameOf).sort()).toEqual(Object.keys(requests()).sort());
  });

  it('let nobody in who is not signed in, and no device', async () => {
    const signed = tablet.headersFor('', 'application/json');
    const { 'content-type': _, ...device } = signed;
    for (const route of forRoles()) {
      expect([nameOf(route), await call(route, {})]).toEqual([nameOf(route), '401 sign_in.needed']);
      expect([nameOf(route), await call(route, device)]).toEqual([nameOf(route), '401 sign_in.needed']);
    }
  });

  it.each(ROLES)('let a %s in as declared', async role => {
    for (const route of forRoles()) {
      const { access } = route;
      if (!('unit' in access)) continue;
      for (const place of ['agency', 'west', 'westOffice', 'east'] as const) {
        const isWest = place === 'west' && requests()[nameOf(route)]?.of !== 'agency';
        const isInScope = access.unit === 'own' || place === 'agency' || isWest;
        const expected = !access.who.includes(role)
          ? '403 access.denied'
          : isInScope
            ? '299'
            : '404 request.not_found';
        const said = await call(route, staff[place][role].headers);
        expect([nameOf(route), place, said]).toEqual([nameOf(route), place, expected]);
      }
    }
  });

  it('answer alike for what is foreign and what does not exist', async () => {
    for (const route of forRoles().filter(({ url }) => url.includes(':id')))
      expect([nameOf(route), await call(route, staff.west.operator.headers, randomUUID())]).toEqual([
        nameOf(route),
        '404 request.not_found',
      ]);
  });

  it('list nothing of other units', async () => {
    const lists = ({ method, url }: DeclaredRoute) => method === 'GET' || url.endsWith('/quarantine/retry');
    const own = forRoles().filter(
      route => 'unit' in route.access && route.access.unit === 'own' && lists(route),
    );
    const foreign = [UNIT.east, EVENT.east, staff.east.officer.id, staff.agency.officer.id];
    for (const route of own) {
      const { headers } = staff.west.operator;
      const method = route.method as 'GET';
      const reply = await centre.app.inject({ method, url: addressOf(route, ''), headers });
      expect([nameOf(route), reply.statusCode]).toEqual([
        nameOf(route),
        route.url.endsWith('/file') ? 404 : 200,
      ]);
      for (const id of foreign)
        expect([nameOf(route), reply.body.includes(id)]).toEqual([nameOf(route), false]);
    }
  });
});

describe('routes for devices', () => {
  it('let nobody in without a signature, signed in or not', async () => {
    for (const route of routesOf(({ access }) => access.who === 'device'))
      for (const headers of [{}, staff.west.operator.headers])
        expect(
          await call(route, {
            ...headers,
            'content-type': `application/vnd.lembar.${route.url.slice(8)}+json`,
          }),
        ).toBe('401 device.unknown');
  });
});

describe('routes for anyone', () => {
  it('are few, and each says why', () => {
    const open = routesOf(({ access }) => access.who === 'anyone');
    expect(open.map(nameOf).sort()).toEqual([
      'DELETE /api/v1/sign-in',
      'GET /*',
      'GET /api/v1/health',
      'GET /api/v1/openapi.json',
      'GET /api/v1/setup',
      'POST /api/v1/enrol',
      'POST /api/v1/setup',
      'POST /api/v1/sign-in',
    ]);
    for (const { access } of open) expect('because' in access && access.because.length).toBeGreaterThan(10);
  });
});

describe('a sign-in', () => {
  const who = (headers: Record<string, string>) =>
    centre.app.inject({ method: 'GET', url: '/api/v1/sign-in', headers });

  it('ends when its time is over', async () => {
    const later = new Date('2026-11-22T15:00:00.001Z');
    const other = await createApp({ ...centre.centre, now: () => later });
    const { headers } = staff.west.officer;
    expect((await who(headers)).statusCode).toBe(200);
    expect((await other.inject({ method: 'GET', url: '/api/v1/sign-in', headers })).statusCode).toBe(401);
    await other.close();
  });

  it('ends with its account', async () => {
    const { id, headers } = await addAccount(centre.db, 'officer', UNIT.west);
    await centre.db.updateTable('account').set({ active: 0 }).where('id', '=', id).execute();
    expect((await who(headers)).statusCode).toBe(401);
  });

  it.each<[string, Record<string, string>, number]>([
    ['the same origin', { 'sec-fetch-site': 'same-origin' }, 299],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour on the same site', { 'sec-fetch-site': 'same-site' }, 403],
    ['an old browser on our page', { origin: 'http://lembar.test' }, 299],
    ['an old browser on another page', { origin: 'http://evil.test' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['a script without a browser', {}, 299],
  ])('is asked where a change comes from: %s', async (_title, from, status) => {
    const reply = await app.inject({
      method: 'DELETE',
      url: `/api/v1/assignments/${ASSIGNMENT}`,
      headers: { ...staff.west.officer.headers, host: 'lembar.test', ...from },
    });
    expect(reply.statusCode).toBe(status);
  });
});

describe('a route that declares nothing', () => {
  it('does not start', async () => {
    const other = await createApp(centre.centre);
    const register = () => other.route({ method: 'GET', url: '/api/v1/new', handler: () => 'x' });
    expect(register).toThrow('GET /api/v1/new does not declare who may call it.');
    await other.close();
  });

  it('cannot read who is signed in where it let anyone in', async () => {
    const other = await createApp(centre.centre);
    other.get(
      '/api/v1/new',
      { config: { access: { who: 'anyone', because: 'a test of what happens then' } } },
      request => request.account.name,
    );
    const reply = await other.inject({ url: '/api/v1/new', headers: staff.west.officer.headers });
    expect(reply.json()).toEqual({ code: 'server.failed', details: {} });
    await other.close();
  });
});
