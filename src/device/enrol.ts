// Makes this device's identity, against a single-use code.
import { accepted, type Result, refused } from '../domain/result.ts';
import type { EnrolRequest } from '../protocol/enrol.ts';
import { usableKey } from './centre-key.ts';
import { withDeadline } from './deadline.ts';
import { isEnrolReply, newKeys, publicKeyOf } from './identity.ts';
import { enrolmentOf } from './store/glance.ts';
import { keepIdentity } from './store/identity.ts';
import type { Identity, Outbox } from './store/outbox.ts';
import type { Schedule } from './surroundings.ts';
import { problemIn } from './sync/problem-in.ts';
import type { DeviceProblem, Enrolment } from './tablet.ts';

const TIMEOUT_MS = 20_000;

type Means = { outbox: Outbox; crypto: Crypto; fetch: typeof fetch; schedule: Schedule };

export async function enrol(means: Means, code: string): Promise<Result<Enrolment, DeviceProblem>> {
  const { outbox, crypto } = means;
  const keys = await newKeys(crypto);
  const asked = await ask(means, { code, public_key: await publicKeyOf(crypto, keys) });
  if (!asked.ok) return asked;
  const { epoch, device, label, unit, account } = asked.value;
  const identity: Identity = { device, label, unit, account, keys };
  await keepIdentity(outbox, identity, { epoch, key: await usableKey(crypto, asked.value.key) });
  return accepted(enrolmentOf(identity));
}

async function ask({ fetch, schedule }: Means, request: EnrolRequest) {
  try {
    return await withDeadline(schedule, TIMEOUT_MS, async signal => {
      const response = await fetch('/api/v1/enrol', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        credentials: 'omit',
        redirect: 'error',
        signal,
      });
      if (response.ok) {
        const reply: unknown = await response.json();
        return isEnrolReply(reply) ? accepted(reply) : refused('centre.unreachable' as const);
      }
      const problem = await problemIn(response);
      return problem ? { ok: false as const, problem } : refused('centre.unreachable' as const);
    });
  } catch {
    return refused('centre.unreachable' as const);
  }
}
