// Looks up, a few statements a batch, everything that the records of a batch refer to.
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { upgrade } from '../../../domain/instrument/older.ts';
import { instrumentKey } from '../../../protocol/feed.ts';
import type { Database } from '../database.ts';

/** What records name. */
export type Named = {
  readonly instruments: readonly string[];
  readonly events: readonly string[];
  readonly sessions: readonly string[];
  readonly participants: readonly string[];
  readonly assignments: readonly string[];
  /** Events whose observers are asked for. */
  readonly observed: readonly string[];
};

/** What of it the centre knows, by id; instruments by `code@version`. */
export type References = {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly events: ReadonlyMap<string, { unit_id: string }>;
  readonly sessions: ReadonlyMap<string, { event_id: string }>;
  readonly participants: ReadonlyMap<string, { event_id: string }>;
  readonly assignments: ReadonlyMap<string, { event_id: string; supervisor_id: string }>;
  /** Who observes somebody of which event: `observerKey`. */
  readonly observers: ReadonlySet<string>;
};

export const observerKey = (eventId: string, accountId: string): string => `${eventId} ${accountId}`;

export const findReferences = async (db: Database, named: Named): Promise<References> => ({
  instruments: await findInstruments(db, named.instruments),
  events: await byId(named.events, ids =>
    db.selectFrom('event').select(['id', 'unit_id']).where('id', 'in', ids).execute(),
  ),
  sessions: await byId(named.sessions, ids =>
    db.selectFrom('session').select(['id', 'event_id']).where('id', 'in', ids).execute(),
  ),
  participants: await byId(named.participants, ids =>
    db.selectFrom('participant').select(['id', 'event_id']).where('id', 'in', ids).execute(),
  ),
  assignments: await byId(named.assignments, ids =>
    db.selectFrom('assignment').select(['id', 'event_id', 'supervisor_id']).where('id', 'in', ids).execute(),
  ),
  observers: await findObservers(db, named.observed),
});

async function findObservers(db: Database, events: readonly string[]): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const rows = await db
    .selectFrom('assignment')
    .select(['event_id', 'supervisor_id'])
    .distinct()
    .where('event_id', 'in', [...new Set(events)])
    .execute();
  return new Set(rows.map(row => observerKey(row.event_id, row.supervisor_id)));
}

async function byId<T extends { id: string }>(
  ids: readonly string[],
  find: (ids: string[]) => Promise<T[]>,
): Promise<Map<string, T>> {
  const distinct = [...new Set(ids)];
  const rows = distinct.length > 0 ? await find(distinct) : [];
  return new Map(rows.map(row => [row.id, row]));
}

/** Instruments by `code@version`, of those keys that the centre knows. */
export async function findInstruments(
  db: Database,
  keys: readonly string[],
): Promise<Map<string, Instrument>> {
  const wanted = new Set(keys);
  if (wanted.size === 0) return new Map();
  const codes = [...new Set(keys.map(key => key.slice(0, key.lastIndexOf('@'))))];
  const rows = await db
    .selectFrom('instrument')
    .select(['code', 'version', 'definition'])
    .where('code', 'in', codes)
    .execute();
  return new Map(
    rows
      .map(row => [instrumentKey(row.code, row.version), row] as const)
      .filter(([key]) => wanted.has(key))
      .map(([key, row]) => [key, upgrade(JSON.parse(row.definition))]),
  );
}
