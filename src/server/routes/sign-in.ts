// Signing in and out, and who one is.
import { Type } from 'typebox';
import { ROLES } from '../../domain/person/role.ts';
import { ProblemSchema } from '../../protocol/fields.ts';
import { SignedIn, SignIn } from '../../protocol/office/account.ts';
import type { App, Centre } from '../centre.ts';
import { isPassword } from '../identity/password.ts';
import { hashSecret, SIGN_IN_COOKIE, startSignIn } from '../identity/sign-in.ts';
import { refuse } from '../refuse.ts';
import { deleteSignIn, findAccount, findPassword } from '../store/people/accounts.ts';
import { isDemonstration } from '../store/unit-tree.ts';

const url = '/api/v1/sign-in';
const tags = ['sign-in'];

export function signIn(app: App, centre: Centre): void {
  const { db } = centre;

  app.get(
    url,
    {
      config: { access: { who: ROLES, unit: 'own' } },
      schema: { tags, summary: 'Who is signed in', response: { 200: SignedIn, '4xx': ProblemSchema } },
    },
    async ({ account }) => ({ account, demonstration: await isDemonstration(db, account.unit_id) }),
  );

  app.post(
    url,
    {
      config: {
        access: { who: 'anyone', because: 'this is where the password is asked' },
        rateLimit: { max: centre.triesPerMinute },
      },
      schema: {
        tags,
        summary: 'Sign in with username and password',
        body: SignIn,
        response: { 200: SignedIn, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { username, password } = request.body;
      const known = await findPassword(db, username.trim().toLowerCase());
      const matches = await isPassword(password, known?.password_hash ?? null);
      const account = known && matches ? await findAccount(db, known.id) : null;
      if (!account) return refuse(reply, 'sign_in.wrong');
      await startSignIn(centre, request, reply, account.id);
      return { account, demonstration: await isDemonstration(db, account.unit_id) };
    },
  );

  app.delete(
    url,
    {
      config: { access: { who: 'anyone', because: 'ends only the sign-in whose cookie is shown' } },
      schema: { tags, summary: 'Sign out', response: { 204: Type.Null(), '4xx': ProblemSchema } },
    },
    async (request, reply) => {
      const cookie = request.cookies[SIGN_IN_COOKIE];
      if (cookie) await deleteSignIn(db, hashSecret(cookie));
      reply.clearCookie(SIGN_IN_COOKIE, { path: '/' }).code(204);
      return null;
    },
  );
}
