// Events: planned here, run on the tablets of their unit.
import { Type } from 'typebox';
import { isDay } from '../../domain/calendar/day.ts';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { EventChange, EventDetail, EventList, NewEvent } from '../../protocol/office/plan.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { App, Centre } from '../centre.ts';
import { findAskedProblem, readAsked } from '../instrument/asked.ts';
import { refuse } from '../refuse.ts';
import type { Database } from '../store/database.ts';
import { insertEvent, listEvents, readEvent, updateEvent } from '../store/plan/events.ts';
import { DEFAULT_SURVEY, newestVersion } from '../store/plan/instruments.ts';
import { listProgrammes } from '../store/plan/programmes.ts';
import { listSessions } from '../store/plan/sessions.ts';
import { unitsAbove } from '../store/plan/units.ts';
import { publishAssignments } from '../store/roster/assignments.ts';
import { unitOf } from '../unit-of.ts';

const url = '/api/v1/events';
const tags = ['plan'];

export function events(app: App, centre: Centre): void {
  readEvents(app, centre);
  writeEvents(app, centre);
}

function readEvents(app: App, { db }: Centre): void {
  app.get(
    url,
    {
      config: { access: { who: ['operator', 'officer', 'facilitator'], unit: 'own' } },
      schema: {
        tags,
        summary: 'Events of own units, newest first',
        querystring: Type.Object({ programme: Type.Optional(Id) }),
        response: { 200: EventList, '4xx': ProblemSchema },
      },
    },
    async request => ({
      events: await listEvents(db, { units: request.units, programme: request.query.programme }),
    }),
  );

  app.get(
    `${url}/:id`,
    {
      config: { access: { who: ['operator', 'officer', 'facilitator'], unit: unitOf.event } },
      schema: {
        tags,
        summary: 'One event with its sessions',
        params: Type.Object({ id: Id }),
        response: { 200: EventDetail, '4xx': ProblemSchema },
      },
    },
    request => readDetail(db, request.params.id),
  );
}

function writeEvents(app: App, { db, newId }: Centre): void {
  app.post(
    url,
    {
      config: {
        access: { who: ['operator', 'officer'], unit: async request => (request.body as NewEvent).unit_id },
      },
      schema: {
        tags,
        summary: 'Plan an event; without a survey its kiosk asks the newest satisfaction survey',
        body: NewEvent,
        response: { 201: EventDetail, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const problem = findDateProblem(request.body);
      if (problem) return refuse(reply, problem.code, problem.details);
      const runnable = [...(await unitsAbove(db, request.body.unit_id)), ...request.units];
      const programmes = await listProgrammes(db, runnable, []);
      if (!programmes.some(({ id }) => id === request.body.programme_id))
        return refuse(reply, 'request.not_found');
      const { survey = await newestVersion(db, DEFAULT_SURVEY), ...event } = request.body;
      const wrong = await findAskedProblem(db, { ...event, survey });
      if (wrong) return refuse(reply, wrong.code, wrong.details);
      const id = newId();
      await db.transaction().execute(trx => insertEvent(trx, { id, ...event }, survey));
      reply.code(201);
      return readDetail(db, id);
    },
  );

  app.patch(
    `${url}/:id`,
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOf.event } },
      schema: {
        tags,
        summary: 'Change name, venue, days or questionnaires of an event',
        params: Type.Object({ id: Id }),
        body: EventChange,
        response: { 200: EventDetail, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { starts_on, ends_on } = request.body;
      const problem = findDateProblem(request.body);
      if (problem) return refuse(reply, problem.code, problem.details);
      const sessions = await listSessions(db, id);
      if (sessions.some(({ day }) => day < starts_on || day > ends_on))
        return refuse(reply, 'session.day_outside', { starts_on, ends_on });
      const wrong = await findAskedProblem(db, request.body, id);
      if (wrong) return refuse(reply, wrong.code, wrong.details);
      await db.transaction().execute(async trx => {
        await updateEvent(trx, id, request.body);
        await publishAssignments(trx, { event_id: id });
      });
      return readDetail(db, id);
    },
  );
}

function findDateProblem({ starts_on, ends_on }: EventChange): Problem | null {
  for (const [field, day] of Object.entries({ starts_on, ends_on }))
    if (!isDay(day)) return { code: 'request.invalid', details: { field, reason: day } };
  return ends_on < starts_on ? { code: 'event.dates', details: {} } : null;
}

async function readDetail(db: Database, id: string): Promise<EventDetail> {
  return {
    event: await readEvent(db, id),
    sessions: await listSessions(db, id),
    ...(await readAsked(db, id)),
  };
}
