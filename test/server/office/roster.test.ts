// Rosters typed in and taken in from files, and who observes whom.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NORTH, type Office, openOffice, person, planEvent, SOUTH } from './office.ts';

let office: Office;
let event: { id: string };
let session: { id: string };
beforeEach(async () => {
  office = await openOffice();
  ({ event, session } = await planEvent(office));
});
afterEach(() => office.close());

const NIP = '198504172010012001';
const add = (row: object) => office.call('officer', 'POST', `/events/${event.id}/participants`, row);
const takeIn = (text: string | Uint8Array, media = 'text/csv') =>
  office.call('officer', 'POST', `/events/${event.id}/participants/import`, Buffer.from(text), media);
const names = async () =>
  (await office.must('facilitator', 'GET', `/events/${event.id}/participants`)).participants.map(
    (participant: { name: string }) => participant.name,
  );

describe('one person', () => {
  it('is added with the NIP as digits and told to the tablets', async () => {
    const { status, body } = await add(person('Wati', '19850417 201001 2 001'));
    expect([status, body.nip]).toEqual([201, NIP]);
    expect(await office.feed(`unit:${NORTH}`)).toMatchObject({
      [`participant ${body.id}`]: { name: 'Wati', nip: NIP, event_id: event.id },
    });
    expect(await office.feed(`unit:${NORTH}`)).not.toHaveProperty([`participant ${body.id}`, 'person_id']);
  });

  it.each([
    [person(' '), 'request.invalid'],
    [person('-'), 'person.name_missing'],
    [person('Wati', '1,98504E+17'), 'nip.not_digits'],
    [person('Wati', '1985'), 'nip.length'],
    [{ ...person('Wati'), position: 'x'.repeat(121) }, 'request.invalid'],
  ])('like %j is refused: %s', async (row, code) => {
    expect(await add(row)).toMatchObject({ status: 400, body: { code } });
    expect(await names()).toEqual([]);
  });

  it('is not added twice, with a NIP or without', async () => {
    for (const row of [person('Wati', NIP), person('Eko')]) {
      expect((await add(row)).status).toBe(201);
      expect(await add({ ...row, name: row.name.toUpperCase() })).toMatchObject({
        status: 409,
        body: { code: 'participant.duplicate' },
      });
    }
    expect(await names()).toEqual(['Eko', 'WATI']);
  });

  it('leaves the roster and the tablets, with assignments, until a record tells of them', async () => {
    const { body: wati } = await add(person('Wati', NIP));
    const { body: eko } = await add(person('Eko'));
    const supervisor_id = office.idOf('supervisor');
    const assignment = { participant_id: wati.id, supervisor_id, due_on: '2026-12-22' };
    await office.must('officer', 'POST', `/events/${event.id}/assignments`, assignment);
    await office.mark(event.id, session.id, eko.id, 'late');
    expect((await office.call('officer', 'DELETE', `/participants/${wati.id}`)).status).toBe(204);
    expect(await office.feed(`unit:${NORTH}`)).toMatchObject({ [`participant ${wati.id}`]: null });
    expect(Object.values(await office.feed(`account:${supervisor_id}`))).toEqual([null]);
    expect(await office.db.selectFrom('person').select('name').execute()).toEqual([{ name: 'Eko' }]);
    expect(await office.call('officer', 'DELETE', `/participants/${eko.id}`)).toMatchObject({
      status: 409,
      body: { code: 'participant.has_records', details: { name: 'Eko' } },
    });
  });
});

