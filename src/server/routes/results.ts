// What an event has yielded, as a page's figures and as files.
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { EventResult } from '../../protocol/office/result.ts';
import type { Access } from '../access.ts';
import type { App, Centre } from '../centre.ts';
import { readEventResult, readObservations } from '../result/event-result.ts';
import { attendanceFile, observationsFile, surveyFile } from '../result/files.ts';
import { formsFile } from '../result/form/file.ts';
import { readFormResults } from '../result/form/form-results.ts';
import { DEFAULT_OBSERVATION, newestVersion, readInstrument } from '../store/plan/instruments.ts';
import { listSessions } from '../store/plan/sessions.ts';
import { currentMarks } from '../store/records/marks.ts';
import { listParticipants } from '../store/roster/participants.ts';
import { unitOf } from '../unit-of.ts';

const tags = ['results'];
const params = Type.Object({ id: Id });
const access: Access = { who: ['operator', 'officer', 'facilitator'], unit: unitOf.event };

export function results(app: App, centre: Centre): void {
  app.get(
    '/api/v1/events/:id/result',
    {
      config: { access },
      schema: {
        tags,
        summary: 'Attendance, satisfaction index, further questionnaires, comments and observations',
        params,
        response: { 200: EventResult, '4xx': ProblemSchema },
      },
    },
    async ({ params: { id } }) => ({
      ...(await readEventResult(centre.db, id)),
      forms: await readFormResults(centre, id),
    }),
  );

  for (const { name, summary, write } of FILES)
    app.get(
      `/api/v1/events/:id/${name}.csv`,
      {
        config: { access },
        schema: {
          tags,
          summary,
          produces: ['text/csv'],
          params,
          response: { 200: Type.String(), '4xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        sendAs(reply, `${name}-${request.params.id.slice(0, 8)}.csv`);
        return write(centre, request.params.id);
      },
    );
}

const FILES: readonly {
  name: string;
  summary: string;
  write: (centre: Centre, eventId: string) => Promise<string>;
}[] = [
  {
    name: 'result',
    summary: 'Figures of the survey, a line an unsur',
    write: async ({ db }, id) => surveyFile(await readEventResult(db, id)),
  },
  {
    name: 'forms',
    summary: 'Figures of the further questionnaires, a line a figure',
    write: async (centre, id) => formsFile(await readFormResults(centre, id)),
  },
  {
    name: 'attendance',
    summary: 'Attendance, a line a participant and a column a session',
    write: async ({ db }, id) =>
      attendanceFile(await listParticipants(db, id), await listSessions(db, id), await currentMarks(db, id)),
  },
  {
    name: 'observations',
    summary: 'Observations, a line an assignment',
    write: async ({ db }, id) =>
      observationsFile(
        await readInstrument(db, await newestVersion(db, DEFAULT_OBSERVATION)),
        await readObservations(db, id),
      ),
  },
];

function sendAs(reply: FastifyReply, fileName: string): void {
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store');
}
