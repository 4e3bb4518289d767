// One page of the pull: which scopes a device may see now, and the next rows of each after its cursor.
import { FEED_KINDS, type FeedKind } from '../protocol/feed.ts';
import { PULL_PAGE_ROWS } from '../protocol/limits.ts';
import type { PullReply, PullRequest } from '../protocol/pull.ts';
import type { Centre } from './centre.ts';
import type { Database } from './store/database.ts';
import {
  accountScope,
  type FeedPage,
  feedRows,
  PUBLIC_SCOPE,
  scopeVersions,
  unitScope,
} from './store/feed.ts';
import { findAccount } from './store/people/accounts.ts';
import type { EnrolledDevice } from './store/people/devices.ts';
import { readEpoch } from './store/settings.ts';
import { unitsBelow } from './store/unit-tree.ts';

type Page = Pick<PullReply, 'epoch' | 'more' | 'key' | 'scopes'>;
type Entry = PullReply['scopes'][number];

export async function pullPage(
  { db, keys }: Pick<Centre, 'db' | 'keys'>,
  device: EnrolledDevice,
  asked: PullRequest,
): Promise<Page> {
  const epoch = await readEpoch(db);
  const cursors = new Map(asked.scopes.map(({ scope, cursor }) => [scope, cursor]));
  const visible = await visibleScopes(db, device);
  const versions = await scopeVersions(db, visible.scopes);
  const scopes: Entry[] = [];
  let room = PULL_PAGE_ROWS;
  for (const scope of visible.scopes) {
    const latest = versions.get(scope) ?? 0;
    const after = readCursor(cursors.get(scope) ?? '', asked.epoch === epoch, latest);
    const entry =
      after === null
        ? { scope, cursor: '', refetch: true, whole: false, rows: [] }
        : await readOn(db, { scope, after, limit: room, kinds: visible.kinds, schema: asked.schema }, latest);
    room -= entry.rows.length;
    scopes.push(entry);
  }
  return { epoch, more: scopes.some(({ whole }) => !whole), key: keys.current(), scopes };
}

/** Where the device stands in the scope, or null where its cursor means nothing here. */
function readCursor(cursor: string, isOfThisEpoch: boolean, latest: number): number | null {
  if (cursor === '') return 0;
  if (!isOfThisEpoch || !/^\d{1,15}$/.test(cursor)) return null;
  const version = Number(cursor);
  return version <= latest ? version : null;
}

type AskedPage = FeedPage & { readonly schema: PullRequest['schema'] };

async function readOn(db: Database, page: AskedPage, latest: number): Promise<Entry> {
  const { scope, after, limit } = page;
  const rows = latest > after && limit > 0 ? await feedRows(db, page) : [];
  const whole = latest === after || (limit > 0 && rows.length < limit);
  const reached = whole ? latest : (rows.at(-1)?.version ?? after);
  return {
    scope,
    cursor: reached === 0 ? '' : String(reached),
    refetch: false,
    whole,
    rows: rows.map(toRow).filter(row => isReadable(row, page.schema)),
  };
}

/** A unit's tablet: the public, its unit and all below. A supervisor's phone: instruments and own assignments. */
async function visibleScopes(
  db: Database,
  device: EnrolledDevice,
): Promise<{ scopes: string[]; kinds: readonly FeedKind[] }> {
  if (device.account_id === null) {
    const units = await unitsBelow(db, device.unit_id);
    return { scopes: [PUBLIC_SCOPE, ...units.map(unitScope)], kinds: FEED_KINDS };
  }
  const owner = await findAccount(db, device.account_id);
  const own = owner?.active ? [accountScope(owner.id)] : [];
  return { scopes: [PUBLIC_SCOPE, ...own], kinds: ['instrument', 'assignment'] };
}

const toRow = ({ kind, id, body }: { kind: FeedKind; id: string; body: string | null }) => ({
  kind,
  id,
  body: body === null ? null : (JSON.parse(body) as object),
});

/** A build that knows schema 1 would take an instrument of today's form for one of its own. */
const isReadable = ({ kind, body }: ReturnType<typeof toRow>, schema: PullRequest['schema']): boolean =>
  schema > 1 || kind !== 'instrument' || body === null || !('format' in body);
