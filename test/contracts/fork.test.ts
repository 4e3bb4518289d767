// Copies of a device: found by a nonce that does not fit, given an identity of their own, and no record of either lost.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEVICE_HEADER, FORK_MEDIA, PUSH_MEDIA, SIGNATURE_HEADER } from '../../src/protocol/limits.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import {
  addAccount,
  addPlan,
  addUnits,
  openTestCentre,
  type TestCentre,
  UNIT,
} from '../server/test-centre.ts';
import { addDevice, markRecord, type TestDevice } from '../server/test-device.ts';

let centre: TestCentre;
let device: TestDevice;
beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  device = await addDevice(centre, UNIT.west);
});
afterEach(() => centre.close());

const A = randomUUID();
const B = randomUUID();
const C = randomUUID();
const D = randomUUID();

const push = async (nonce: string, next: string, records: readonly RecordEnvelope[] = []) => {
  const reply = await device.push(records, { nonce, next });
  return reply.statusCode === 200 ? 'taken' : reply.json().code;
};

const newKey = () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' });
  return { keys, public_key: { x, y } };
};

async function fork(nonce: string, next: string, public_key: { x: string; y: string }, from = device) {
  const message = { proto: 2, device: from.id, req: randomUUID(), nonce, next, public_key };
  const payload = JSON.stringify(message);
  const headers = from.headersFor(payload, FORK_MEDIA);
  return centre.app.inject({ method: 'POST', url: '/api/v1/fork', headers, payload });
}

const rawIds = async () =>
  (await centre.db.selectFrom('raw').select('id').orderBy('id').execute()).map(({ id }) => id);

describe('a push', () => {
  it.each<[string, [string, string][], string[]]>([
    ['the first is anyone’s', [[A, B]], ['taken']],
    [
      'the next names what the last one promised',
      [
        [A, B],
        [B, C],
        [C, D],
      ],
      ['taken', 'taken', 'taken'],
    ],
    [
      'the same again, its reply lost',
      [
        [A, B],
        [A, B],
        [B, C],
      ],
      ['taken', 'taken', 'taken'],
    ],
    [
      'lost twice over',
      [
        [A, B],
        [B, C],
        [B, C],
        [B, C],
        [C, D],
      ],
      Array(5).fill('taken'),
    ],
    [
      'of a copy, from where both stood',
      [
        [A, B],
        [B, C],
        [B, D],
      ],
      ['taken', 'taken', 'device.forked'],
    ],
    [
      'of a copy that lay in a drawer',
      [
        [A, B],
        [B, C],
        [A, D],
      ],
      ['taken', 'taken', 'device.forked'],
    ],
  ])('%s', async (_title, pushes, said) => {
    const heard: string[] = [];
    for (const [nonce, next] of pushes) heard.push(await push(nonce, next));
    expect(heard).toEqual(said);
  });

  it('of a copy keeps nothing and moves nothing: the device itself goes on', async () => {
    await push(A, B);
    await push(B, C);
    const counted = await centre.db.selectFrom('device').selectAll().execute();
    centre.passMinutes(1);
    expect(await push(A, D, [markRecord()])).toBe('device.forked');
    expect(await rawIds()).toEqual([]);
    expect(await centre.db.selectFrom('device').selectAll().execute()).toEqual(counted);
    expect(await push(C, D)).toBe('taken');
  });

  it('without nonces is that of a device which speaks the first protocol, and is taken', async () => {
    await push(A, B);
    expect((await device.push([markRecord()], { proto: 1 })).statusCode).toBe(200);
    expect(await push(B, C)).toBe('taken');
  });

  it('that fails takes no nonce', async () => {
    await push(A, B);
    const record = { ...markRecord(), id: 'none' };
    expect(await push(B, C, [record])).toBe('request.invalid');
    expect(await push(B, D)).toBe('taken');
  });
});

