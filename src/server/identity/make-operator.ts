// Makes an operator of the agency, and the agency's top unit where there is none; the link and the command both end here.
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { Account } from '../../protocol/office/account.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { Centre } from '../centre.ts';
import { countOperators, insertAccount } from '../store/people/accounts.ts';
import { insertUnit } from '../store/plan/units.ts';
import { findAgency } from '../store/unit-tree.ts';
import { hashPassword } from './password.ts';

export type NewOperator = { agency: string; username: string; name: string; password: string };

/** Code of the agency's top unit; the units below it carry wilayah or office codes. */
const AGENCY_CODE = 'PUSAT';

/** `which` `first`: refused with `setup.done` where an operator exists, also for the second of two at one moment. */
export async function makeOperator(
  { db, newId, now }: Pick<Centre, 'db' | 'newId' | 'now'>,
  { agency, username, name, password }: NewOperator,
  which: 'first' | 'another',
): Promise<Result<Account, Problem>> {
  const hashed = await hashPassword(password);
  if (!hashed.ok) return hashed;
  return db.transaction().execute(async trx => {
    if (which === 'first' && (await countOperators(trx, 'agency')) > 0) return refused('setup.done');
    let top = await findAgency(trx);
    if (!top) {
      top = { id: newId(), name: agency };
      await insertUnit(trx, { ...top, parent_id: null, code: AGENCY_CODE, demonstration: false });
    }
    const id = newId();
    const operator = { id, unit_id: top.id, role: 'operator', username, name } as const;
    const created = { password_hash: hashed.value, created_at: now().toISOString() };
    if (!(await insertAccount(trx, { ...operator, ...created })))
      return refused('account.duplicate', { username });
    return accepted({ ...operator, unit_name: top.name, active: true });
  });
}
