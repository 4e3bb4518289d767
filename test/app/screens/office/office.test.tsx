// The office's door: who comes in, what each role finds, and that a sign-in running out takes nothing away.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { currentPath, navigate } from '../../../../src/app/route.ts';
import Office from '../../../../src/app/screens/office/Office.tsx';
import type { Role } from '../../../../src/domain/person/role.ts';
import type { Shown } from '../../show.tsx';
import { type FakeCentre, fakeCentre, fill, problem, showOffice, submit } from './fake-centre.tsx';
import { EVENT, signedIn } from './samples.ts';

let centre: FakeCentre;
let screen: Shown;
const come = async (path: string, who: Role | null, isAtTheTop = true) => {
  centre = fakeCentre({
    'GET /sign-in': who ? { status: 200, body: signedIn(who) } : problem(401, 'sign_in.needed'),
    'GET /events': { status: 200, body: { events: [EVENT] } },
    'GET /keys': isAtTheTop
      ? { status: 200, body: { keys: [], escrowed_at: '2026-11-01T00:00:00Z' } }
      : problem(404, 'request.not_found'),
    'GET /programmes': { status: 200, body: { programmes: [] } },
    'GET /units': {
      status: 200,
      body: {
        units: [{ id: 'unit-1', parent_id: null, code: '16', name: 'BPSDM Contoh', demonstration: false }],
      },
    },
  });
  navigate(path, 'replace');
  screen = await showOffice(<Office />, centre);
  await screen.pass(0);
  await screen.pass(0);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

const places = () => [...screen.root.querySelectorAll('nav li a')].map(link => link.textContent);

describe('the door', () => {
  test('sends nobody to the sign-in, and brings them to where they wanted to go', async () => {
    await come('/office/units', null);
    expect(currentPath()).toBe('/sign-in');
    centre.answer('POST /sign-in', { status: 200, body: signedIn('officer') });
    await fill(screen, 'username', 'officer');
    await fill(screen, 'password', ' rahasia dengan spasi ');
    await submit(screen);
    expect(JSON.parse(centre.asked.at(-2)?.body || centre.asked.at(-1)?.body || '{}').password).toBe(
      ' rahasia dengan spasi ',
    );
    expect(currentPath()).toBe('/office/units');
    expect(screen.find('h1').textContent).toBe('Unit kerja');
  });

  test('never leads out of the office', async () => {
    await come('/sign-in?from=//example.org/office', 'officer');
    expect(currentPath()).toBe('/office');
  });

  test('keeps a wrong sign-in where it is, with what was typed', async () => {
    await come('/sign-in', null);
    centre.answer('POST /sign-in', problem(401, 'sign_in.wrong'));
    await fill(screen, 'username', 'officer');
    await fill(screen, 'password', 'salah');
    await submit(screen);
    expect(screen.find<HTMLInputElement>('[name=username]').value).toBe('officer');
    expect(screen.find('[role=alert]').textContent).toContain('salah');
  });

  test('asks for a sign-in that ran out in front of the page, and gives the page back as it was', async () => {
    await come('/office/programmes', 'officer');
    await fill(screen, 'name', 'Program yang panjang');
    centre.answer('POST /programmes', problem(401, 'sign_in.needed'));
    await submit(screen);
    expect(screen.text()).toContain('Silakan masuk lagi');
    expect(screen.find('.office').closest('[hidden]')).not.toBeNull();

    centre.answer('POST /sign-in', { status: 200, body: signedIn('officer') });
    await fill(screen, 'password', 'rahasia-uji-coba');
    await submit(screen);
    expect(screen.text()).not.toContain('Silakan masuk lagi');
    expect(currentPath()).toBe('/office/programmes');
    expect(screen.find<HTMLInputElement>('[name=name]').value).toBe('Program yang panjang');
  });
});

const PLANNING = [
  'Kegiatan',
  'Program',
  'Instrumen',
  'Unit kerja',
  'Akun',
  'Perangkat',
  'Terima berkas',
  'Catatan tertahan',
];
describe('what a role finds', () => {
  test.each<[Role, string[]]>([
    ['operator', [...PLANNING, 'Kunci pusat']],
    ['officer', PLANNING],
    ['facilitator', ['Kegiatan', 'Perangkat']],
    ['supervisor', ['Ponsel saya']],
  ])('%s: %j', async (role, expected) => {
    await come('/office', role);
    expect(places()).toEqual(expected);
  });

  test('an operator of a unit below the top is not led to keys of which the centre does not tell', async () => {
    await come('/office', 'operator', false);
    expect(places()).toEqual(PLANNING);
  });

  test('a supervisor comes to the own phone from everywhere', async () => {
    await come('/office/accounts', 'supervisor');
    expect(screen.find('h1').textContent).toBe('Ponsel saya');
    expect(centre.asked.map(({ path }) => path)).toEqual(['/sign-in']);
  });

  test('a facilitator reads events, plans none, and is told so at a page for others', async () => {
    await come('/office', 'facilitator');
    expect(screen.text()).toContain('Baca hasil');
    expect(screen.text()).not.toContain('Kegiatan baru');
    navigate('/office/accounts');
    await screen.pass(0);
    expect(screen.text()).toContain('tidak berwenang');
  });
});
