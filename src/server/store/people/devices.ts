// Enrolled devices and the codes that enrol them.
import { sql } from 'kysely';
import type { Device, DeviceState } from '../../../protocol/office/device.ts';
import type { Database, Trx } from '../database.ts';

/** The device behind a signed message. */
export type EnrolledDevice = {
  readonly id: string;
  readonly label: string;
  readonly unit_id: string;
  /** The supervisor whose own phone it is, or null for a unit's shared tablet. */
  readonly account_id: string | null;
  readonly public_key: string;
  readonly retired_at: string | null;
  readonly lost_at: string | null;
};

export async function findDevice(db: Database, id: string): Promise<EnrolledDevice | null> {
  const row = await db
    .selectFrom('device')
    .select(['id', 'label', 'unit_id', 'account_id', 'public_key', 'retired_at', 'lost_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** By unit, in the order of enrolment; those out of service last. */
export async function listDevices(db: Database, units: readonly string[]): Promise<Device[]> {
  const rows = await db
    .selectFrom('device')
    .innerJoin('unit', 'unit.id', 'device.unit_id')
    .leftJoin('account', 'account.id', 'device.account_id')
    .leftJoin('device as original', 'original.id', 'device.copy_of')
    .select(['device.id', 'device.label', 'device.unit_id', 'unit.name as unit_name'])
    .select(['account.name as account_name', 'original.label as copy_of'])
    .select(['device.enrolled_at', 'device.last_contact_at', 'device.finalised', 'device.acknowledged'])
    .select(['device.retired_at', 'device.lost_at'])
    .where('device.unit_id', 'in', units)
    .orderBy(sql`coalesce(device.lost_at, device.retired_at) is not null`)
    .orderBy('unit.name')
    .orderBy('device.enrolled_at')
    .execute();
  return rows.map(({ retired_at, lost_at, ...row }) => ({ ...row, state: stateOf({ retired_at, lost_at }) }));
}

const stateOf = ({ retired_at, lost_at }: Pick<EnrolledDevice, 'retired_at' | 'lost_at'>): DeviceState =>
  lost_at ? 'lost' : retired_at ? 'retired' : 'active';

/** How many devices a unit has ever had: the next one's number. */
export async function countDevices(db: Database, unitId: string): Promise<number> {
  const { n } = await db
    .selectFrom('device')
    .select(select => select.fn.countAll<number>().as('n'))
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow();
  return n;
}

export type DeviceInsert = {
  id: string;
  label: string;
  unit_id: string;
  account_id: string | null;
  public_key: string;
  enrolled_at: string;
  retired_at?: string | null;
  copy_of?: string;
};
export async function insertDevice(trx: Trx, device: DeviceInsert): Promise<void> {
  await trx.insertInto('device').values(device).execute();
}

/** Any state from any other. The time at which a device came into its state stays when it is told the same again. */
export async function setDeviceState(
  db: Database,
  id: string,
  state: DeviceState,
  at: string,
): Promise<void> {
  const since = (column: 'retired_at' | 'lost_at') => sql<string>`coalesce(${sql.ref(column)}, ${at})`;
  await db
    .updateTable('device')
    .set({
      retired_at: state === 'retired' ? since('retired_at') : null,
      lost_at: state === 'lost' ? since('lost_at') : null,
    })
    .where('id', '=', id)
    .execute();
}

export type Contact = { last_contact_at: string; finalised?: number; acknowledged?: number };

export async function noteContact(db: Database, id: string, contact: Contact): Promise<void> {
  await db.updateTable('device').set(contact).where('id', '=', id).execute();
}

export type CodeInsert = {
  code_hash: string;
  unit_id: string;
  account_id: string | null;
  expires_at: string;
};
/** False, and nothing done, in the rare case that the same code was drawn before. */
export async function insertCode(db: Database, code: CodeInsert): Promise<boolean> {
  const added = await db
    .insertInto('enrolment_code')
    .values({ ...code, used_at: null })
    .onConflict(conflict => conflict.column('code_hash').doNothing())
    .returning('code_hash')
    .execute();
  return added.length === 1;
}

/** Uses a code up in one step, so that of two devices only one gets it. Null where it is unknown, used or expired. */
export async function useCode(trx: Trx, codeHash: string, now: string) {
  const used = await trx
    .updateTable('enrolment_code')
    .set({ used_at: now })
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['unit_id', 'account_id'])
    .executeTakeFirst();
  return used ?? null;
}

export async function findCode(db: Database, codeHash: string) {
  const row = await db
    .selectFrom('enrolment_code')
    .select(['used_at', 'expires_at'])
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row ?? null;
}