describe('a copy', () => {
  it('gets an identity like the original’s, named as its copy, under which it sends on', async () => {
    await push(A, B);
    await push(B, C);
    const { keys, public_key } = newKey();
    const reply = await fork(A, D, public_key);
    expect(reply.headers['content-type']).toContain(FORK_MEDIA);
    expect(reply.json()).toMatchObject({
      label: 'Tablet 2',
      unit: { id: UNIT.west },
      account: null,
      key: centre.centre.keys.current(),
    });
    const copy = reply.json().device;
    expect(copy).not.toBe(device.id);
    const record = markRecord();
    const counters = { finalised: 1, acknowledged: 0 };
    const message = { proto: 2, epoch: '', device: copy, req: randomUUID(), counters, records: [record] };
    const payload = JSON.stringify({ ...message, nonce: A, next: D });
    const signature = sign('sha256', Buffer.from(payload), {
      key: keys.privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    const pushed = await centre.app.inject({
      method: 'POST',
      url: '/api/v1/push',
      headers: {
        'content-type': PUSH_MEDIA,
        [DEVICE_HEADER]: copy,
        [SIGNATURE_HEADER]: signature.toString('base64url'),
      },
      payload,
    });
    expect(pushed.json().results).toEqual([{ id: record.id, result: 'stored' }]);
    expect(await push(C, D)).toBe('taken');
    const officer = await addAccount(centre.db, 'officer', UNIT.west);
    const list = await centre.app.inject({ url: '/api/v1/devices', headers: officer.headers });
    expect(list.json().devices).toMatchObject([
      { label: 'Tablet 1', copy_of: null },
      { label: 'Tablet 2', copy_of: 'Tablet 1', finalised: 1, acknowledged: 1, state: 'active' },
    ]);
  });

  it('gets the same identity again for the same key, also after all nonces were forgotten', async () => {
    await push(A, B);
    const { public_key } = newKey();
    const first = (await fork(C, D, public_key)).json();
    const again = (await fork(C, D, public_key)).json();
    await centre.db.updateTable('device').set({ nonce: null }).execute();
    const later = (await fork(C, D, public_key)).json();
    expect([again.device, later.device]).toEqual([first.device, first.device]);
    expect(await centre.db.selectFrom('device').select('id').execute()).toHaveLength(2);
  });

  it('of a phone belongs to the same supervisor', async () => {
    const supervisor = await addAccount(centre.db, 'supervisor', UNIT.west);
    const phone = await addDevice(centre, UNIT.west, supervisor.id);
    await phone.push([], { nonce: A, next: B });
    const reply = await fork(C, D, newKey().public_key, phone);
    expect(reply.json()).toMatchObject({ label: 'Ponsel 3', account: { id: supervisor.id } });
  });

  it('of a retired device is retired too', async () => {
    await push(A, B);
    await centre.db.updateTable('device').set({ retired_at: '2026-11-22' }).execute();
    const { device: copy } = (await fork(C, D, newKey().public_key)).json();
    const row = centre.db.selectFrom('device').select('retired_at').where('id', '=', copy);
    expect(await row.executeTakeFirst()).toEqual({ retired_at: '2026-11-22' });
  });

  it.each<[string, [string, string][], [string, string]]>([
    ['never pushed', [], [A, B]],
    ['pushes next', [[A, B]], [B, C]],
    ['sends the same again', [[A, B]], [A, B]],
  ])('is not what a device is that %s', async (_title, pushes, [nonce, next]) => {
    for (const [sent, promised] of pushes) await push(sent, promised);
    expect((await fork(nonce, next, newKey().public_key)).json()).toEqual({
      code: 'device.not_forked',
      details: {},
    });
    expect(await centre.db.selectFrom('device').select('id').execute()).toHaveLength(1);
  });

  it('gets no identity under a key that another device has, or that is none', async () => {
    await push(A, B);
    const [own] = await centre.db.selectFrom('device').select('public_key').execute();
    const taken = await fork(C, D, JSON.parse(own?.public_key ?? ''));
    expect(taken.json().code).toBe('device.not_forked');
    const none = await fork(C, D, { x: 'AAAA', y: 'AAAA' });
    expect(none.json()).toMatchObject({ code: 'request.invalid', details: { field: 'public_key' } });
  });
});
