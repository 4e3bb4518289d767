// Units, programmes, events and sessions: planned at the office, told to the tablets.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AGENCY, morning, NORTH, type Office, openOffice, person, planEvent, SOUTH } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe('units', () => {
  it('are listed from the own one down, and told to every device', async () => {
    const { units } = await office.must('operator', 'GET', '/units');
    expect(units.map((unit: { code: string }) => unit.code)).toEqual(['16', '16.03', '16.71']);
    expect((await office.must('officer', 'GET', '/units')).units).toHaveLength(1);
    expect(await office.feed('public')).toHaveProperty([`unit ${NORTH}`, 'name'], 'Bakorwil Utara');
  });

  it('are added below an own one; a code that is taken is refused by name', async () => {
    const unit = { parent_id: NORTH, code: '16.71.02', name: 'Kecamatan Sukarami' };
    const made = await office.call('officer', 'POST', '/units', unit);
    expect(made).toMatchObject({ status: 201, body: { ...unit, demonstration: false } });
    expect(await office.call('officer', 'POST', '/units', unit)).toMatchObject({
      status: 409,
      body: { code: 'unit.duplicate', details: { code: '16.71.02' } },
    });
    expect(await office.call('officer', 'POST', '/units', { ...unit, parent_id: SOUTH })).toMatchObject({
      status: 404,
    });
  });
});

describe('events', () => {
  it('run a programme of the own unit or of one above, and reach the tablets with the newest survey', async () => {
    const { event, programme } = await planEvent(office);
    expect(event).toMatchObject({ programme_name: 'Pelayanan Prima', participants: 0, responses: 0 });
    expect(await office.feed(`unit:${NORTH}`)).toMatchObject({
      [`event ${event.id}`]: { name: 'Angkatan I', survey: { code: 'skm9', version: 1 }, unit_id: NORTH },
    });
    const { programmes } = await office.must('officer', 'GET', '/programmes');
    expect(programmes).toMatchObject([{ id: programme.id, unit_id: AGENCY, events: 1 }]);
    const of = async (id: string) =>
      (await office.must('facilitator', 'GET', `/events?programme=${id}`)).events;
    expect(await of(programme.id)).toHaveLength(1);
    expect(await of(NORTH)).toEqual([]);
  });

  it.each([
    [{ starts_on: '2026-11-23', ends_on: '2026-11-22' }, 'event.dates', {}],
    [{ starts_on: '2026-02-30' }, 'request.invalid', { field: 'starts_on' }],
    [{ name: '  ' }, 'request.invalid', { field: 'name' }],
    [{ starts_on: '2026-11-23' }, 'session.day_outside', { starts_on: '2026-11-23' }],
  ])('are not changed to %j: %s', async (change, code, details) => {
    const { event } = await planEvent(office);
    const { name, venue, starts_on, ends_on } = event;
    const wanted = { name, venue, starts_on, ends_on, ...change };
    expect(await office.call('officer', 'PATCH', `/events/${event.id}`, wanted)).toMatchObject({
      status: 400,
      body: { code, details },
    });
  });

  it('under another name reach tablets and phones, assignments included', async () => {
    const { event } = await planEvent(office);
    const participant = await office.must(
      'officer',
      'POST',
      `/events/${event.id}/participants`,
      person('Wati'),
    );
    const assignment = {
      participant_id: participant.id,
      supervisor_id: office.idOf('supervisor'),
      due_on: '2026-12-22',
    };
    await office.must('officer', 'POST', `/events/${event.id}/assignments`, assignment);
    const change = { name: 'Angkatan II', venue: 'Aula', starts_on: '2026-11-22', ends_on: '2026-11-24' };
    expect(await office.must('officer', 'PATCH', `/events/${event.id}`, change)).toMatchObject({
      event: change,
    });
    expect(await office.feed(`unit:${NORTH}`)).toMatchObject({ [`event ${event.id}`]: change });
    const [row] = Object.values(await office.feed(`account:${office.idOf('supervisor')}`));
    expect(row).toMatchObject({ event_name: 'Angkatan II', instrument: { code: 'observasi', version: 1 } });
  });

  it('of another unit, and programmes of a unit beside, are as if they were not there', async () => {
    const { event, programme } = await planEvent(office);
    const planned = { ...event, programme_id: programme.id };
    const { name, venue, starts_on, ends_on } = planned;
    const fields = { name, venue, starts_on, ends_on };
    const own = await office.must('stranger', 'POST', '/programmes', { unit_id: SOUTH, name: 'Lain' });
    const calls = [
      ['stranger', 'GET', `/events/${event.id}`],
      ['stranger', 'PATCH', `/events/${event.id}`, fields],
      ['stranger', 'GET', `/events/${event.id}/result`],
      ['stranger', 'POST', '/events', { ...fields, programme_id: programme.id, unit_id: NORTH }],
      ['officer', 'POST', '/events', { ...fields, programme_id: own.id, unit_id: NORTH }],
    ] as const;
    for (const [who, method, path, body] of calls)
      expect(await office.call(who, method, path, body)).toMatchObject({ status: 404 });
    expect(await office.call('supervisor', 'GET', `/events/${event.id}`)).toMatchObject({ status: 403 });
    expect(await office.call('facilitator', 'PATCH', `/events/${event.id}`, fields)).toMatchObject({
      status: 403,
    });
  });
});

describe('sessions', () => {
  it.each([
    [{ day: '2026-11-24' }, 'session.day_outside'],
    [{ ends_at: '08:00' }, 'request.invalid'],
    [{ starts_at: '25:00' }, 'request.invalid'],
  ])('with %j are refused: %s', async (change, code) => {
    const { event, session } = await planEvent(office);
    const wanted = { ...morning, ...change };
    for (const [method, path] of [
      ['POST', `/events/${event.id}/sessions`],
      ['PATCH', `/sessions/${session.id}`],
    ] as const)
      expect(await office.call('officer', method, path, wanted)).toMatchObject({
        status: 400,
        body: { code },
      });
  });

  it('are changed and removed on the tablets too', async () => {
    const { event, session } = await planEvent(office);
    const changed = { ...morning, name: 'Pembukaan', day: '2026-11-23' };
    await office.must('officer', 'PATCH', `/sessions/${session.id}`, changed);
    expect(await office.feed(`unit:${NORTH}`)).toMatchObject({ [`session ${session.id}`]: changed });
    expect(await office.call('officer', 'DELETE', `/sessions/${session.id}`)).toMatchObject({
      status: 204,
      body: '',
    });
    expect(await office.feed(`unit:${NORTH}`)).toMatchObject({ [`session ${session.id}`]: null });
    expect((await office.must('officer', 'GET', `/events/${event.id}`)).sessions).toEqual([]);
  });

  it('with attendance stay', async () => {
    const { event, session } = await planEvent(office);
    const { id } = await office.must('officer', 'POST', `/events/${event.id}/participants`, person('Wati'));
    await office.mark(event.id, session.id, id, 'present');
    expect(await office.call('officer', 'DELETE', `/sessions/${session.id}`)).toMatchObject({
      status: 409,
      body: { code: 'session.has_marks', details: { marks: 1 } },
    });
  });
});
