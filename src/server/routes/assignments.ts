// Who observes whom after an event, and until when.
import { Type } from 'typebox';
import { isDay } from '../../domain/calendar/day.ts';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { Assignment, AssignmentList, NewAssignment } from '../../protocol/office/roster.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { App, Centre } from '../centre.ts';
import { refuse } from '../refuse.ts';
import type { Database } from '../store/database.ts';
import { findAccount } from '../store/people/accounts.ts';
import { DEFAULT_OBSERVATION, newestVersion } from '../store/plan/instruments.ts';
import {
  deleteAssignment,
  findAssignment,
  insertAssignment,
  listAssignments,
  toAssignment,
} from '../store/roster/assignments.ts';
import { findParticipant } from '../store/roster/participants.ts';
import { unitOf } from '../unit-of.ts';

const url = '/api/v1/events/:id/assignments';
const tags = ['roster'];
const params = Type.Object({ id: Id });

export function assignments(app: App, { db, newId }: Centre): void {
  app.get(
    url,
    {
      config: { access: { who: ['operator', 'officer', 'facilitator'], unit: unitOf.event } },
      schema: {
        tags,
        summary: 'Who observes whom, the most urgent first',
        params,
        response: { 200: AssignmentList, '4xx': ProblemSchema },
      },
    },
    async request => ({ assignments: (await listAssignments(db, request.params.id)).map(toAssignment) }),
  );

  app.post(
    url,
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOf.event } },
      schema: {
        tags,
        summary: 'Ask a supervisor to observe a participant',
        params,
        body: NewAssignment,
        response: { 201: Assignment, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { participant_id, supervisor_id, due_on } = request.body;
      if (!isDay(due_on)) return refuse(reply, 'request.invalid', { field: 'due_on', reason: due_on });
      const participant = await findParticipant(db, participant_id);
      if (participant?.event_id !== request.params.id) return refuse(reply, 'request.not_found');
      const supervisor = await findAccount(db, supervisor_id);
      if (supervisor?.role !== 'supervisor' || !request.units.includes(supervisor.unit_id))
        return refuse(reply, 'request.not_found');
      const id = newId();
      const { code, version } = await newestVersion(db, DEFAULT_OBSERVATION);
      const row = { id, event_id: request.params.id, ...request.body };
      const added = await db
        .transaction()
        .execute(trx =>
          insertAssignment(trx, { ...row, instrument_code: code, instrument_version: version }),
        );
      if (!added) return refuse(reply, 'assignment.duplicate', { name: participant.name });
      reply.code(201);
      return read(db, id);
    },
  );

  app.delete(
    '/api/v1/assignments/:id',
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOf.assignment } },
      schema: {
        tags,
        summary: 'Take back an assignment that has not been observed',
        params,
        response: { 204: Type.Null(), '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const refusal = await db.transaction().execute(async (trx): Promise<Problem | null> => {
        const found = await findAssignment(trx, request.params.id);
        if (!found) return { code: 'request.not_found', details: {} };
        if (found.observed_on !== null)
          return { code: 'participant.has_records', details: { name: found.participant_name } };
        await deleteAssignment(trx, found);
        return null;
      });
      if (refusal) return refuse(reply, refusal.code, refusal.details);
      reply.code(204);
      return null;
    },
  );
}

async function read(db: Database, id: string): Promise<Assignment> {
  const stored = await findAssignment(db, id);
  if (!stored) throw new Error(`Assignment ${id} was not kept.`);
  return toAssignment(stored);
}
