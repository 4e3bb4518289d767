// How reference data changes: page by page into a snapshot of its scope, which replaces the one shown once all is whole.
import { Dexie } from 'dexie';
import type { FeedKind } from '../../protocol/feed.ts';
import { FEED_SCHEMA } from '../../protocol/limits.ts';
import type { Reference, ReferenceRow, SnapshotRow } from './reference.ts';
import { inTransaction, steadily } from './steady.ts';

/*
 *                       page                          page, all scopes whole
 *   (nothing) ─────────────────► shown, growing
 *   shown ── other basis, refetch ──► shown, and one staged beside it ──► the staged one shown, the older left over
 *
 * At most one snapshot of a scope has the present basis: the one that pages go into. Nothing of a snapshot is reused.
 */

/** A page of one scope as checked by sync/pull-reply.ts. */
export type ScopePage = {
  scope: string;
  cursor: string;
  /** The cursor that was asked from means nothing to the centre: begin anew. */
  refetch: boolean;
  whole: boolean;
  rows: { kind: FeedKind; id: string; body: object | null }[];
};

export type ScopeCursor = { scope: string; cursor: string };

/** A cursor means something only to one identity, within one epoch of the centre and one shape of rows. */
export const basisOf = (device: string, epoch: string): string => `${FEED_SCHEMA}/${device}/${epoch}`;

/** Of a snapshot whose cursor means nothing any more. */
const NO_BASIS = '';

/** Where each held scope is to be asked from; empty where it begins anew. */
export const readCursors = (reference: Reference, basis: string): Promise<ScopeCursor[]> =>
  steadily(reference, async () => cursorsIn(await reference.snapshots.toArray(), basis));

function cursorsIn(snapshots: readonly SnapshotRow[], basis: string): ScopeCursor[] {
  const cursors = new Map(snapshots.map(({ scope }) => [scope, '']));
  for (const snapshot of snapshots)
    if (snapshot.basis === basis) cursors.set(snapshot.scope, snapshot.cursor);
  return [...cursors].map(([scope, cursor]) => ({ scope, cursor }));
}

type Page = { basis: string; asked: readonly ScopeCursor[]; scopes: readonly ScopePage[] };
type Saving = {
  reference: Reference;
  basis: string;
  newId: () => string;
  snapshots: SnapshotRow[];
  shown: Map<string, string>;
  isLast: boolean;
};

/**
 * Rows, tombstones and cursors in one transaction. Scopes that are no longer listed were left: their rows go at once.
 * Until every scope is whole the older snapshots stay shown, and what is gone from one scope stays too: it may have
 * moved to another. False, and nothing done, where it was not `asked` from where the snapshots are now: another tab
 * was quicker, or the data were wiped.
 */
export const savePage = (
  reference: Reference,
  { basis, asked, scopes }: Page,
  newId: () => string,
): Promise<boolean> =>
  inTransaction(reference, [reference.rows, reference.snapshots, reference.shown], async () => {
    const snapshots = await reference.snapshots.toArray();
    if (!isSame(cursorsIn(snapshots, basis), asked)) return false;
    const shown = new Map((await reference.shown.toArray()).map(row => [row.scope, row.generation]));
    const isLast = scopes.every(page => page.whole);
    const saving: Saving = { reference, basis, newId, snapshots, shown, isLast };
    const listed = new Set(scopes.map(page => page.scope));
    for (const { scope } of asked) if (!listed.has(scope)) await dropScope(reference, scope);
    for (const page of scopes) await saveScope(saving, page);
    if (isLast) await reference.rows.where('leaving').equals(1).delete();
    return true;
  });

function isSame(held: readonly ScopeCursor[], asked: readonly ScopeCursor[]): boolean {
  const cursors = new Map(held.map(({ scope, cursor }) => [scope, cursor]));
  return cursors.size === asked.length && asked.every(({ scope, cursor }) => cursors.get(scope) === cursor);
}

