// How a device comes to be known by its public key, whether by a code or as the copy of another, and what it is then told.
import type { EnrolReply, EnrolRequest } from '../../protocol/enrol.ts';
import type { Centre } from '../centre.ts';
import type { Trx } from '../store/database.ts';
import { findAccount } from '../store/people/accounts.ts';
import { countDevices, type DeviceInsert, insertDevice } from '../store/people/devices.ts';
import { readEpoch } from '../store/settings.ts';
import { unitName } from '../store/unit-tree.ts';

type Admitted = Pick<DeviceInsert, 'id' | 'label' | 'unit_id' | 'account_id'>;

/** As it is stored and looked up: x and y in this order, nothing else. */
export const keyText = ({ x, y }: EnrolRequest['public_key']): string => JSON.stringify({ x, y });

/** The next number of its unit is its label. */
export async function admitDevice(
  trx: Trx,
  { newId, now }: Pick<Centre, 'newId' | 'now'>,
  device: Omit<DeviceInsert, 'id' | 'label' | 'enrolled_at'>,
): Promise<Admitted> {
  const number = (await countDevices(trx, device.unit_id)) + 1;
  const label = `${device.account_id ? 'Ponsel' : 'Tablet'} ${number}`;
  const row = { ...device, id: newId(), label, enrolled_at: now().toISOString() };
  await insertDevice(trx, row);
  return row;
}

export async function tellEnrolment(
  { db, keys }: Pick<Centre, 'db' | 'keys'>,
  device: Admitted,
): Promise<EnrolReply> {
  const owner = device.account_id ? await findAccount(db, device.account_id) : null;
  return {
    device: device.id,
    label: device.label,
    epoch: await readEpoch(db),
    unit: { id: device.unit_id, name: await unitName(db, device.unit_id) },
    account: owner && { id: owner.id, name: owner.name },
    key: keys.current(),
  };
}
