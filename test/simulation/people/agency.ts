// The agency that a run is about: its units, the accounts of its people, one programme.
import type { Role } from '../../../src/domain/person/role.ts';
import { hashSecret } from '../../../src/server/identity/sign-in.ts';
import type { Database } from '../../../src/server/store/database.ts';
import { insertUnit } from '../../../src/server/store/plan/units.ts';
import type { Chance } from '../engine/chance.ts';

export type Account = { id: string; cookie: string };
export type Agency = {
  readonly top: string;
  /** Two branches; the first has an office below it. */
  readonly units: readonly { id: string; name: string }[];
  readonly programme: string;
  readonly operator: Account;
  readonly supervisors: readonly Account[];
};

export async function foundAgency(db: Database, chance: Chance): Promise<Agency> {
  const top = chance.id();
  const [west, east, office] = [chance.id(), chance.id(), chance.id()];
  const units = [
    { id: west, parent_id: top, code: '16.71', name: 'Bakorwil Barat' },
    { id: east, parent_id: top, code: '16.03', name: 'Bakorwil Timur' },
    { id: office, parent_id: west, code: '16.71.01', name: 'Kecamatan Ilir' },
  ];
  await db.transaction().execute(async trx => {
    await insertUnit(trx, { id: top, parent_id: null, code: '16', name: 'BPSDM', demonstration: false });
    for (const unit of units) await insertUnit(trx, { ...unit, demonstration: false });
  });
  const programme = { id: chance.id(), unit_id: top, name: 'Pelayanan Prima' };
  await db.insertInto('programme').values(programme).execute();

  const enter = async (role: Role, unit_id: string): Promise<Account> => {
    const [id, cookie] = [chance.id(), chance.id()];
    const named = { username: id.slice(0, 8), name: `Ibu ${role}` };
    await db
      .insertInto('account')
      .values({ id, unit_id, role, ...named, password_hash: '-', created_at: '2026' })
      .execute();
    await db
      .insertInto('sign_in')
      .values({ token_hash: hashSecret(cookie), account_id: id, expires_at: '9999' })
      .execute();
    return { id, cookie };
  };
  return {
    top,
    units,
    programme: programme.id,
    operator: await enter('operator', top),
    supervisors: [await enter('supervisor', west), await enter('supervisor', east)],
  };
}
