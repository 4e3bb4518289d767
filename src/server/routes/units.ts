// Work units of the agency.
import { ProblemSchema } from '../../protocol/fields.ts';
import { NewUnit, Unit, UnitList } from '../../protocol/office/plan.ts';
import type { App, Centre } from '../centre.ts';
import { refuse } from '../refuse.ts';
import { addUnit, listUnits } from '../store/plan/units.ts';

const url = '/api/v1/units';
const tags = ['plan'];

export function units(app: App, { db, newId }: Centre): void {
  app.get(
    url,
    {
      config: { access: { who: ['operator', 'officer', 'facilitator'], unit: 'own' } },
      schema: {
        tags,
        summary: 'Own unit and all below it',
        response: { 200: UnitList, '4xx': ProblemSchema },
      },
    },
    async request => ({ units: await listUnits(db, request.units) }),
  );

  app.post(
    url,
    {
      config: {
        access: {
          who: ['operator', 'officer'],
          unit: async request => (request.body as NewUnit).parent_id,
        },
      },
      schema: {
        tags,
        summary: 'Add a unit below an own one',
        body: NewUnit,
        response: { 201: Unit, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const unit = await db.transaction().execute(trx => addUnit(trx, newId(), request.body));
      if (!unit) return refuse(reply, 'unit.duplicate', { code: request.body.code });
      reply.code(201);
      return unit;
    },
  );
}
