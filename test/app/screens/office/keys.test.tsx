// The copy of the centre's keys: asked for until it is saved, by the one who can save it.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { currentPath, navigate } from '../../../../src/app/route.ts';
import Office from '../../../../src/app/screens/office/Office.tsx';
import type { Role } from '../../../../src/domain/person/role.ts';
import type { Shown } from '../../show.tsx';
import { type FakeCentre, fakeCentre, fill, problem, showOffice, submit } from './fake-centre.tsx';
import { signedIn } from './samples.ts';

const WARNING = 'Salinan kunci pusat belum disimpan';
const keys = (escrowed_at: string | null) => ({
  status: 200,
  body: {
    keys: [{ key_id: '0011223344556677', made_at: '2026-11-01T00:00:00Z', current: true }],
    escrowed_at,
  },
});
let centre: FakeCentre;
let screen: Shown;
let downloaded: string[];
const come = async (path: string, role: Role | null, demonstration = false) => {
  centre.answer(
    'GET /sign-in',
    role ? { status: 200, body: signedIn(role, demonstration) } : problem(401, 'sign_in.needed'),
  );
  navigate(path, 'replace');
  screen = await showOffice(<Office />, centre);
  for (let turn = 0; turn < 4; turn++) await screen.pass(0);
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  downloaded = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloaded.push(this.download);
  });
  centre = fakeCentre({
    'GET /keys': keys(null),
    'GET /events': { status: 200, body: { events: [] } },
    'GET /setup': { status: 200, body: { open: true } },
    'POST /keys/escrow': {
      status: 200,
      body: 'sealed',
      media: 'application/octet-stream',
      download: 'kunci-lembar-2026-11-23.json',
    },
  });
});
afterEach(() => {
  screen.end();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test.each<[Role, boolean, boolean]>([
  ['operator', false, true],
  ['operator', true, false],
  ['officer', false, false],
  ['facilitator', false, false],
])(
  '%s (demonstration: %s) is warned on every page while no copy is saved: %s',
  async (role, demo, warned) => {
    await come('/office', role, demo);
    expect(screen.text().includes(WARNING)).toBe(warned);
    expect(centre.asked.some(({ path }) => path === '/keys')).toBe(role === 'operator');
  },
);

test('nobody is warned once a copy of all keys is saved', async () => {
  centre.answer('GET /keys', keys('2026-11-20T03:00:00Z'));
  await come('/office', 'operator');
  expect(screen.text()).not.toContain(WARNING);
});

test('the first operator is led from the set-up to the copy', async () => {
  await come('/setup', null);
  centre.answer('POST /setup', { status: 201, body: signedIn('operator') });
  for (const [name, value] of [
    ['agency', 'BPSDM Contoh'],
    ['name', 'Contoh Operator'],
    ['username', 'operator'],
    ['password', 'rahasia-uji-coba'],
  ] as const)
    await fill(screen, name, value);
  await submit(screen);
  await screen.pass(0);
  expect(currentPath()).toBe('/office/keys');
  expect(screen.find('h1').textContent).toBe('Simpan salinan kunci pusat');
});

test.each([
  ['pendek', 'pendek', 'Frasa sandi terlalu pendek'],
  ['empat kata acak ini', 'empat kata acak itu', 'Kedua frasa sandi tidak sama'],
  ['empat kata acak ini ', 'empat kata acak ini', 'Kedua frasa sandi tidak sama'],
])('"%s" and "%s" make no copy: %s', async (passphrase, again, complaint) => {
  await come('/office/keys', 'operator');
  await fill(screen, 'passphrase', passphrase);
  await fill(screen, 'passphrase_again', again);
  await submit(screen);
  expect(screen.text()).toContain(complaint);
  expect(centre.asked.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('a copy is downloaded under the name that the centre gave it, and the warning goes', async () => {
  await come('/office/keys', 'operator');
  expect(screen.text()).toContain('Belum ada salinan');
  centre.answer('GET /keys', keys('2026-11-23T03:00:00Z'));
  await fill(screen, 'passphrase', 'empat kata acak ini');
  await fill(screen, 'passphrase_again', 'empat kata acak ini');
  await submit(screen);
  await screen.pass(0);
  expect(downloaded).toEqual(['kunci-lembar-2026-11-23.json']);
  expect(screen.text()).toContain('Salinan terunduh: kunci-lembar-2026-11-23.json');
  navigate('/office');
  await screen.pass(0);
  expect(screen.text()).not.toContain(WARNING);
});
