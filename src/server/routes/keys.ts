// The centre's keys for its operators: which there are, and the escrow copy to take away. Never a key in clear.
import { Type } from 'typebox';
import { ProblemSchema } from '../../protocol/fields.ts';
import { EscrowRequest, KeyState } from '../../protocol/office/device.ts';
import type { UnitOf } from '../access.ts';
import type { App, Centre } from '../centre.ts';
import { sealEscrow } from '../identity/escrow.ts';
import { refuse } from '../refuse.ts';
import { findAgency } from '../store/unit-tree.ts';

const tags = ['centre'];

/** The keys open the records of every unit, so they are the agency's own. */
const ofAgency: UnitOf = async (_request, db) => (await findAgency(db))?.id ?? null;

export function keys(app: App, centre: Centre): void {
  app.get(
    '/api/v1/keys',
    {
      config: { access: { who: ['operator'], unit: ofAgency } },
      schema: {
        tags,
        summary: 'Which keys the centre has, and when a copy of all of them was saved',
        response: { 200: KeyState, '4xx': ProblemSchema },
      },
    },
    async () => {
      const current = centre.keys.current().key_id;
      return {
        keys: centre.keys
          .all()
          .map(({ key_id, made_at }) => ({ key_id, made_at, current: key_id === current })),
        escrowed_at: centre.keys.escrowedAt(),
      };
    },
  );

  app.post(
    '/api/v1/keys/escrow',
    {
      config: { access: { who: ['operator'], unit: ofAgency }, rateLimit: { max: centre.triesPerMinute } },
      schema: {
        tags,
        summary: 'Take away a copy of all keys, under a passphrase that is not kept',
        body: EscrowRequest,
        response: { 200: Type.String(), '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const sealed = sealEscrow(centre.keys.all(), request.body.passphrase, centre);
      if (!sealed.ok) return refuse(reply, sealed.problem.code, sealed.problem.details);
      centre.keys.noteEscrow();
      const day = centre.now().toISOString().slice(0, 10);
      reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="kunci-lembar-${day}.json"`);
      return sealed.value;
    },
  );
}
