// The real device against the real centre: enrolled with a code, offline at a venue, home with every answer, once.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutbox } from '../../src/device/store/outbox.ts';
import type { EventView, Tablet } from '../../src/device/tablet.ts';
import { upgrade } from '../../src/domain/instrument/older.ts';
import { observation } from '../../src/domain/instrument/shipped/observation.ts';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';
import { createApp } from '../../src/server/app.ts';
import type { App } from '../../src/server/centre.ts';
import { type Bench, bench, chance, kioskDraft, observationDraft, seen } from '../device/fixture.ts';
import { NORTH, type Office, openOffice, person, planEvent } from '../server/office/office.ts';

let office: Office;
/** A second server process over the office's database: the one that the tablets reach. */
let app: App;
beforeEach(async () => {
  office = await openOffice();
  app = await createApp(office.centre);
});
afterEach(async () => {
  await app.close();
  await office.close();
});

/** The road between them; a fault may stand in its way. */
type Fault = (send: () => Promise<Response>) => Promise<Response>;
const straight: Fault = send => send();
let fault: Fault = straight;

const road: typeof fetch = async (input, init) => {
  const send = async () => {
    const payload = Buffer.from(await new Response(init?.body ?? null).arrayBuffer());
    const headers = Object.fromEntries(new Headers(init?.headers));
    const reply = await app.inject({ method: 'POST', url: String(input), headers, payload });
    return new Response(new Uint8Array(reply.rawPayload), {
      status: reply.statusCode,
      headers: { 'content-type': String(reply.headers['content-type'] ?? '') },
    });
  };
  return fault(send);
};

async function venue() {
  fault = straight;
  const { event, session } = await planEvent(office);
  const participants: { id: string }[] = [];
  for (const name of ['Wati', 'Ahmad', 'Yusuf', 'Siti', 'Rina', 'Budi'])
    participants.push(await office.must('officer', 'POST', `/events/${event.id}/participants`, person(name)));
  const assignment = await office.must('officer', 'POST', `/events/${event.id}/assignments`, {
    participant_id: participants[0]?.id,
    supervisor_id: office.idOf('supervisor'),
    due_on: '2027-01-31',
  });
  const on = bench();
  const { tablet, view } = await enrolledTablet(on, event.id);
  return { on, tablet, view, event, session, participants, assignment };
}

async function enrolledTablet(on: Bench, eventId: string): Promise<{ tablet: Tablet; view: EventView }> {
  const tablet = on.open({ fetch: road });
  await tablet.start();
  const { code } = await office.must('officer', 'POST', '/enrolment-codes', {
    unit_id: NORTH,
    account_id: null,
  });
  expect(await tablet.enrol(` ${code.toLowerCase()} `)).toMatchObject({
    value: { unit: { id: NORTH }, account: null },
  });
  const view = await seen(tablet.event(eventId), value => value?.participants.length === 6);
  return { tablet, view: view as EventView };
}

async function answer(tablet: Tablet, event_id: string, choice: string): Promise<void> {
  const answers = Object.fromEntries(
    skm9.questions.map(question => [question.code, question.type === 'text' ? 'Lanjutkan' : choice]),
  );
  const draft = kioskDraft({ event_id, instrument: { code: skm9.code, version: skm9.version }, answers });
  await tablet.saveDraft(draft);
  expect(await tablet.finalise(draft, upgrade(skm9))).toBe(true);
}

async function observe(tablet: Tablet, event_id: string, assignment_id: string): Promise<void> {
  const answers = Object.fromEntries(
    observation.questions.map(question => [
      question.code,
      question.type === 'text' ? 'Melayani dengan tertib' : (question.choices[0]?.code ?? null),
    ]),
  );
  const { code, version } = observation;
  const more = { key: `observation:${assignment_id}`, event_id, assignment_id, answers };
  const draft = observationDraft({ ...more, instrument: { code, version } });
  await tablet.saveDraft(draft);
  expect(await tablet.finalise(draft, upgrade(observation))).toBe(true);
}

const home = (tablet: Tablet) =>
  seen(tablet.sync.status(), ({ pending, state }) => pending === 0 && state.kind === 'idle');

const resultOf = async (eventId: string) => {
  await app.projector.idle();
  return office.must('officer', 'GET', `/events/${eventId}/result`);
};

async function captureDay({
  tablet,
  event,
  session,
  participants,
  assignment,
}: Awaited<ReturnType<typeof venue>>) {
  for (const { id } of participants) await tablet.mark(event.id, session.id, id, 'absent');
  for (const { id } of participants) await tablet.mark(event.id, session.id, id, 'present');
  for (const choice of ['3', '3', '4', '3', '3', '3']) await answer(tablet, event.id, choice);
  await observe(tablet, event.id, assignment.id);
}

async function expectDayAtOffice(eventId: string): Promise<void> {
  const result = await resultOf(eventId);
  expect(result).toMatchObject({ waiting: 0, quarantined: 0 });
  expect(JSON.stringify(result)).toContain('79.17');
  const raw = await office.db.selectFrom('raw').select(['kind', 'device_id', 'state']).execute();
  expect(raw.map(row => `${row.kind} ${row.state}`).sort()).toEqual([
    ...Array(12).fill('mark projected'),
    ...Array(7).fill('submission projected'),
  ]);
  expect(raw.filter(row => row.device_id === null)).toHaveLength(6);
}

