// Accounts of the people who sign in, made and changed by those above them.
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Role } from '../../domain/person/role.ts';
import { Id, ProblemSchema } from '../../protocol/fields.ts';
import { Account, AccountChange, AccountList, NewAccount } from '../../protocol/office/account.ts';
import type { App, Centre } from '../centre.ts';
import { hashPassword } from '../identity/password.ts';
import { refuse } from '../refuse.ts';
import {
  changeAccount,
  findAccount,
  insertAccount,
  listAccounts,
  type SignedInAccount,
} from '../store/people/accounts.ts';

const url = '/api/v1/accounts';
const tags = ['accounts'];
const WHO: readonly Role[] = ['operator', 'officer'];

/** Whom an account may make and change: an operator everybody, an officer those who work in the field, and oneself. */
const canManage = (account: SignedInAccount, role: Role): boolean =>
  account.role === 'operator' || role === 'facilitator' || role === 'supervisor';

export function accounts(app: App, centre: Centre): void {
  const { db } = centre;

  app.get(
    url,
    {
      config: { access: { who: WHO, unit: 'own' } },
      schema: {
        tags,
        summary: 'Accounts of own units',
        response: { 200: AccountList, '4xx': ProblemSchema },
      },
    },
    async request => ({ accounts: await listAccounts(db, request.units) }),
  );

  app.post(
    url,
    {
      config: { access: { who: WHO, unit: async request => (request.body as NewAccount).unit_id } },
      schema: {
        tags,
        summary: 'Make an account in an own unit',
        body: NewAccount,
        response: { 201: Account, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { password, ...fields } = request.body;
      if (!canManage(request.account, fields.role)) return refuse(reply, 'account.role_unit');
      const hashed = await hashPassword(password);
      if (!hashed.ok) return refuse(reply, hashed.problem.code, hashed.problem.details);
      const id = centre.newId();
      const created_at = centre.now().toISOString();
      const added = await insertAccount(db, { ...fields, id, password_hash: hashed.value, created_at });
      if (!added) return refuse(reply, 'account.duplicate', { username: fields.username });
      reply.code(201);
      return existing(centre, id);
    },
  );

  app.patch(
    `${url}/:id`,
    {
      config: { access: { who: WHO, unit: unitOfAccount } },
      schema: {
        tags,
        summary: 'Change a name or password, or close and reopen an account',
        params: Type.Object({ id: Id }),
        body: AccountChange,
        response: { 200: Account, '4xx': ProblemSchema },
      },
    },
    async (request, reply) => {
      const { password, ...change } = request.body;
      const { id } = request.params;
      const isSelf = id === request.account.id && change.active === undefined;
      if (!isSelf && !canManage(request.account, (await existing(centre, id)).role))
        return refuse(reply, 'access.denied');
      const hashed = password === undefined ? null : await hashPassword(password);
      if (hashed && !hashed.ok) return refuse(reply, hashed.problem.code, hashed.problem.details);
      const changed = await changeAccount(db, id, {
        ...change,
        ...(hashed ? { password_hash: hashed.value } : {}),
      });
      return changed ? existing(centre, id) : refuse(reply, 'account.last_operator');
    },
  );
}

const unitOfAccount = async (request: FastifyRequest, db: Centre['db']): Promise<string | null> =>
  (await findAccount(db, (request.params as { id: string }).id))?.unit_id ?? null;

async function existing({ db }: Centre, id: string): Promise<Account> {
  const account = await findAccount(db, id);
  if (!account) throw new Error(`Account ${id} is gone; accounts are closed, never deleted.`);
  return account;
}
