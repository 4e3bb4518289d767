// Enrolment: a single-use code, a key, a device.
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CODE_ALPHABET } from '../../../src/protocol/limits.ts';
import { addAccount, addStaff, addUnits, openTestCentre, type TestCentre, UNIT } from '../test-centre.ts';

let centre: TestCentre;
let staff: Awaited<ReturnType<typeof addStaff>>;
beforeEach(async () => {
  centre = await openTestCentre();
  await addUnits(centre.db);
  staff = await addStaff(centre.db, UNIT.west);
});
afterEach(() => centre.close());

const point = () => {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    format: 'jwk',
  });
  return { x, y };
};
const askCode = (headers: Record<string, string>, account_id: string | null = null) =>
  centre.app.inject({
    method: 'POST',
    url: '/api/v1/enrolment-codes',
    headers,
    payload: { unit_id: UNIT.west, account_id },
  });
const newCode = async (): Promise<string> => (await askCode(staff.facilitator.headers)).json().code;
const enrol = (code: string, public_key = point()) =>
  centre.app.inject({ method: 'POST', url: '/api/v1/enrol', payload: { code, public_key } });

describe('a code', () => {
  it('is eight plain symbols, told once, and stored only as a hash', async () => {
    const code = await newCode();
    expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{4}-[${CODE_ALPHABET}]{4}$`));
    const stored = JSON.stringify(await centre.db.selectFrom('enrolment_code').selectAll().execute());
    expect(stored).not.toContain(code.replace('-', ''));
  });

  it.each([
    ['as shown', (code: string) => code],
    ['in lower case', (code: string) => code.toLowerCase()],
    ['without the dash', (code: string) => code.replace('-', '')],
    ['with spaces', (code: string) => ` ${code.replace('-', ' ')} `],
  ])('works typed %s', async (_title, type) => {
    const reply = await enrol(type(await newCode()));
    expect(reply.json()).toMatchObject({ label: 'Tablet 1', unit: { id: UNIT.west }, account: null });
    expect(reply.json().key).toEqual(centre.centre.keys.current());
  });

  it('enrols one of fifty devices that use it at the same moment', async () => {
    const code = await newCode();
    const replies = await Promise.all(Array.from({ length: 50 }, () => enrol(code)));
    const codes = replies.map(reply => (reply.statusCode === 200 ? 'enrolled' : reply.json().code)).sort();
    expect(codes).toEqual([...Array(49).fill('code.used'), 'enrolled']);
    expect(await centre.db.selectFrom('device').selectAll().execute()).toHaveLength(1);
  });

  it('is wrong, used or expired, each told apart', async () => {
    expect((await enrol('AAAA-BBBB')).json()).toEqual({ code: 'code.wrong', details: {} });
    const used = await newCode();
    await enrol(used);
    expect((await enrol(used)).json()).toEqual({ code: 'code.used', details: {} });
    const late = await newCode();
    centre.passMinutes(15);
    expect((await enrol(late)).json()).toEqual({ code: 'code.expired', details: { minutes: 15 } });
  });

  it.each([
    [
      'no point of the curve',
      { x: Buffer.alloc(32, 1).toString('base64url'), y: Buffer.alloc(32, 2).toString('base64url') },
    ],
    ['cut off', { x: 'AAAA', y: 'AAAA' }],
    ['empty', { x: '', y: '' }],
  ])('is not used up by a key that is %s', async (_title, key) => {
    const code = await newCode();
    expect((await enrol(code, key)).json()).toMatchObject({
      code: 'request.invalid',
      details: { field: 'public_key' },
    });
    expect((await enrol(code)).statusCode).toBe(200);
  });

  it('is slowed down when guessed', async () => {
    const strict = await openTestCentre({ triesPerMinute: 1 });
    const guess = () =>
      strict.app.inject({
        method: 'POST',
        url: '/api/v1/enrol',
        payload: { code: 'A', public_key: point() },
      });
    expect([(await guess()).statusCode, (await guess()).statusCode]).toEqual([404, 429]);
    await strict.close();
  });
});

describe('a phone', () => {
  it('belongs to a supervisor, who enrols it alone', async () => {
    const { supervisor } = staff;
    const code = (await askCode(supervisor.headers, supervisor.id)).json().code;
    expect((await enrol(code)).json()).toMatchObject({
      label: 'Ponsel 1',
      account: { id: supervisor.id, name: supervisor.name },
    });
  });

  it.each<[string, () => Promise<[Record<string, string>, string | null]>, string]>([
    ['by a supervisor for a tablet', async () => [staff.supervisor.headers, null], 'access.denied'],
    [
      'by a supervisor for a colleague',
      async () => [staff.supervisor.headers, (await addAccount(centre.db, 'supervisor', UNIT.west)).id],
      'access.denied',
    ],
    [
      'for somebody who is no supervisor',
      async () => [staff.officer.headers, staff.facilitator.id],
      'access.denied',
    ],
    [
      'for a supervisor elsewhere',
      async () => [staff.officer.headers, (await addAccount(centre.db, 'supervisor', UNIT.east)).id],
      'request.not_found',
    ],
  ])('is not enrolled %s', async (_title, ask, code) => {
    const [headers, accountId] = await ask();
    expect((await askCode(headers, accountId)).json().code).toBe(code);
  });
});
