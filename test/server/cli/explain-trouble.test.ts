// What a person is told where the disk or the file is at fault, and that a bug is not passed off as that.
import { expect, it } from 'vitest';
import { explainTrouble } from '../../../src/server/cli/explain-trouble.ts';
import { DamagedKey } from '../../../src/server/identity/key-shelf.ts';
import { NewerDatabase } from '../../../src/server/store/migrate.ts';

const sqlite = (message: string) => Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR' });
const system = (code: string) => Object.assign(new Error(`${code}: x, write`), { code, syscall: 'write' });

it.each<[string, Error, string | null]>([
  ['a full disk, by SQLite', sqlite('database or disk is full'), 'Penyimpanan penuh'],
  ['a full disk, by the system', system('ENOSPC'), 'Penyimpanan penuh'],
  ['a spent quota', system('EDQUOT'), 'Penyimpanan penuh'],
  ['a read-only database', sqlite('attempt to write a readonly database'), 'Tidak boleh menulis'],
  ['a read-only disk', system('EROFS'), 'Tidak boleh menulis'],
  ['another owner’s folder', system('EACCES'), 'Tidak boleh menulis'],
  ['a damaged database', sqlite('database disk image is malformed'), 'restore BERKAS'],
  ['a file that is none', sqlite('file is not a database'), 'restore BERKAS'],
  ['a busy database', sqlite('database is locked'), 'sedang dipakai'],
  ['a newer database', new NewerDatabase('migration 900'), 'Lembar yang lebih baru'],
  ['a damaged key', new DamagedKey('/srv/data/keys/a.json'), 'keys restore SALINAN-KUNCI'],
  ['a wrong statement', sqlite('no such column: x'), null],
  ['a bug', new TypeError('x is undefined'), null],
])('%s', (_title, error, sentence) => {
  const said = explainTrouble(error, '/srv/data');
  if (sentence === null) expect(said).toBe(null);
  else expect(said).toContain(sentence);
});
