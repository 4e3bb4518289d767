// A tablet or phone uses its code and becomes known by its public key.
import { accepted, type Result, refused } from '../../domain/result.ts';
import { EnrolReply, EnrolRequest } from '../../protocol/enrol.ts';
import { ProblemSchema } from '../../protocol/fields.ts';
import { CODE_LIFE_MINUTES } from '../../protocol/limits.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { App, Centre } from '../centre.ts';
import { admitDevice, keyText, tellEnrolment } from '../identity/admit-device.ts';
import { keyFrom } from '../identity/device-signature.ts';
import { hashCode } from '../identity/enrolment-code.ts';
import { refuse } from '../refuse.ts';
import { findCode, useCode } from '../store/people/devices.ts';

export function enrol(app: App, centre: Centre): void {
  app.post(
    '/api/v1/enrol',
    {
      config: {
        access: { who: 'anyone', because: 'needs a single-use code' },
        rateLimit: { max: centre.triesPerMinute },
      },
      schema: {
        tags: ['devices'],
        summary: 'Use a single-use code: the device is known by its public key from now on',
        body: EnrolRequest,
        response: { 200: EnrolReply, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      if (!keyFrom(request.body.public_key))
        return refuse(reply, 'request.invalid', { field: 'public_key', reason: 'value' });
      const enrolled = await enrolDevice(centre, request.body);
      return enrolled.ok ? enrolled.value : refuse(reply, enrolled.problem.code, enrolled.problem.details);
    },
  );
}

/** The code is used up and the device made in one step; a refused device uses up nothing. */
async function enrolDevice(centre: Centre, asked: EnrolRequest): Promise<Result<EnrolReply, Problem>> {
  const codeHash = hashCode(asked.code);
  const device = await centre.db.transaction().execute(async trx => {
    const code = await useCode(trx, codeHash, centre.now().toISOString());
    return code && admitDevice(trx, centre, { ...code, public_key: keyText(asked.public_key) });
  });
  return device ? accepted(await tellEnrolment(centre, device)) : refusedCode(centre, codeHash);
}

async function refusedCode({ db }: Centre, codeHash: string) {
  const code = await findCode(db, codeHash);
  if (!code) return refused('code.wrong');
  return code.used_at ? refused('code.used') : refused('code.expired', { minutes: CODE_LIFE_MINUTES });
}
