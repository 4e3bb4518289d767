// A tablet with its real databases and push, the real centre, and the road between them in the test's hand.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { createOutbox } from '../../src/device/store/outbox.ts';
import type { Surroundings } from '../../src/device/surroundings.ts';
import { createExchange } from '../../src/device/sync/exchange.ts';
import { createPusher } from '../../src/device/sync/push.ts';
import type { Tablet } from '../../src/device/tablet.ts';
import { upgrade } from '../../src/domain/instrument/older.ts';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';
import { makeEnrolmentCode } from '../../src/server/identity/enrolment-code.ts';
import { type Bench, bench, chance, kioskDraft, seen } from '../device/fixture.ts';
import {
  addAccount,
  addPlan,
  addUnits,
  EVENT,
  openTestCentre,
  PARTICIPANTS,
  SESSION,
  type TestCentre,
  UNIT,
} from '../server/test-centre.ts';

/** What happens to one request to the centre instead of, around or after what ought to happen. */
export type Fault = (send: () => Promise<Response>, body: Buffer, path: string) => Promise<Response>;
export const straight: Fault = send => send();
export const lost: Fault = async send => {
  await send();
  throw new TypeError('Failed to fetch');
};

export type Road = { fault: Fault; fetch: typeof fetch; asked: { path: string; body: Buffer }[] };

export type Day = Awaited<ReturnType<typeof openDay>>;

/** An enrolled tablet of the west that holds its event with twenty people. Everything is closed with the test. */
export async function openDay() {
  const centre = await openTestCentre();
  onTestFinished(() => centre.close());
  await addUnits(centre.db);
  await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  const officer = await addAccount(centre.db, 'officer', UNIT.agency);
  const road = roadTo(centre);
  const on = bench();
  const tablet = on.open({ fetch: road.fetch });
  await tablet.start();
  const enrolled = await tablet.enrol((await makeEnrolmentCode(centre.centre, UNIT.west, null)).code);
  if (!enrolled.ok) throw new Error(enrolled.problem.code);
  await seen(
    tablet.sync.status(),
    ({ state, last_contact_at }) => state.kind === 'idle' && last_contact_at !== null,
  );
  return { ...centre, officer, road, on, tablet, ...handOf(on, road) };
}

function roadTo({ app }: TestCentre): Road {
  const road: Road = {
    fault: straight,
    asked: [],
    fetch: async (input, init) => {
      const path = String(input);
      const body = Buffer.from(await new Response(init?.body ?? null).arrayBuffer());
      road.asked.push({ path, body });
      const send = async () => {
        const headers = Object.fromEntries(new Headers(init?.headers));
        const reply = await app.inject({ method: 'POST', url: path, headers, payload: body });
        return new Response(new Uint8Array(reply.rawPayload), {
          status: reply.statusCode,
          headers: { 'content-type': String(reply.headers['content-type'] ?? '') },
        });
      };
      return road.fault(send, body, path);
    },
  };
  return road;
}

/** The push of a tab on these databases, driven by hand. */
export function handOf(on: Bench, { fetch }: Road, change: Partial<Surroundings> = {}) {
  const outbox = createOutbox({ indexedDB: on.indexedDB });
  const exchange = createExchange({ fetch, crypto, schedule: on.time.schedule });
  const pusher = createPusher({ ...on.surroundings, crypto, outbox, exchange, random: chance(7), ...change });
  return { outbox, pusher, push: () => pusher.pushAll() };
}

/** Another tablet that holds what this one holds at this moment, as a copied or restored profile does. */
export async function twinOf({ outbox, road }: Day) {
  const on: Bench = { ...bench(), indexedDB: new IDBFactory() };
  const hand = handOf(on, road);
  for (const table of outbox.tables) await hand.outbox.table(table.name).bulkPut(await table.toArray());
  const tablet = on.open({ fetch: road.fetch, indexedDB: on.indexedDB });
  await tablet.start();
  return { ...hand, tablet };
}

/** Marks of as many people, one after the other. */
export async function markPeople(tablet: Tablet, count: number, from = 0): Promise<void> {
  for (const person of PARTICIPANTS.slice(from, from + count))
    await tablet.mark(EVENT.west, SESSION.west, person, 'present');
}

/** One finished sheet of the satisfaction survey. */
export async function answerSurvey(tablet: Tablet, saran: string | null = null): Promise<void> {
  const scored = skm9.questions.filter(question => question.type === 'select_one');
  const answers = { ...Object.fromEntries(scored.map(question => [question.code, '4'])), saran };
  const instrument = { code: skm9.code, version: skm9.version };
  const draft = kioskDraft({ event_id: EVENT.west, instrument, answers });
  await tablet.saveDraft(draft);
  if (!(await tablet.finalise(draft, upgrade(skm9)))) throw new Error('the sheet was not finished');
}

/** What the centre holds, once everything is projected: rows of each table, and what people will read. */
export async function heldAt({ app, db }: Day) {
  await app.projector.idle();
  const raw = await db.selectFrom('raw').select(['id', 'kind', 'state', 'reason']).execute();
  const marks = await db.selectFrom('mark').select('participant_id').execute();
  const responses = await db.selectFrom('response_tally').select('n').execute();
  return {
    raw: raw.length,
    quarantined: raw.filter(({ state }) => state === 'quarantined').length,
    marked: marks.map(({ participant_id }) => participant_id).sort(),
    responses: responses.reduce((sum, { n }) => sum + n, 0),
  };
}

export const waiting = ({ outbox }: Pick<Day, 'outbox'>): Promise<number> => outbox.records.count();
