// The roster of an event: typed in one by one, or taken in from an office's file.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { checkRow } from '../../domain/roster/check-row.ts';
import { readRoster } from '../../domain/roster/read-roster.ts';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { ROSTER_MAX_ROWS } from '../../protocol/limits.ts';
import { NewParticipant, Participant, ParticipantList, RosterReport } from '../../protocol/office/roster.ts';
import type { App, Centre } from '../centre.ts';
import { refuse } from '../refuse.ts';
import { addRoster, readText } from '../roster/take-in.ts';
import { readEvent } from '../store/plan/events.ts';
import { deleteAssignment, listAssignments } from '../store/roster/assignments.ts';
import {
  addParticipant,
  deleteParticipant,
  findParticipant,
  hasRecords,
  listParticipants,
} from '../store/roster/participants.ts';
import { unitOf } from '../unit-of.ts';

const url = '/api/v1/events/:id/participants';
const tags = ['roster'];
const params = Type.Object({ id: Id });

export function participants(app: App, centre: Centre): void {
  keepRoster(app, centre);
  importRoster(app, centre);
}

function keepRoster(app: App, { db, newId }: Centre): void {
  app.get(
    url,
    {
      config: { access: { who: ['operator', 'officer', 'facilitator'], unit: unitOf.event } },
      schema: {
        tags,
        summary: 'Roster, by name',
        params,
        response: { 200: ParticipantList, '4xx': ProblemSchema },
      },
    },
    async request => ({ participants: await listParticipants(db, request.params.id) }),
  );

  app.post(
    url,
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOf.event } },
      schema: {
        tags,
        summary: 'Add one person to the roster',
        params,
        body: NewParticipant,
        response: { 201: Participant, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const checked = checkRow(request.body);
      if (!checked.ok) return refuse(reply, checked.problem.code, checked.problem.details);
      const event = await readEvent(db, request.params.id);
      const { participant } = await db
        .transaction()
        .execute(trx => addParticipant(trx, event, checked.value, newId));
      if (!participant) return refuse(reply, 'participant.duplicate', { name: checked.value.name });
      reply.code(201);
      return participant;
    },
  );

  app.delete(
    '/api/v1/participants/:id',
    {
      config: { access: { who: ['operator', 'officer'], unit: unitOf.participant } },
      schema: {
        tags,
        summary: 'Take a person off the roster, with assignments, while no record tells of them',
        params,
        response: { 204: Type.Null(), '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const found = await findParticipant(db, request.params.id);
      if (!found) return refuse(reply, 'request.not_found');
      const removed = await db.transaction().execute(async trx => {
        if (await hasRecords(trx, found.id)) return false;
        for (const assignment of await listAssignments(trx, found.event_id))
          if (assignment.participant_id === found.id) await deleteAssignment(trx, assignment);
        await deleteParticipant(trx, found);
        return true;
      });
      if (!removed) return refuse(reply, 'participant.has_records', { name: found.name });
      reply.code(204);
      return null;
    },
  );
}

/** In a plugin of its own, so that raw bytes of any claimed kind are read on this route alone. */
function importRoster(app: App, centre: Centre): void {
  app.register((plugin, _options, done) => {
    const scope = plugin.withTypeProvider<TypeBoxTypeProvider>();
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post(
      `${url}/import`,
      {
        config: { access: { who: ['operator', 'officer'], unit: unitOf.event } },
        schema: {
          tags,
          summary: 'Add people from CSV: comma, semicolon or tab, with a header row that has "Nama"',
          consumes: ['text/csv'],
          params,
          body: Type.Unsafe<Buffer>({ description: 'UTF-8 text' }),
          response: { 200: RosterReport, '4xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        // Without a body there is nothing for the parser to make bytes of.
        const text = readText(request.body ?? new Uint8Array());
        if (!text.ok) return refuse(reply, text.problem.code, text.problem.details);
        const roster = readRoster(text.value, ROSTER_MAX_ROWS);
        if (!roster.ok) return refuse(reply, roster.problem.code, roster.problem.details);
        const event = await readEvent(centre.db, request.params.id);
        return addRoster(centre, event, roster.value);
      },
    );
    done();
  });
}
