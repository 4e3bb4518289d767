// A copy of a device, found out by its nonce, gets an identity of its own.
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { EnrolReply } from '../../protocol/enrol.ts';
import { ProblemSchema } from '../../protocol/fields.ts';
import { ForkReply, ForkRequest } from '../../protocol/fork.ts';
import { FORK_MEDIA } from '../../protocol/limits.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { App, Centre } from '../centre.ts';
import { takeOnly } from '../device-media.ts';
import { admitDevice, keyText, tellEnrolment } from '../identity/admit-device.ts';
import { keyFrom } from '../identity/device-signature.ts';
import { refuse } from '../refuse.ts';
import type { EnrolledDevice } from '../store/people/devices.ts';
import { findByKey, isNonceDue } from '../store/people/twins.ts';

export function fork(app: App, centre: Centre): void {
  takeOnly(app, FORK_MEDIA, scope =>
    scope.post(
      '/api/v1/fork',
      {
        config: { access: { who: 'device', retired: 'welcome' } },
        schema: {
          tags: ['devices'],
          summary: 'Take an identity of its own: for a copy of a device, signed by the key that both hold',
          consumes: [FORK_MEDIA],
          body: ForkRequest,
          response: { 200: ForkReply, '4xx': ProblemSchema },
        },
      },
      async (request, reply) => {
        const forked = await forkDevice(centre, request.device, request.body);
        if (!forked.ok) return refuse(reply, forked.problem.code, forked.problem.details);
        reply.type(FORK_MEDIA);
        return { req: request.body.req, ...forked.value };
      },
    ),
  );
}

/**
 * The key comes first: whoever already has an identity under it lost the reply. What is new is like the original, in its
 * unit and of its owner, and out of service where that is.
 */
async function forkDevice(
  centre: Centre,
  original: EnrolledDevice,
  asked: ForkRequest,
): Promise<Result<EnrolReply, Problem>> {
  if (!keyFrom(asked.public_key)) return refused('request.invalid', { field: 'public_key', reason: 'value' });
  const public_key = keyText(asked.public_key);
  const { unit_id, account_id, retired_at } = original;
  const copy = await centre.db.transaction().execute(async trx => {
    const known = await findByKey(trx, public_key);
    if (known) return known.copy_of === original.id ? known : null;
    if (await isNonceDue(trx, original.id, asked)) return null;
    return admitDevice(trx, centre, { unit_id, account_id, public_key, retired_at, copy_of: original.id });
  });
  return copy ? accepted(await tellEnrolment(centre, copy)) : refused('device.not_forked');
}