it('what is planned comes down, what is captured comes home, nothing waits and nothing is doubled', async () => {
  const day = await venue();
  expect(day.view.participants.map(each => each.name)).toEqual([
    'Ahmad',
    'Budi',
    'Rina',
    'Siti',
    'Wati',
    'Yusuf',
  ]);
  expect(await day.tablet.lockKiosk(day.event.id)).toMatchObject({ instrument: { code: 'skm9' } });
  await captureDay(day);
  day.tablet.sync.now();
  expect(await home(day.tablet)).toMatchObject({ quarantined: 0 });
  await expectDayAtOffice(day.event.id);
  const [device] = (await office.must('officer', 'GET', '/devices')).devices;
  expect(device).toMatchObject({ finalised: 19 });
  expect(await seen(day.tablet.assignments())).toMatchObject([{ state: 'done' }]);
});

describe('a broken road', () => {
  const html = () =>
    new Response('<html>Selamat datang</html>', { headers: { 'content-type': 'text/html' } });
  it.each<[string, Fault]>([
    ['no signal', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a captive portal', async () => html()],
    [
      'every reply lost after the commit',
      async send => {
        await send();
        throw new TypeError('Failed to fetch');
      },
    ],
    [
      'every reply torn',
      async send => {
        const reply = await send();
        return new Response((await reply.text()).slice(0, -5), reply);
      },
    ],
    ['a gateway that fails', async () => new Response('', { status: 502 })],
  ])('%s only delays: once it is mended everything comes home once', async (_, broken) => {
    const day = await venue();
    fault = broken;
    await captureDay(day);
    for (let n = 0; n < 3; n++) {
      day.tablet.sync.now();
      await seen(day.tablet.sync.status(), ({ state }) => state.kind === 'unreachable');
    }
    expect(await seen(day.tablet.sync.status())).toMatchObject({ pending: 19 });
    fault = straight;
    day.tablet.sync.now();
    await home(day.tablet);
    await expectDayAtOffice(day.event.id);
  });

  it('that fails by chance, at every step, with a restart in between', async () => {
    const day = await venue();
    const random = chance(5);
    fault = async send => {
      const luck = random();
      if (luck < 0.3) throw new TypeError('Failed to fetch');
      const reply = await send();
      if (luck < 0.6) throw new TypeError('reply lost');
      return luck < 0.7 ? html() : reply;
    };
    await captureDay(day);
    let { tablet } = day as { tablet: Tablet & { close?(): void } };
    for (let n = 0; n < 12; n++) {
      tablet.sync.now();
      await seen(tablet.sync.status(), ({ state }) => state.kind !== 'sending');
      if (n === 5) {
        tablet.close?.();
        tablet = day.on.open({ fetch: road });
        await tablet.start();
      }
    }
    fault = straight;
    tablet.sync.now();
    await home(tablet);
    await expectDayAtOffice(day.event.id);
  });
});

it('a centre restored from an older copy gets everything again, and counts it once', async () => {
  const day = await venue();
  await captureDay(day);
  day.tablet.sync.now();
  await home(day.tablet);
  await resultOf(day.event.id);
  for (const table of ['raw', 'mark', 'response_tally', 'answer_tally', 'comment', 'observation'] as const)
    await office.db.deleteFrom(table).execute();
  await office.db.updateTable('setting').set({ value: 'restored' }).where('key', '=', 'epoch').execute();
  day.tablet.sync.now();
  const outbox = createOutbox({ indexedDB: day.on.indexedDB });
  await expect.poll(async () => (await outbox.local.get('epoch'))?.value).toBe('restored');
  await home(day.tablet);
  await expectDayAtOffice(day.event.id);
});

it.each([
  ['retired', 0],
  ['lost', 1],
] as const)(
  'a device that is %s is told so, and keeps what the centre does not take from it',
  async (state, pending) => {
    const day = await venue();
    const [device] = (await office.must('officer', 'GET', '/devices')).devices;
    await office.must('officer', 'POST', `/devices/${device.id}/state`, { state });
    await day.tablet.mark(day.event.id, day.session.id, day.participants[0]?.id ?? '', 'present');
    day.tablet.sync.now();
    const status = await seen(day.tablet.sync.status(), told => told.state.kind === 'refused');
    expect(status).toMatchObject({ pending, state: { problem: { code: `device.${state}` } } });
    await office.must('officer', 'POST', `/devices/${device.id}/state`, { state: 'active' });
    day.tablet.sync.now();
    await home(day.tablet);
  },
);

it('a used code says so', async () => {
  const { code } = await office.must('officer', 'POST', '/enrolment-codes', {
    unit_id: NORTH,
    account_id: null,
  });
  const first = bench().open({ fetch: road });
  await first.start();
  expect(await first.enrol(code)).toMatchObject({ ok: true });
  const second = bench().open({ fetch: road });
  await second.start();
  expect(await second.enrol(code)).toMatchObject({ ok: false, problem: { code: 'code.used' } });
  expect(await second.enrol('WRONG')).toMatchObject({ ok: false, problem: { code: 'code.wrong' } });
});
