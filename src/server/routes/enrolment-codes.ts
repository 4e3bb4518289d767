// Single-use codes with which a tablet or a supervisor's phone is enrolled; told once, kept only as a hash.
import { ROLES } from '../../domain/person/role.ts';
import { ProblemSchema } from '../../protocol/fields.ts';
import { CODE_LIFE_MINUTES } from '../../protocol/limits.ts';
import { EnrolmentCode, NewEnrolmentCode } from '../../protocol/office/device.ts';
import type { App, Centre } from '../centre.ts';
import { makeEnrolmentCode } from '../identity/enrolment-code.ts';
import { refuse } from '../refuse.ts';
import { findAccount, type SignedInAccount } from '../store/people/accounts.ts';

export function enrolmentCodes(app: App, centre: Centre): void {
  app.post(
    '/api/v1/enrolment-codes',
    {
      config: { access: { who: ROLES, unit: async request => (request.body as NewEnrolmentCode).unit_id } },
      schema: {
        tags: ['devices'],
        summary: `Make a single-use code for a tablet or a supervisor's phone, good for ${CODE_LIFE_MINUTES} minutes`,
        body: NewEnrolmentCode,
        response: { 201: EnrolmentCode, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { unit_id, account_id } = request.body;
      const owner = account_id === null ? null : await findAccount(centre.db, account_id);
      if (account_id !== null && !(owner && request.units.includes(owner.unit_id)))
        return refuse(reply, 'request.not_found');
      if (!canEnrol(request.account, owner)) return refuse(reply, 'access.denied');
      reply.code(201);
      return makeEnrolmentCode(centre, unit_id, owner?.id ?? null);
    },
  );
}

/** A phone belongs to an active supervisor; supervisors enrol their own phone and nothing else. */
function canEnrol(account: SignedInAccount, owner: SignedInAccount | null): boolean {
  if (owner && (owner.role !== 'supervisor' || !owner.active)) return false;
  return account.role !== 'supervisor' || owner?.id === account.id;
}
