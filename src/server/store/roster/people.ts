// People as rosters name them. A NIP means one person for good; without one, a name is only a name.

import { isSameName } from '../../../domain/person/same-name.ts';
import type { CheckedRow } from '../../../domain/roster/check-row.ts';
import type { Trx } from '../database.ts';

export type FoundPerson = {
  readonly id: string;
  /** Where the NIP already belongs to a quite different name, that name: likely a mistyped number. */
  readonly known_as: string | null;
};

/** Finds the person by NIP and brings rank, position and unit up to date, or adds a new one. */
export async function savePerson(
  trx: Trx,
  { warning, ...row }: CheckedRow,
  unitId: string,
  newId: () => string,
): Promise<FoundPerson> {
  const known =
    row.nip === null
      ? undefined
      : await trx.selectFrom('person').select(['id', 'name']).where('nip', '=', row.nip).executeTakeFirst();
  if (known && !isSameName(known.name, row.name)) return { id: known.id, known_as: known.name };
  if (known) {
    await trx.updateTable('person').set(withoutBlanks(row)).where('id', '=', known.id).execute();
    return { id: known.id, known_as: null };
  }
  const id = newId();
  await trx
    .insertInto('person')
    .values({ id, unit_id: unitId, ...row })
    .execute();
  return { id, known_as: null };
}

/** A column that this roster leaves out does not erase what an earlier one told. */
const withoutBlanks = <T extends Record<string, string | null>>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value)) as T;

/** Forgets people of whom no roster tells any more (UU 27/2022: the purpose has ended). */
export async function deletePersonIfUnused(trx: Trx, id: string): Promise<void> {
  await trx
    .deleteFrom('person')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('participant').select('participant.id').where('person_id', '=', id))),
    )
    .execute();
}
