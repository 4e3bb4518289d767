// Records that are kept but could not be used, with the reason of each, and looking at them again.
import { Type } from 'typebox';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { Quarantine, RetryReply } from '../../protocol/office/device.ts';
import type { Access } from '../access.ts';
import type { App, Centre } from '../centre.ts';
import { reconsider } from '../receive/reconsider.ts';
import { listConflicts, listQuarantined, type Quarantined, unitOfRecord } from '../store/records/raw.ts';

const tags = ['records'];
const who = ['operator', 'officer'] as const;

export function quarantine(app: App, centre: Centre): void {
  const { db } = centre;
  app.get(
    '/api/v1/quarantine',
    {
      config: { access: { who, unit: 'own' } },
      schema: {
        tags,
        summary: 'Records of own units that are kept but could not be used, the latest first',
        response: { 200: Quarantine, '4xx': ProblemSchema },
      },
    },
    async ({ units }) => ({
      records: await listQuarantined(db, { units }),
      conflicts: await listConflicts(db, units),
    }),
  );

  const retry = async (of: Quarantined) => ({
    freed: await reconsider(centre, { at: 'any', of }),
    left: await listQuarantined(db, of),
  });
  app.post(
    '/api/v1/quarantine/retry',
    {
      config: { access: { who, unit: 'own' } },
      schema: {
        tags,
        summary: 'Look again at all that own units have in quarantine',
        response: { 200: RetryReply, '4xx': ProblemSchema },
      },
    },
    ({ units }) => retry({ units }),
  );
  app.post(
    '/api/v1/quarantine/:id/retry',
    {
      config: { access: { who, unit: unitOfOne } },
      schema: {
        tags,
        summary: 'Look again at one record',
        params: Type.Object({ id: Id }),
        response: { 200: RetryReply, '4xx': ProblemSchema },
      },
    },
    ({ params }) => retry({ id: params.id }),
  );
}

const unitOfOne: Extract<Access, { unit: unknown }>['unit'] = (request, db) =>
  unitOfRecord(db, (request.params as { id: string }).id);
