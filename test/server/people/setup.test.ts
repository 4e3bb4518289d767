// The first operator, signing in, and the accounts that follow.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAccount, addStaff, addUnits, openTestCentre, type TestCentre, UNIT } from '../test-centre.ts';

const TOKEN = 'satu-kali-saja';
const first = {
  token: TOKEN,
  agency: 'BPSDM Sumsel',
  username: 'siti',
  name: 'Siti Rahma',
  password: 'kata-sandi-panjang',
};

let centre: TestCentre;
beforeEach(async () => {
  centre = await openTestCentre({ setupToken: TOKEN });
});
afterEach(() => centre.close());

type Call = { payload?: object; headers?: Record<string, string> };
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  centre.app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers });
const patch = (url: string, { payload, headers }: Required<Call>) =>
  centre.app.inject({ method: 'PATCH', url: `/api/v1${url}`, payload, headers });
const cookieOf = (reply: { cookies: { name: string; value: string }[] }) => ({
  cookie: reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
});

describe('the set-up link', () => {
  it('makes the agency and its operator, signs in, and is closed from then on', async () => {
    expect((await centre.app.inject('/api/v1/setup')).json()).toEqual({ open: true });
    const made = await post('/setup', first);
    expect(made.json()).toMatchObject({ account: { role: 'operator', unit_name: 'BPSDM Sumsel' } });
    const me = await centre.app.inject({ url: '/api/v1/sign-in', headers: cookieOf(made) });
    expect(me.json().account.username).toBe('siti');
    expect((await centre.app.inject('/api/v1/setup')).json()).toEqual({ open: false });
    expect((await post('/setup', { ...first, username: 'dua' })).json().code).toBe('setup.done');
  });

  it('gives one operator to two who open it at the same moment', async () => {
    const replies = await Promise.all(
      ['satu', 'dua'].map(username => post('/setup', { ...first, username })),
    );
    expect(replies.map(reply => reply.statusCode).sort()).toEqual([200, 409]);
    expect(await centre.db.selectFrom('account').selectAll().execute()).toHaveLength(1);
    expect(await centre.db.selectFrom('unit').selectAll().execute()).toHaveLength(1);
  });

  it.each<[string, Partial<typeof first>, object]>([
    ['another token', { token: 'tebakan' }, { code: 'setup.link_invalid' }],
    ['a short password', { password: 'pendek' }, { code: 'account.password_short', details: { min: 10 } }],
    [
      'a username with capitals',
      { username: 'Siti' },
      { code: 'request.invalid', details: { field: 'username', reason: 'form' } },
    ],
    [
      'a blank agency',
      { agency: '   ' },
      { code: 'request.invalid', details: { field: 'agency', reason: 'form' } },
    ],
  ])('refuses %s and stays open', async (_title, change, problem) => {
    expect((await post('/setup', { ...first, ...change })).json()).toMatchObject(problem);
    expect((await centre.app.inject('/api/v1/setup')).json()).toEqual({ open: true });
  });

  it('never shows password or token in what is stored', async () => {
    await post('/setup', first);
    const stored = JSON.stringify([
      await centre.db.selectFrom('account').selectAll().execute(),
      await centre.db.selectFrom('sign_in').selectAll().execute(),
      await centre.db.selectFrom('setting').selectAll().execute(),
    ]);
    expect(stored).not.toContain(first.password);
    expect(stored).not.toContain(TOKEN);
    expect(stored).toContain('$argon2id$');
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await post('/setup', first);
  });
  const signIn = (username: string, password: string) => post('/sign-in', { username, password });

  it('gives a cookie that scripts cannot read and other sites cannot use', async () => {
    const reply = await signIn(' Siti ', first.password);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['set-cookie']).toMatch(
      /^lembar=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('asks for https where the page came by https', async () => {
    const { username, password } = first;
    const secure = await post('/sign-in', { username, password }, { 'x-forwarded-proto': 'https' });
    expect(secure.headers['set-cookie']).toContain('; Secure');
  });

  it('says the same of a wrong password, an unknown name and a closed account', async () => {
    await centre.db.updateTable('account').set({ active: 0 }).execute();
    const replies = [
      await signIn('siti', first.password),
      await signIn('siti', 'salah'),
      await signIn('x', 'y'),
    ];
    for (const reply of replies) {
      expect(reply.statusCode).toBe(401);
      expect(reply.json()).toEqual({ code: 'sign_in.wrong', details: {} });
    }
  });

  it('ends with signing out', async () => {
    const headers = cookieOf(await signIn('siti', first.password));
    await centre.app.inject({ method: 'DELETE', url: '/api/v1/sign-in', headers });
    expect((await centre.app.inject({ url: '/api/v1/sign-in', headers })).statusCode).toBe(401);
  });

  it('is slowed down after too many tries, with the seconds to wait', async () => {
    const strict = await openTestCentre({ triesPerMinute: 3 });
    const tries = [];
    for (let index = 0; index < 4; index++)
      tries.push(
        await strict.app.inject({
          method: 'POST',
          url: '/api/v1/sign-in',
          payload: { username: 'a', password: 'b' },
        }),
      );
    expect(tries.map(reply => reply.statusCode)).toEqual([401, 401, 401, 429]);
    expect(tries[3]?.json()).toEqual({ code: 'request.too_many', details: { after_s: 60 } });
    await strict.close();
  });
});

describe('accounts', () => {
  let staff: Awaited<ReturnType<typeof addStaff>>;
  beforeEach(async () => {
    await addUnits(centre.db);
    staff = await addStaff(centre.db, UNIT.west);
  });
  const account = (role: string, unit_id = UNIT.west) => ({
    unit_id,
    role,
    username: 'budi.s',
    name: 'Budi Santoso',
    password: 'kata-sandi-panjang',
  });

  it.each([
    ['operator', 'operator', 201],
    ['operator', 'officer', 201],
    ['officer', 'operator', 403],
    ['officer', 'officer', 403],
    ['officer', 'facilitator', 201],
    ['officer', 'supervisor', 201],
  ] as const)('an %s making an %s gets %d', async (by, role, status) => {
    const reply = await post('/accounts', account(role), staff[by].headers);
    expect(reply.statusCode === 400 ? 403 : reply.statusCode).toBe(status);
    if (status === 403) expect(reply.json().code).toBe('account.role_unit');
  });

  it('have usernames of their own', async () => {
    await post('/accounts', account('officer'), staff.operator.headers);
    const again = await post('/accounts', account('facilitator', UNIT.westOffice), staff.operator.headers);
    expect(again.json()).toEqual({ code: 'account.duplicate', details: { username: 'budi.s' } });
  });

  it('lose every sign-in with a new password or when closed', async () => {
    const { facilitator, officer } = staff;
    for (const payload of [{ password: 'kata-sandi-baru' }, { active: false }]) {
      const other = await addAccount(centre.db, 'facilitator', UNIT.west);
      expect((await patch(`/accounts/${other.id}`, { payload, headers: officer.headers })).statusCode).toBe(
        200,
      );
      const reply = await centre.app.inject({ url: '/api/v1/sign-in', headers: other.headers });
      expect(reply.statusCode).toBe(401);
    }
    expect(
      (await centre.app.inject({ url: '/api/v1/sign-in', headers: facilitator.headers })).statusCode,
    ).toBe(200);
  });

  it('are changed by those above, one’s own name and password by oneself', async () => {
    const { operator, officer } = staff;
    const by = officer.headers;
    expect(
      (await patch(`/accounts/${operator.id}`, { payload: { name: 'X' }, headers: by })).json().code,
    ).toBe('access.denied');
    expect(
      (await patch(`/accounts/${officer.id}`, { payload: { name: 'Baru' }, headers: by })).json().name,
    ).toBe('Baru');
    expect(
      (await patch(`/accounts/${officer.id}`, { payload: { active: true }, headers: by })).json().code,
    ).toBe('access.denied');
  });

  it('keep at least one active operator', async () => {
    const { operator } = staff;
    const close = () =>
      patch(`/accounts/${operator.id}`, { payload: { active: false }, headers: operator.headers });
    expect((await close()).json().code).toBe('account.last_operator');
    await addAccount(centre.db, 'operator', UNIT.agency);
    expect((await close()).json().active).toBe(false);
  });
});
