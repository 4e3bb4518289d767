// Sessions of an event.
import { Type } from 'typebox';
import { isDay } from '../../domain/calendar/day.ts';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { NewSession, Session } from '../../protocol/office/plan.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { App, Centre } from '../centre.ts';
import { refuse } from '../refuse.ts';
import { readEvent } from '../store/plan/events.ts';
import { countSessionMarks, deleteSession, findSession, saveSession } from '../store/plan/sessions.ts';
import { unitOf } from '../unit-of.ts';

const tags = ['plan'];

export function sessions(app: App, { db, newId }: Centre): void {
  app.post(
    '/api/v1/events/:id/sessions',
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOf.event } },
      schema: {
        tags,
        summary: 'Add a session to an event',
        params: Type.Object({ id: Id }),
        body: NewSession,
        response: { 201: Session, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const event = await readEvent(db, request.params.id);
      const problem = findProblem(request.body, event);
      if (problem) return refuse(reply, problem.code, problem.details);
      const session = { id: newId(), event_id: event.id, ...request.body };
      await db.transaction().execute(trx => saveSession(trx, session, event.unit_id));
      reply.code(201);
      return session;
    },
  );

  app.patch(
    '/api/v1/sessions/:id',
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOf.session } },
      schema: {
        tags,
        summary: 'Change a session',
        params: Type.Object({ id: Id }),
        body: NewSession,
        response: { 200: Session, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const found = await findSession(db, id);
      if (!found) return refuse(reply, 'request.not_found');
      const problem = findProblem(request.body, found);
      if (problem) return refuse(reply, problem.code, problem.details);
      const session = { id, event_id: found.event_id, ...request.body };
      await db.transaction().execute(trx => saveSession(trx, session, found.unit_id));
      return session;
    },
  );

  app.delete(
    '/api/v1/sessions/:id',
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOf.session } },
      schema: {
        tags,
        summary: 'Remove a session that has no attendance yet',
        params: Type.Object({ id: Id }),
        response: { 204: Type.Null(), '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const found = await findSession(db, id);
      if (!found) return refuse(reply, 'request.not_found');
      const marks = await db.transaction().execute(async trx => {
        const n = await countSessionMarks(trx, id);
        if (n === 0) await deleteSession(trx, id, found.unit_id);
        return n;
      });
      if (marks > 0) return refuse(reply, 'session.has_marks', { marks });
      reply.code(204);
      return null;
    },
  );
}

function findProblem(
  session: NewSession,
  { starts_on, ends_on }: { readonly starts_on: string; readonly ends_on: string },
): Problem | null {
  const { day, starts_at, ends_at } = session;
  if (!isDay(day)) return { code: 'request.invalid', details: { field: 'day', reason: day } };
  if (day < starts_on || day > ends_on)
    return { code: 'session.day_outside', details: { starts_on, ends_on } };
  if (ends_at <= starts_at)
    return { code: 'request.invalid', details: { field: 'ends_at', reason: `${starts_at} > ${ends_at}` } };
  return null;
}
