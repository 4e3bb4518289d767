// The keys for operators at the office: what is told of them, and the copy that is taken away.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEscrow } from '../../src/server/identity/escrow.ts';
import { addAccount, addUnits, openTestCentre, type TestCentre, UNIT } from './test-centre.ts';

let centre: TestCentre;
let headers: Record<string, string>;
beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  ({ headers } = await addAccount(centre.db, 'operator', UNIT.agency));
});
afterEach(() => centre.close());

const state = async () => (await centre.app.inject({ url: '/api/v1/keys', headers })).json();
const escrow = (passphrase: string) =>
  centre.app.inject({ method: 'POST', url: '/api/v1/keys/escrow', headers, payload: { passphrase } });

it('are told by name and age, the one in use, and that no copy of them was saved yet', async () => {
  const first = centre.centre.keys.current().key_id;
  const second = centre.centre.keys.rotate().key_id;
  const told = await state();
  expect(told).toMatchObject({
    keys: [
      { key_id: first, current: false },
      { key_id: second, current: true },
    ],
    escrowed_at: null,
  });
  for (const { private_key } of centre.centre.keys.all())
    expect(JSON.stringify(told)).not.toContain(private_key);
});

it('are taken away as a file that opens with the passphrase only, and a new key makes that copy old', async () => {
  const reply = await escrow('frasa sandi panjang');
  expect(reply.headers['content-disposition']).toBe('attachment; filename="kunci-lembar-2026-11-22.json"');
  expect(reply.headers['cache-control']).toBe('no-store');
  const opened = openEscrow(reply.body, 'frasa sandi panjang');
  expect(opened.ok && opened.value.map(({ key_id }) => key_id)).toEqual([
    centre.centre.keys.current().key_id,
  ]);
  expect(openEscrow(reply.body, 'frasa sandi lain')).toMatchObject({
    problem: { code: 'key.passphrase_wrong' },
  });
  expect((await state()).escrowed_at).toBe('2026-11-22T03:04:05.678Z');
  centre.centre.keys.rotate();
  expect((await state()).escrowed_at).toBe(null);
});

it('are not taken away under a short passphrase', async () => {
  expect((await escrow('sebelas-kar')).json()).toEqual({
    code: 'key.passphrase_short',
    details: { min: 12 },
  });
  expect((await state()).escrowed_at).toBe(null);
});