async function dropScope(reference: Reference, scope: string): Promise<void> {
  await reference.shown.delete(scope);
  await reference.snapshots.where('[scope+generation]').between([scope], [scope, Dexie.maxKey]).delete();
  await rowsOf(reference, [scope]).delete();
}

const rowsOf = (reference: Reference, prefix: readonly string[]) =>
  reference.rows.where('[scope+generation+kind+id]').between([...prefix], [...prefix, Dexie.maxKey] as never);

async function saveScope(saving: Saving, page: ScopePage): Promise<void> {
  const { reference, shown, isLast } = saving;
  const { scope, cursor } = page;
  const { snapshot, isNew } = await snapshotFor(saving, page);
  const isStaged = shown.has(scope) && shown.get(scope) !== snapshot.generation;
  await saveRows(saving, snapshot, page, isStaged);
  if (isNew || snapshot.cursor !== cursor) await reference.snapshots.put({ ...snapshot, cursor });
  // Where there was nothing before, rows are shown as they come.
  if (!shown.has(scope) || (isStaged && isLast))
    await reference.shown.put({ scope, generation: snapshot.generation });
}

async function snapshotFor(
  { reference, basis, newId, snapshots }: Saving,
  { scope, refetch }: ScopePage,
): Promise<{ snapshot: SnapshotRow; isNew: boolean }> {
  const present = snapshots.find(each => each.scope === scope && each.basis === basis);
  if (present && !refetch) return { snapshot: present, isNew: false };
  if (present) await reference.snapshots.put({ ...present, basis: NO_BASIS });
  return { snapshot: { scope, generation: newId(), basis, cursor: '' }, isNew: true };
}

async function saveRows(
  { reference, isLast }: Saving,
  { scope, generation }: SnapshotRow,
  { rows }: ScopePage,
  isStaged: boolean,
): Promise<void> {
  const latest = new Map(rows.map(row => [`${row.kind} ${row.id}`, row]));
  const kept: ReferenceRow[] = [];
  const gone: [string, string, string, string][] = [];
  for (const { kind, id, body } of latest.values()) {
    if (body === null) gone.push([scope, generation, kind, id]);
    else kept.push({ scope, generation, kind, id, belongs_to: ownerOf(body, id), body: body as never });
  }
  if (isStaged || isLast) await reference.rows.bulkDelete(gone);
  else for (const row of await reference.rows.bulkGet(gone)) if (row) kept.push({ ...row, leaving: 1 });
  await reference.rows.bulkPut(kept);
}

const ownerOf = (body: object, id: string): string =>
  'event_id' in body && typeof body.event_id === 'string' ? body.event_id : id;

/** How many rows one transaction removes: a screen that reads waits no longer than for these. */
const AT_ONCE = 2000;

/** Removes what is neither shown nor being fetched, after a swap or an interruption; and the older shape's database. */
export async function dropLeftovers(reference: Reference, basis: string): Promise<void> {
  while (await dropSome(reference, basis));
  // An older tab may hold it for long.
  void reference.older.delete().catch(() => undefined);
}

const dropSome = (reference: Reference, basis: string): Promise<boolean> =>
  inTransaction(reference, [reference.rows, reference.snapshots, reference.shown], async () => {
    const shown = new Set((await reference.shown.toArray()).map(row => row.generation));
    const left = (await reference.snapshots.toArray()).find(
      row => row.basis !== basis && !shown.has(row.generation),
    );
    if (!left) return false;
    const keys = await rowsOf(reference, [left.scope, left.generation]).limit(AT_ONCE).primaryKeys();
    await reference.rows.bulkDelete(keys);
    if (keys.length < AT_ONCE) await reference.snapshots.delete([left.scope, left.generation]);
    return true;
  });

/** A device that was retired or lost shows nothing of the centre's any more; drafts and outbox are not here. */
export const wipeReference = (reference: Reference): Promise<void> =>
  inTransaction(reference, [reference.rows, reference.snapshots, reference.shown], async () => {
    if ((await reference.snapshots.count()) === 0) return;
    await Promise.all([reference.rows.clear(), reference.snapshots.clear(), reference.shown.clear()]);
  });
