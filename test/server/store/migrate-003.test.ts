// The third migration keeps what databases of released versions hold, and leaves them as a new one would have made them.
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { migrate } from '../../../src/server/store/migrate.ts';
import { first } from '../../../src/server/store/migrations/001-first.ts';
import { sealed } from '../../../src/server/store/migrations/002-sealed.ts';

/** A database as a released build left it: an observation made from its raw record, and a questionnaire. */
function released(...migrations: readonly string[]) {
  const database = new DatabaseSync(':memory:');
  database.exec('create table migration (number integer primary key)');
  for (const [index, sql] of migrations.entries())
    database.exec(`${sql}; insert into migration (number) values (${index + 1})`);
  database.exec(`
    insert into instrument values ('observasi', 1, '{"code":"observasi","version":1}');
    insert into raw (seq, id, kind, form, version, bytes, sha256, received, unit_id, event_id, state)
      values (7, 'r1', 'submission', 'observasi', 1, x'7b7d', 'hash', '2026-11-22', 'u', 'e', 'projected');
    insert into observation (record_id, assignment_id, event_id, day, seq, replaces, answers)
      values ('r1', 'a', 'e', '2026-11-22', 7, null, '{"sikap":"3"}');
    insert into response_tally values ('e', 'skm9', 1, 20);
  `);
  return database;
}

it.each([
  ['first', [first]],
  ['second', [first, sealed]],
])(
  'from the %s migration on, every row stands, and an observation knows its version',
  (_name, migrations) => {
    const database = released(...migrations);
    migrate(database);
    const all = (sql: string) => database.prepare(sql).all();
    expect(all('select * from observation')).toEqual([
      {
        record_id: 'r1',
        assignment_id: 'a',
        event_id: 'e',
        day: '2026-11-22',
        seq: 7,
        replaces: null,
        answers: '{"sikap":"3"}',
        instrument_code: 'observasi',
        instrument_version: 1,
      },
    ]);
    expect(all('select * from instrument')).toEqual([
      {
        code: 'observasi',
        version: 1,
        definition: '{"code":"observasi","version":1}',
        source: null,
        published_at: null,
        published_by: null,
      },
    ]);
    expect(all('select n from response_tally')).toEqual([{ n: 20 }]);
    for (const table of ['submission', 'attachment', 'event_form'])
      expect(all(`select * from ${table}`)).toEqual([]);
    expect(() => database.exec('select rowid from attachment')).toThrow(/no such column/);
    database.close();
  },
);

it('sheets of a form in an event are found by an index', () => {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  const [plan] = database
    .prepare(
      "explain query plan select seq from raw where kind = 'submission' and event_id = 'e' and form = 'skm9' and state = 'projected'",
    )
    .all();
  expect(plan.detail).toContain('raw_submission_by_event');
  database.close();
});
