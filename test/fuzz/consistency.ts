// Whether the tables agree with each other after a run: nothing half stored, nothing that broke a projection.
import { sql } from 'kysely';
import { rebuild } from '../../src/server/receive/rebuild.ts';
import type { World } from './world.ts';

/** What does not hold, as sentences. */
export async function consistency({ app, db, centre }: World): Promise<string[]> {
  await app.projector.idle();
  const number = async (query: ReturnType<typeof sql<{ n: number }>>) =>
    (await query.execute(db)).rows[0]?.n ?? 0;
  const found: string[] = [];
  const same = (what: string, one: number, other: number) => {
    if (one !== other) found.push(`${what}: ${one} is not ${other}`);
  };
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  if (integrity.rows[0]?.integrity_check !== 'ok') found.push('the database is damaged');
  same('rows that refer to nothing', (await sql`pragma foreign_key_check`.execute(db)).rows.length, 0);
  same(
    'records that wait for ever',
    await number(sql`select count(*) n from raw where state = 'waiting'`),
    0,
  );
  same(
    'records that broke the projection',
    await number(sql`select count(*) n from raw where reason like '%server.failed%'`),
    0,
  );
  same(
    'marks and the records that they come from',
    await number(sql`select count(*) n from mark`),
    await number(sql`select count(*) n from raw where kind = 'mark' and state = 'projected'`),
  );
  same(
    'sheets counted, sheets observed and the records that they come from',
    await number(
      sql`select (select coalesce(sum(n), 0) from response_tally) + (select count(*) from observation) n`,
    ),
    await number(sql`select count(*) n from raw where kind = 'submission' and state = 'projected'`),
  );
  same(
    'quarantined records and their reasons',
    await number(sql`select count(*) n from raw where state = 'quarantined'`),
    await number(sql`select count(*) n from raw where reason is not null`),
  );
  const before = await projections(db);
  await rebuild(centre, error => found.push(`a rebuild broke on ${error}`));
  if ((await projections(db)) !== before) found.push('the same records rebuilt give other tables');
  return found;
}

const PROJECTIONS = [
  'mark',
  'observation',
  'response_tally',
  'answer_tally',
  'comment',
  'close_out',
] as const;

/** Every projected row, whatever the order in which the tables give them. */
async function projections(db: World['db']): Promise<string> {
  const tables = await Promise.all(PROJECTIONS.map(table => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(tables.map(rows => rows.map(row => JSON.stringify(row)).sort()));
}