describe('a file', () => {
  it('adds good rows and tells of the others by line', async () => {
    const file = [
      'Nama;NIP;Gol;Jabatan;Unit kerja',
      `Wati;'${NIP};III/b;Analis;Dinas X`,
      'Eko;;;;',
      ';198504172010012002;;;',
      'Dwi;1,98504E+17;;;',
      'wati;19850417 201001 2 001;III/c;Analis;Dinas X',
      'Muda;200506172020012001;;;',
    ].join('\r\n');
    const { status, body } = await takeIn(`\uFEFF${file}`);
    expect(status).toBe(200);
    expect([body.added, body.already]).toEqual([3, 1]);
    const told = (lines: { line: number; problem: { code: string } }[]) =>
      lines.map(({ line, problem }) => [line, problem.code]);
    expect(told(body.refused)).toEqual([
      [4, 'person.name_missing'],
      [5, 'nip.not_digits'],
    ]);
    expect(told(body.warnings)).toEqual([[7, 'nip.young']]);
    const { participants } = await office.must('officer', 'GET', `/events/${event.id}/participants`);
    expect(participants.find((found: { nip: string }) => found.nip === NIP)).toMatchObject({ rank: 'III/c' });
    expect((await takeIn(file)).body).toMatchObject({ added: 0, already: 4 });
  });

  it('with a NIP that belongs to somebody else keeps that name and warns', async () => {
    await add(person('Wati', NIP));
    const { body } = await takeIn(`Nama,NIP,Jabatan\nJoko Susilo,${NIP},Camat`);
    expect(body.warnings).toMatchObject([
      { line: 2, name: 'Joko Susilo', problem: { code: 'nip.known_as', details: { name: 'Wati' } } },
    ]);
    const { participants } = await office.must('officer', 'GET', `/events/${event.id}/participants`);
    expect(participants).toMatchObject([{ name: 'Wati', position: 'Analis' }]);
  });

  it.each([
    ['a spreadsheet', 'PK\u0003\u0004rest', 'file.not_text', { found: 'Excel .xlsx / ZIP' }],
    ['a PDF', '%PDF-1.7', 'file.not_text', { found: 'PDF' }],
    ['a NUL', 'Nama\0', 'file.not_text', { found: 'NUL (0x00)' }],
    ['another encoding', Uint8Array.of(0x4e, 0x61, 0x6d, 0x61, 0x0a, 0x96), 'file.not_text', {}],
    ['nothing', '\n', 'file.empty', {}],
    ['no names', 'NIP\n1', 'file.no_name_column', {}],
    ['too many rows', `Nama\n${'Wati\n'.repeat(2001)}`, 'file.too_many_rows', { max: 2000 }],
  ])('of %s is refused in its own words', async (_, content, code, details) => {
    expect(await takeIn(content)).toMatchObject({ status: 400, body: { code, details } });
    expect(await names()).toEqual([]);
  });

  it('of another media type, or too large, is refused before it is read', async () => {
    expect(await takeIn('{}', 'application/json')).toMatchObject({
      status: 415,
      body: { code: 'request.media_type', details: { media: 'application/json' } },
    });
    expect(await takeIn(`Nama\n${'x'.repeat(600_000)}`)).toMatchObject({
      status: 413,
      body: { code: 'request.too_large' },
    });
    expect(await office.call('officer', 'POST', `/events/${event.id}/participants/import`)).toMatchObject({
      status: 400,
      body: { code: 'file.empty' },
    });
  });
});

describe('assignments', () => {
  const assign = (participant_id: string, supervisor_id: string, due_on = '2026-12-22') =>
    office.call('officer', 'POST', `/events/${event.id}/assignments`, {
      participant_id,
      supervisor_id,
      due_on,
    });

  it('reach the phone of the supervisor, once each, and can be taken back', async () => {
    const { body: wati } = await add(person('Wati', NIP));
    const supervisor = office.idOf('supervisor');
    const { status, body } = await assign(wati.id, supervisor);
    expect([status, body]).toMatchObject([201, { participant_name: 'Wati', observed_on: null }]);
    expect(await assign(wati.id, supervisor)).toMatchObject({
      status: 409,
      body: { code: 'assignment.duplicate', details: { name: 'Wati' } },
    });
    const row = { participant_name: 'Wati', due_on: '2026-12-22', programme_name: 'Pelayanan Prima' };
    for (const scope of [`account:${supervisor}`, `unit:${NORTH}`])
      expect(await office.feed(scope)).toMatchObject({ [`assignment ${body.id}`]: row });
    expect((await office.call('officer', 'DELETE', `/assignments/${body.id}`)).status).toBe(204);
    for (const scope of [`account:${supervisor}`, `unit:${NORTH}`])
      expect(await office.feed(scope)).toMatchObject({ [`assignment ${body.id}`]: null });
  });

  it('name a participant of this event, a supervisor within reach, and a day that exists', async () => {
    const { body: wati } = await add(person('Wati', NIP));
    const supervisor = office.idOf('supervisor');
    expect((await assign(SOUTH, supervisor)).status).toBe(404);
    expect((await assign(wati.id, office.idOf('facilitator'))).status).toBe(404);
    expect(await assign(wati.id, supervisor, '2026-02-30')).toMatchObject({
      body: { details: { field: 'due_on' } },
    });
  });
});
