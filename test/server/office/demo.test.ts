// The demonstration: believable, plainly marked, and gone without a trace when it is removed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNip } from '../../../src/domain/person/nip.ts';
import { demo } from '../../../src/server/demo/demo.ts';
import { inventPeople } from '../../../src/server/demo/people.ts';
import { seeded } from '../../../src/server/demo/seeded.ts';
import { isPassword } from '../../../src/server/identity/password.ts';
import { readEventResult } from '../../../src/server/result/event-result.ts';
import { countOperators } from '../../../src/server/store/people/accounts.ts';
import { listEvents } from '../../../src/server/store/plan/events.ts';
import { listParticipants } from '../../../src/server/store/roster/participants.ts';
import { type Office, openOffice, person, planEvent } from './office.ts';

let office: Office;
let printed: string;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const run = async (...args: string[]): Promise<number> => {
  printed = '';
  const print = (text: string) => {
    printed += text;
  };
  return demo({ ...office.centre, address: 'http://localhost:8080', print }, args);
};
const password = () => /[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/.exec(printed)?.[0] ?? '';
const demoEvents = async () => {
  const units = await office.db.selectFrom('unit').select('id').where('demonstration', '=', 1).execute();
  return listEvents(office.db, { units: units.map(({ id }) => id) });
};
/** Every table but those that only ever grow a version or hold what ships with the product. */
const countRows = async () => {
  const counts: Record<string, number> = {};
  for (const { name } of await office.db.introspection.getTables()) {
    const rows = await office.db
      .selectFrom(name as 'unit')
      .selectAll()
      .execute();
    counts[name] =
      name === 'feed' ? rows.filter(row => (row as { body?: unknown }).body).length : rows.length;
  }
  return counts;
};

describe('the demonstration', () => {
  it('has a past event with results and one that begins today, each with 32 people', async () => {
    expect(await run()).toBe(0);
    const [today, past] = await demoEvents();
    expect([today?.starts_on, past?.starts_on]).toEqual(['2026-11-22', '2026-10-17']);
    for (const event of [today, past])
      expect(event).toMatchObject({
        participants: 32,
        demonstration: true,
        programme_name: 'Pelayanan Prima',
      });
    const result = await readEventResult(office.db, past?.id ?? '');
    expect(result).toMatchObject({ waiting: 0, quarantined: 0, attendance: { attended: 29 } });
    expect(result.survey).toMatchObject({ responses: 26, suppressed: false, index: { grade: 'B' } });
    expect(result.survey.comments).toHaveLength(10);
    expect(result.observation).toMatchObject({ assigned: 10, observed: 3 });
    expect((await readEventResult(office.db, today?.id ?? '')).survey.responses).toBe(0);
    for (const { nip } of await listParticipants(office.db, past?.id ?? ''))
      if (nip !== null) expect(checkNip(nip)).toMatchObject({ ok: true, value: { warning: null } });
  });

  it('tells the same story every time, with another secret', async () => {
    expect(inventPeople(32, seeded(7))).toEqual(inventPeople(32, seeded(7)));
    await run();
    const first = { password: password(), rows: await countRows() };
    await run();
    expect(password()).not.toBe(first.password);
    expect(await countRows()).toEqual({ ...first.rows, enrolment_code: 4 });
    const account = await office.db
      .selectFrom('account')
      .select('password_hash')
      .where('username', '=', 'demo.penyelenggara')
      .executeTakeFirstOrThrow();
    expect(await isPassword(password(), account.password_hash)).toBe(true);
    expect(printed).toContain(`/enrol#code=`);
  });

  it('is removed with its records, and leaves what is real untouched', async () => {
    const { event } = await planEvent(office);
    await office.must(
      'officer',
      'POST',
      `/events/${event.id}/participants`,
      person('Wati', '198504172010012001'),
    );
    const before = await countRows();
    await run();
    expect(await run('--remove')).toBe(0);
    expect(await countRows()).toEqual(before);
    expect(await run('--remove')).toBe(0);
    expect(printed).toContain('Tidak ada data demonstrasi');
    expect(await run()).toBe(0);
    expect(await demoEvents()).toHaveLength(2);
  });

  it('leaves a person behind who is on a real roster too', async () => {
    await run();
    const [, past] = await demoEvents();
    const shared = (await listParticipants(office.db, past?.id ?? '')).find(({ nip }) => nip !== null);
    const { event } = await planEvent(office);
    const row = person(shared?.name ?? '', shared?.nip ?? '');
    await office.must('officer', 'POST', `/events/${event.id}/participants`, row);
    await run('--remove');
    expect(await listParticipants(office.db, event.id)).toMatchObject([{ nip: shared?.nip }]);
  });

  it('does not stand in for the real operator: a first one can still be made', async () => {
    await office.db.updateTable('account').set({ active: 0 }).where('username', '=', 'operator').execute();
    await run();
    expect(await countOperators(office.db, 'agency')).toBe(0);
  });

  it('refuses words that it does not know', async () => {
    expect(await run('--purge')).toBe(2);
    expect(await demoEvents()).toEqual([]);
  });
});
