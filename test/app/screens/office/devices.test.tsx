// Enrolment codes and devices as the office shows them.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignedInContext } from '../../../../src/app/screens/office/account.ts';
import { Devices } from '../../../../src/app/screens/office/devices/Devices.tsx';
import { MyPhone } from '../../../../src/app/screens/office/devices/MyPhone.tsx';
import { outstandingOf } from '../../../../src/app/screens/office/devices/outstanding.ts';
import type { Role } from '../../../../src/domain/person/role.ts';
import type { Device } from '../../../../src/protocol/office/device.ts';
import type { Shown } from '../../show.tsx';
import { type FakeCentre, fakeCentre, showOffice } from './fake-centre.tsx';
import { signedIn } from './samples.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const device = (
  label: string,
  finalised: number,
  acknowledged: number,
  more: Partial<Device> = {},
): Device => ({
  ...{ id: label, label, unit_id: 'unit-1', unit_name: 'BPSDM Contoh', account_name: null },
  ...{ enrolled_at: '2026-11-01T00:00:00Z', last_contact_at: null, finalised, acknowledged },
  ...{ state: 'active', copy_of: null, ...more },
});
let centre: FakeCentre;
let screen: Shown;
const open = async (page: preact.ComponentChild, role: Role) => {
  screen = await showOffice(
    <SignedInContext.Provider value={signedIn(role)}>{page}</SignedInContext.Provider>,
    centre,
  );
  await screen.pass(0);
};

beforeEach(() => {
  vi.useFakeTimers({
    now: NOW,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  centre = fakeCentre({
    'GET /devices': {
      status: 200,
      body: { devices: [device('Tablet 1', 46, 23), device('Tablet 2', 8, 8)] },
    },
    'GET /units': { status: 200, body: { units: [] } },
    'POST /enrolment-codes': {
      status: 201,
      body: { code: 'ABCD-2345', expires_at: new Date(NOW + 15 * 60_000).toISOString() },
    },
  });
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

test('a supervisor gets a code for the own phone that counts down and then says that it is over', async () => {
  await open(<MyPhone />, 'supervisor');
  await screen.tap('Buat kode');
  await screen.pass(0);
  expect(JSON.parse(centre.asked[0]?.body ?? '')).toEqual({
    account_id: 'account-supervisor',
    unit_id: 'unit-1',
  });
  expect(screen.find('.code').textContent).toBe('ABCD-2345');
  expect(screen.find('svg').getAttribute('aria-label')).toContain('/enrol#code=ABCD-2345');
  expect(screen.text()).toContain('Sisa waktu 15:00');
  await screen.pass(61_000);
  expect(screen.text()).toContain('Sisa waktu 13:59');
  await screen.pass(14 * 60_000);
  expect(screen.text()).toContain('sudah tidak berlaku');
  expect(screen.text()).not.toContain('ABCD-2345');
});

test('what a device still holds is the difference of its own two counts', async () => {
  await open(<Devices />, 'officer');
  const rows = [...screen.root.querySelectorAll('tbody tr')].map(row => row.textContent);
  expect(rows[0]).toContain('23 menunggu');
  expect(rows[1]).toContain('Semua sudah sampai');
  expect(screen.text()).toContain('Hentikan');
});

test('a facilitator sees the devices, changes none, and asks for nobody’s account', async () => {
  await open(<Devices />, 'facilitator');
  expect(screen.text()).not.toContain('Hentikan');
  expect(centre.asked.map(({ path }) => path)).not.toContain('/accounts');
});

const listed = (...devices: Device[]) => centre.answer('GET /devices', { status: 200, body: { devices } });
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString();

test.each([
  ['holds nothing, silent for long', { finalised: 5, acknowledged: 5, last: 60 }, false],
  ['holds records, seen yesterday', { finalised: 5, acknowledged: 0, last: 1 }, false],
  ['holds records, seen 6 days ago', { finalised: 5, acknowledged: 0, last: 6 }, false],
  ['holds records, seen 7 days ago', { finalised: 5, acknowledged: 0, last: 7 }, true],
  ['holds records, never seen since it was enrolled', { finalised: 5, acknowledged: 0, last: null }, true],
  ['restored: acknowledged more than it finalised', { finalised: 3, acknowledged: 5, last: 60 }, false],
])('a device that %s is looked for: %o', (_what, { finalised, acknowledged, last }, expected) => {
  const last_contact_at = last === null ? null : daysAgo(last);
  expect(outstandingOf(device('T', finalised, acknowledged, { last_contact_at }), NOW).isSilent).toBe(
    expected,
  );
});

test('a silent device with records stands at the top, with how many and since when', async () => {
  listed(device('Tablet 3', 8, 3, { last_contact_at: daysAgo(12) }), device('Tablet 4', 8, 8));
  await open(<Devices />, 'officer');
  expect(screen.find('.notice').textContent).toContain(
    'Tablet 3: 5 catatan belum sampai, terakhir terhubung 12 hari yang lalu',
  );
  expect(screen.find('.notice').textContent).not.toContain('Tablet 4');
});

test('a device is marked lost only after a question, and can be put back in service', async () => {
  listed(device('Tablet 1', 8, 3));
  centre.answer('POST /devices/Tablet 1/state', { status: 204 });
  await open(<Devices />, 'officer');
  await screen.tap('Catat hilang');
  expect(centre.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(screen.text()).toContain('Pusat tidak menerima apa pun lagi darinya');
  listed(device('Tablet 1', 8, 3, { state: 'lost' }));
  await screen.tap('Catat hilang');
  await screen.pass(0);
  expect(screen.text()).toContain('5 catatan ada di perangkat ini saja');
  await screen.tap('Aktifkan lagi');
  listed(device('Tablet 1', 8, 3));
  await screen.tap('Aktifkan lagi');
  await screen.pass(0);
  const told = centre.asked.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
  expect(told).toEqual([{ state: 'lost' }, { state: 'active' }]);
  expect(screen.text()).not.toContain('ada di perangkat ini saja');
});

test('a copy of a device says whose copy it is', async () => {
  listed(device('Tablet 1b', 0, 0, { copy_of: 'Tablet 1' }));
  await open(<Devices />, 'officer');
  expect(screen.text()).toContain('Salinan dari Tablet 1');
});
