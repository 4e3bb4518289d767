// The first operator of all, made through the one-time link that the first start prints.
import { timingSafeEqual } from 'node:crypto';
import { ProblemSchema } from '../../protocol/fields.ts';
import { Setup, SetupState, SignedIn } from '../../protocol/office/account.ts';
import type { App, Centre } from '../centre.ts';
import { makeOperator } from '../identity/make-operator.ts';
import { hashSecret, startSignIn } from '../identity/sign-in.ts';
import { refuse } from '../refuse.ts';
import { countOperators } from '../store/people/accounts.ts';

export function setup(app: App, centre: Centre): void {
  app.get(
    '/api/v1/setup',
    {
      config: { access: { who: 'anyone', because: 'tells only whether an operator exists' } },
      schema: {
        tags: ['setup'],
        summary: 'Whether the one-time set-up link still opens',
        response: { 200: SetupState },
      },
    },
    async () => ({ open: centre.setupToken !== null && (await countOperators(centre.db, 'agency')) === 0 }),
  );

  app.post(
    '/api/v1/setup',
    {
      config: {
        access: { who: 'anyone', because: 'needs the token of the one-time link' },
        rateLimit: { max: centre.triesPerMinute },
      },
      schema: {
        tags: ['setup'],
        summary: 'Make the agency and its first operator, who is signed in at once',
        body: Setup,
        response: { 200: SignedIn, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      if ((await countOperators(centre.db, 'agency')) > 0) return refuse(reply, 'setup.done');
      if (!isToken(request.body.token, centre.setupToken)) return refuse(reply, 'setup.link_invalid');
      const made = await makeOperator(centre, request.body, 'first');
      if (!made.ok) return refuse(reply, made.problem.code, made.problem.details);
      await startSignIn(centre, request, reply, made.value.id);
      return { account: made.value, demonstration: false };
    },
  );
}

/** Compares hashes, so that neither length nor content leaks through time. */
const isToken = (given: string, wanted: string | null): boolean =>
  wanted !== null && timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(wanted)));
