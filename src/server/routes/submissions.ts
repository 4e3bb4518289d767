// The sheets of a questionnaire as files: of one event, or of all events of own units.
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { InstrumentCode } from '../../protocol/office/instruments.ts';
import type { Access } from '../access.ts';
import type { App, Centre } from '../centre.ts';
import { refuse } from '../refuse.ts';
import { listEvents, readEvent } from '../store/plan/events.ts';
import { codebookFile, submissionsFile, type Wanted } from '../submissions/export.ts';
import { unitOf } from '../unit-of.ts';

const tags = ['results'];
const who = ['operator', 'officer'] as const;
const ofEvent: Access = { who, unit: unitOf.event };
const ofUnits: Access = { who, unit: 'own' };
const response = { 200: Type.String(), '4xx': ProblemSchema };
const produces = ['text/csv'];

export function submissions(app: App, centre: Centre): void {
  const eventParams = Type.Object({ id: Id, code: InstrumentCode });
  const instrumentParams = Type.Object({ code: InstrumentCode });
  for (const { ending, summary, write } of FILES) {
    app.get(
      `/api/v1/events/:id/submissions/:code${ending}`,
      {
        config: { access: ofEvent },
        schema: { tags, summary: `${summary}, of one event`, produces, params: eventParams, response },
      },
      async (request, reply) => {
        const { id, code } = request.params;
        return send(reply, write, centre, { code, events: [await readEvent(centre.db, id)] });
      },
    );
    app.get(
      `/api/v1/instruments/:code/submissions${ending}`,
      {
        config: { access: ofUnits },
        schema: {
          tags,
          summary: `${summary}, of all own events`,
          produces,
          params: instrumentParams,
          response,
        },
      },
      async (request, reply) => {
        const events = await listEvents(centre.db, { units: request.units });
        return send(reply, write, centre, { code: request.params.code, events });
      },
    );
  }
}

type Write = typeof submissionsFile;

const FILES: readonly { ending: string; summary: string; write: Write }[] = [
  { ending: '.csv', summary: 'Sheets, a line each and a column a code', write: submissionsFile },
  { ending: '/codebook.csv', summary: 'What the codes of the sheets mean', write: codebookFile },
];

async function send(reply: FastifyReply, write: Write, centre: Centre, wanted: Wanted) {
  const file = await write(centre, wanted);
  if (!file) return refuse(reply, 'request.not_found');
  if (!file.ok) return refuse(reply, file.problem.code, file.problem.details);
  const name = write === codebookFile ? `${wanted.code}-codebook` : wanted.code;
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'no-store');
  return file.value;
}
