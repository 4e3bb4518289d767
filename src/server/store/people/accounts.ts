// Accounts and their sign-ins.
import type { Account } from '../../../protocol/office/account.ts';
import type { Database, Trx } from '../database.ts';
import { flag } from '../schema.ts';

/** The account behind a request; always an active one. */
export type SignedInAccount = Account;

const accounts = (db: Database) =>
  db
    .selectFrom('account')
    .innerJoin('unit', 'unit.id', 'account.unit_id')
    .select([
      'account.id',
      'account.unit_id',
      'unit.name as unit_name',
      'account.role',
      'account.username',
      'account.name',
      'account.active',
    ]);

const toAccount = <T extends { active: number }>(row: T) => ({ ...row, active: row.active === 1 });

/** By name. */
export async function listAccounts(db: Database, units: readonly string[]): Promise<Account[]> {
  const rows = await accounts(db)
    .where('account.unit_id', 'in', units)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
  return rows.map(toAccount);
}

export async function findAccount(db: Database, id: string): Promise<Account | null> {
  const row = await accounts(db).where('account.id', '=', id).executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** Null where no active account has that name. */
export async function findPassword(db: Database, username: string) {
  const row = await db
    .selectFrom('account')
    .select(['id', 'password_hash'])
    .where('username', '=', username)
    .where('active', '=', flag(true))
    .executeTakeFirst();
  return row ?? null;
}

export type AccountInsert = Omit<Account, 'unit_name' | 'active'> & {
  password_hash: string;
  created_at: string;
};

/** False, and nothing done, where the username is taken. */
export async function insertAccount(db: Database, account: AccountInsert): Promise<boolean> {
  const added = await db
    .insertInto('account')
    .values(account)
    .onConflict(conflict => conflict.column('username').doNothing())
    .returning('id')
    .execute();
  return added.length === 1;
}

export type AccountUpdate = { name?: string; password_hash?: string; active?: boolean };

/**
 * A new password or a closed account ends every sign-in of it. False, and nothing done, where no active operator would
 * be left.
 */
export async function changeAccount(db: Database, id: string, change: AccountUpdate): Promise<boolean> {
  const { active, ...rest } = change;
  const values = { ...rest, ...(active === undefined ? {} : { active: flag(active) }) };
  if (Object.keys(values).length === 0) return true;
  return db.transaction().execute(async trx => {
    if (active === false && (await isLastOperator(trx, id))) return false;
    await trx.updateTable('account').set(values).where('id', '=', id).execute();
    if (change.password_hash !== undefined || active === false)
      await trx.deleteFrom('sign_in').where('account_id', '=', id).execute();
    return true;
  });
}

/** Of its side: the agency's, or the demonstration's. */
async function isLastOperator(trx: Trx, id: string): Promise<boolean> {
  const account = await trx
    .selectFrom('account')
    .innerJoin('unit', 'unit.id', 'account.unit_id')
    .select(['account.role', 'account.active', 'unit.demonstration'])
    .where('account.id', '=', id)
    .executeTakeFirstOrThrow();
  if (account.role !== 'operator' || account.active === flag(false)) return false;
  return (await countOperators(trx, account.demonstration ? 'demonstration' : 'agency')) === 1;
}

/** Active ones, of the real agency or of the demonstration: neither stands in for the other. */
export async function countOperators(db: Database, of: 'agency' | 'demonstration'): Promise<number> {
  const { n } = await db
    .selectFrom('account')
    .innerJoin('unit', 'unit.id', 'account.unit_id')
    .select(select => select.fn.countAll<number>().as('n'))
    .where('account.role', '=', 'operator')
    .where('account.active', '=', flag(true))
    .where('unit.demonstration', '=', flag(of === 'demonstration'))
    .executeTakeFirstOrThrow();
  return n;
}

export async function accountOfSignIn(db: Database, tokenHash: string, now: string): Promise<Account | null> {
  const row = await accounts(db)
    .innerJoin('sign_in', 'sign_in.account_id', 'account.id')
    .where('sign_in.token_hash', '=', tokenHash)
    .where('sign_in.expires_at', '>', now)
    .where('account.active', '=', flag(true))
    .executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** Clears what has expired on the way. */
export async function insertSignIn(
  db: Database,
  signIn: { token_hash: string; account_id: string; expires_at: string },
  now: string,
): Promise<void> {
  await db.deleteFrom('sign_in').where('expires_at', '<=', now).execute();
  await db.insertInto('sign_in').values(signIn).execute();
}

export async function deleteSignIn(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('sign_in').where('token_hash', '=', tokenHash).execute();
}
