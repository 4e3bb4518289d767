// The way down to the devices: reference rows by scope, each with the version of its scope's clock.
import { sql } from 'kysely';
import type { FeedBodies, FeedKind } from '../../protocol/feed.ts';
import type { Database, Trx } from './database.ts';

/** What every device may see: units and instruments. */
export const PUBLIC_SCOPE = 'public';
/** What the tablets of a unit, and of the units above it, may see. */
export const unitScope = (unitId: string): string => `unit:${unitId}`;
/** What a supervisor's own phone may see. */
export const accountScope = (accountId: string): string => `account:${accountId}`;

/**
 * Puts a row before the devices of a scope, or takes it back (`body` null leaves a tombstone). To be called inside the
 * transaction that writes the thing itself: the scope's clock stays locked until that commits, so that no row with a
 * lower version can appear behind a cursor. What devices were told already is not told again.
 */
export async function publish<K extends FeedKind>(
  trx: Trx,
  scope: string,
  kind: K,
  id: string,
  body: FeedBodies[K] | null,
): Promise<void> {
  const said = body === null ? null : JSON.stringify(body);
  const held = await trx
    .selectFrom('feed')
    .select('body')
    .where('scope', '=', scope)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  if (held?.body === said) return;
  const { version } = await trx
    .insertInto('scope_clock')
    .values({ scope, version: 1 })
    .onConflict(conflict =>
      conflict.column('scope').doUpdateSet({ version: sql<number>`scope_clock.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  const row = { scope, kind, id, version, body: said };
  await trx
    .insertInto('feed')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['scope', 'kind', 'id']).doUpdateSet({ version, body: row.body }),
    )
    .execute();
}

/** The version that each scope stands at; scopes in which nothing was ever published are left out. */
export async function scopeVersions(db: Database, scopes: readonly string[]): Promise<Map<string, number>> {
  if (scopes.length === 0) return new Map();
  const rows = await db.selectFrom('scope_clock').selectAll().where('scope', 'in', scopes).execute();
  return new Map(rows.map(row => [row.scope, row.version]));
}

export type FeedPage = {
  readonly scope: string;
  /** Rows up to this version were seen. */
  readonly after: number;
  readonly limit: number;
  readonly kinds: readonly FeedKind[];
};

/** The next rows of a scope in version order. Tombstones are left out of a first reading: there is nothing to bury. */
export const feedRows = (db: Database, page: FeedPage) =>
  db
    .selectFrom('feed')
    .select(['kind', 'id', 'version', 'body'])
    .where('scope', '=', page.scope)
    .where('version', '>', page.after)
    .where('kind', 'in', page.kinds)
    .$if(page.after === 0, query => query.where('body', 'is not', null))
    .orderBy('version')
    .limit(page.limit)
    .execute();
