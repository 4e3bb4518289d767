// Devices in service, out of it, and lost: what each may still do, and that every change can be undone.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORK_MEDIA, HAVE_MEDIA, PULL_MEDIA, PUSH_MEDIA } from '../../../src/protocol/limits.ts';
import { DEVICE_STATES, type DeviceState } from '../../../src/protocol/office/device.ts';
import { addAccount, addUnits, openTestCentre, type TestCentre, UNIT } from '../test-centre.ts';
import { addDevice, type TestDevice } from '../test-device.ts';

let centre: TestCentre;
let device: TestDevice;
let officer: Awaited<ReturnType<typeof addAccount>>;
beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  device = await addDevice(centre, UNIT.west);
  officer = await addAccount(centre.db, 'officer', UNIT.west);
});
afterEach(() => centre.close());

async function put(state: DeviceState, id = device.id) {
  const url = `/api/v1/devices/${id}/state`;
  const reply = await centre.app.inject({
    method: 'POST',
    url,
    headers: officer.headers,
    payload: { state },
  });
  expect(reply.statusCode).toBe(204);
}
const list = async () =>
  (await centre.app.inject({ url: '/api/v1/devices', headers: officer.headers })).json().devices;

const message = () => ({ proto: 2, device: device.id, req: randomUUID() });
const counters = { finalised: 0, acknowledged: 0 };
/** Each road with a message that a device in service gets a 200 or a plain refusal for. */
const ROADS = {
  push: [PUSH_MEDIA, () => ({ ...message(), epoch: '', counters, records: [] })],
  have: [HAVE_MEDIA, () => ({ ...message(), epoch: '', records: [] })],
  fork: [
    FORK_MEDIA,
    () => ({
      ...message(),
      nonce: randomUUID(),
      next: randomUUID(),
      public_key: {
        x: 'axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY',
        y: 'T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',
      },
    }),
  ],
  pull: [PULL_MEDIA, () => ({ ...message(), schema: 1, epoch: '', scopes: [] })],
} as const;

async function said(road: keyof typeof ROADS): Promise<string> {
  const [media, body] = ROADS[road];
  const payload = JSON.stringify(body());
  const headers = device.headersFor(payload, media);
  const reply = await centre.app.inject({ method: 'POST', url: `/api/v1/${road}`, headers, payload });
  return reply.statusCode === 200 ? 'welcome' : `${reply.statusCode} ${reply.json().code}`;
}

describe('a device that is', () => {
  it.each<[DeviceState, keyof typeof ROADS, string]>([
    ['active', 'push', 'welcome'],
    ['active', 'have', 'welcome'],
    ['active', 'fork', '409 device.not_forked'],
    ['active', 'pull', 'welcome'],
    ['retired', 'push', 'welcome'],
    ['retired', 'have', 'welcome'],
    ['retired', 'fork', '409 device.not_forked'],
    ['retired', 'pull', '403 device.retired'],
    ['lost', 'push', '403 device.lost'],
    ['lost', 'have', '403 device.lost'],
    ['lost', 'fork', '403 device.lost'],
    ['lost', 'pull', '403 device.lost'],
  ])('%s gets for %s: %s', async (state, road, expected) => {
    await put(state);
    expect(await said(road)).toBe(expected);
  });

  it.each(DEVICE_STATES.flatMap(from => DEVICE_STATES.map(to => [from, to] as const)))(
    '%s can be made %s',
    async (from, to) => {
      await put(from);
      await put(to);
      expect(await list()).toMatchObject([{ state: to }]);
    },
  );

  it('told its state again has it since the first time', async () => {
    const since = () => centre.db.selectFrom('device').select(['retired_at', 'lost_at']).execute();
    await put('retired');
    const before = await since();
    centre.passMinutes(5);
    await put('retired');
    expect(await since()).toEqual(before);
  });

  it('unsigned learns nothing of its state', async () => {
    await put('lost');
    const payload = JSON.stringify(ROADS.push[1]());
    const headers = { ...device.headersFor('other', PUSH_MEDIA) };
    const reply = await centre.app.inject({ method: 'POST', url: '/api/v1/push', headers, payload });
    expect(reply.json().code).toBe('device.signature');
  });
});

describe('the list', () => {
  it('names each device with what it still holds and when it was last heard, those out of service last', async () => {
    const second = await addDevice(centre, UNIT.west);
    await addDevice(centre, UNIT.east);
    await device.push([], { counters: { finalised: 24, acknowledged: 23 } });
    await put('lost');
    expect(await list()).toMatchObject([
      { id: second.id, state: 'active', last_contact_at: null, finalised: 0 },
      {
        id: device.id,
        state: 'lost',
        unit_name: 'Bakorwil Barat',
        last_contact_at: '2026-11-22T03:04:05.678Z',
        finalised: 24,
        acknowledged: 23,
        copy_of: null,
      },
    ]);
  });
});
