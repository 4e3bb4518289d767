// Reads a page of reference data. A page that is not well-formed changes nothing.
import { FEED_KINDS, type FeedKind } from '../../protocol/feed.ts';
import type { ScopePage } from '../store/snapshots.ts';

/** `key` is as it came, to be checked by whom it is for; absent from a centre of the first builds. */
export type PullReply = { epoch: string; more: boolean; key: unknown; scopes: ScopePage[] };

export function readPullReply(body: Record<string, unknown>): PullReply | null {
  const { epoch, more, key, scopes } = body;
  if (typeof epoch !== 'string' || typeof more !== 'boolean' || !Array.isArray(scopes)) return null;
  if (!scopes.every(isPage) || new Set(scopes.map(page => page.scope)).size < scopes.length) return null;
  return { epoch, more, key, scopes: scopes.map(page => readPage(page, more)) };
}

type Page = Pick<ScopePage, 'scope' | 'cursor' | 'rows'> & { refetch?: unknown; whole?: unknown };

function isPage(value: unknown): value is Page {
  const page = value as Partial<Page> | null;
  return (
    typeof page?.scope === 'string' &&
    typeof page.cursor === 'string' &&
    Array.isArray(page.rows) &&
    page.rows.every(isRow)
  );
}

function isRow(value: unknown): boolean {
  const row = value as { kind?: unknown; id?: unknown; body?: unknown } | null;
  return (
    FEED_KINDS.includes(row?.kind as FeedKind) && typeof row?.id === 'string' && typeof row.body === 'object'
  );
}

/** A centre of the first builds says of the whole page only whether there is more. */
function readPage({ scope, cursor, rows, ...said }: Page, more: boolean): ScopePage {
  if (said.refetch === true) return { scope, cursor: '', rows: [], refetch: true, whole: false };
  const whole = typeof said.whole === 'boolean' ? said.whole : !more;
  return { scope, cursor, rows, refetch: false, whole };
}
