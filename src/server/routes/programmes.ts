// Programmes, which events run.
import { ProblemSchema } from '../../protocol/fields.ts';
import { NewProgramme, Programme, ProgrammeList } from '../../protocol/office/plan.ts';
import type { App, Centre } from '../centre.ts';
import { insertProgramme, listProgrammes } from '../store/plan/programmes.ts';
import { unitsAbove } from '../store/plan/units.ts';

const url = '/api/v1/programmes';
const tags = ['plan'];

export function programmes(app: App, { db, newId }: Centre): void {
  app.get(
    url,
    {
      config: { access: { who: ['operator', 'officer', 'facilitator'], unit: 'own' } },
      schema: {
        tags,
        summary: 'Programmes of own units and of those above, which may be run here too',
        response: { 200: ProgrammeList, '4xx': ProblemSchema },
      },
    },
    async request => {
      const above = await unitsAbove(db, request.account.unit_id);
      return { programmes: await listProgrammes(db, [...above, ...request.units], request.units) };
    },
  );

  app.post(
    url,
    {
      config: {
        access: {
          who: ['operator', 'officer'],
          unit: async request => (request.body as NewProgramme).unit_id,
        },
      },
      schema: {
        tags,
        summary: 'Add a programme to an own unit',
        body: NewProgramme,
        response: { 201: Programme, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const id = newId();
      await insertProgramme(db, { id, ...request.body });
      const made = (await listProgrammes(db, [request.body.unit_id], [])).find(found => found.id === id);
      if (!made) throw new Error(`Programme ${id} was not kept.`);
      reply.code(201);
      return made;
    },
  );
}
