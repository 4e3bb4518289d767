// What the centre sent down, in a database of its own: losing it costs one pull, never an answer.
import { Dexie, type Table } from 'dexie';
import type { FeedBodies, FeedKind } from '../../protocol/feed.ts';
import type { Schedule } from '../surroundings.ts';
import type { SyncStatus } from '../tablet.ts';
import { mindOtherVersions } from './other-versions.ts';
import { StorageError, steadily } from './steady.ts';

/** `belongs_to` is the event of a row, or its own id: one index finds a kind, a thing, and the things of an event. */
export type ReferenceRow = {
  scope: string;
  generation: string;
  kind: FeedKind;
  id: string;
  belongs_to: string;
  /** The centre says that it is gone from this scope; it goes with the last page, which may bring it in another. */
  leaving?: 1;
  body: FeedBodies[FeedKind];
};
/** One fetch of one scope: how far its rows go, in the sense of one `basis` (snapshots.ts). */
export type SnapshotRow = { scope: string; generation: string; basis: string; cursor: string };
/** The one snapshot of its scope that is read. */
export type ShownRow = { scope: string; generation: string };
export type SyncRow = { key: 'sync' } & Pick<SyncStatus, 'last_contact_at' | 'state' | 'held'>;

export type Reference = Dexie & {
  rows: Table<ReferenceRow, [string, string, string, string]>;
  snapshots: Table<SnapshotRow, [string, string]>;
  shown: Table<ShownRow, string>;
  status: Table<SyncRow, string>;
  /** The database of the shape before this one. */
  older: Dexie;
};

/** Another shape of rows gets another name: no tab ever waits for one of another build, nor reads what that one wrote. */
const NAME = 'lembar-reference-2';
const OLDER = 'lembar-reference';

export function createReference({
  schedule,
  ...factory
}: {
  indexedDB?: IDBFactory;
  schedule?: Schedule;
} = {}): Reference {
  const reference = new Dexie(NAME, { cache: 'disabled', ...factory }) as Reference;
  reference.version(1).stores({
    rows: '[scope+generation+kind+id], [kind+belongs_to], leaving',
    snapshots: '[scope+generation]',
    shown: 'scope',
    status: 'key',
  });
  reference.older = new Dexie(OLDER, factory);
  mindOtherVersions(reference, schedule);
  return reference;
}

/** All that is read within sees the same snapshots, whatever a pull puts in their place meanwhile. */
export const inOneView = <T>(reference: Reference, read: () => Promise<T>): Promise<T> =>
  reference.transaction('r', [reference.shown, reference.rows], async () => await read());

/** All of a kind, or those that belong to one event (for an event or instrument: the thing itself). */
export const readRows = <K extends FeedKind>(
  reference: Reference,
  kind: K,
  belongsTo?: string,
): Promise<FeedBodies[K][]> =>
  inOneView(reference, async () => {
    const [from, to] = [belongsTo ?? Dexie.minKey, belongsTo ?? Dexie.maxKey];
    const [shown, rows] = await Promise.all([
      reference.shown.toArray(),
      reference.rows.where('[kind+belongs_to]').between([kind, from], [kind, to], true, true).toArray(),
    ]);
    const shownOf = new Map(shown.map(({ scope, generation }) => [scope, generation]));
    const current = rows.filter(row => shownOf.get(row.scope) === row.generation);
    // What moves from one scope to another may for a while be in both: the later entry of the map stays.
    current.sort((a, b) => (b.leaving ?? 0) - (a.leaving ?? 0));
    return [...new Map(current.map(row => [row.id, row.body as FeedBodies[K]])).values()];
  });

/** Where this database is broken nothing is told of the talk with the centre; records go up all the same. */
export const writeSync = (reference: Reference, status: Omit<SyncRow, 'key'>): Promise<void> =>
  steadily(reference, async () => {
    await reference.status.put({ key: 'sync', ...status });
  }).catch(whereBroken(undefined));

export const recallSync = (reference: Reference): Promise<Omit<SyncRow, 'key'>> =>
  steadily(reference, () => readSync(reference)).catch(whereBroken(NO_CONTACT));

/** Inside a live query. */
export const readSync = async (reference: Reference): Promise<Omit<SyncRow, 'key'>> =>
  (await reference.status.get('sync')) ?? NO_CONTACT;

export const NO_CONTACT: Omit<SyncRow, 'key'> = { last_contact_at: null, state: { kind: 'idle' }, held: 0 };

const whereBroken =
  <T>(value: T) =>
  (error: unknown): T => {
    if (error instanceof StorageError) return value;
    throw error;
  };
