// Migrations: a fresh database gets all of them once; one from a newer build is left alone.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/server/store/database.ts';
import { migrate, NewerDatabase } from '../../../src/server/store/migrate.ts';

describe('a database', () => {
  it('that is none is refused and left as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lembar-letter-'));
    const letter = 'This is a letter, not a database. '.repeat(100);
    writeFileSync(join(folder, 'letter'), letter);
    expect(() => openDatabase(join(folder, 'letter'))).toThrow();
    expect(readFileSync(join(folder, 'letter'), 'utf8')).toBe(letter);
    rmSync(folder, { recursive: true });
  });

  it('is brought up to date once', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database);
    database.exec("insert into setting values ('epoch', 'x')");
    migrate(database);
    expect(database.prepare('select value from setting').all()).toMatchObject([{ value: 'x' }]);
    database.close();
  });

  it('of a newer build is refused and stays as it is', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database);
    database.exec('insert into migration values (900)');
    expect(() => migrate(database)).toThrow(NewerDatabase);
    expect(database.isTransaction).toBe(false);
    database.close();
  });

  it('uses its index to find what waits among many records', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database);
    for (const state of ['waiting', 'quarantined']) {
      const [plan] = database
        .prepare(`explain query plan select seq from raw where state = '${state}' order by seq`)
        .all();
      expect(plan.detail).toContain(`raw_${state}`);
    }
    database.close();
  });
});
