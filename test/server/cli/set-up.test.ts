// Making an operator at the machine: asked again where somebody is there to answer, told once where a script is.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setUp } from '../../../src/server/cli/set-up.ts';
import { openEscrow } from '../../../src/server/identity/escrow.ts';
import { isPassword } from '../../../src/server/identity/password.ts';
import { openTestCentre, type TestCentre } from '../test-centre.ts';
import { type Folder, newFolder, PASSPHRASE, talk } from './data.ts';

let centre: TestCentre;
let folder: Folder;
beforeEach(async () => {
  centre = await openTestCentre();
  folder = newFolder();
});
afterEach(async () => {
  await centre.close();
  folder.remove();
});

const PASSWORD = 'kata-sandi-panjang';

/** With the copy of the keys saved before, unless that is what is looked at. */
async function run(args: readonly string[], lines: readonly string[], isTerminal = false, isEscrowed = true) {
  if (isEscrowed) centre.centre.keys.noteEscrow();
  const { ask, print, printed, asked } = talk(lines, isTerminal);
  const code = await setUp({ ...centre.centre, dataFolder: folder.dataFolder, ask, print }, args);
  return { code, asked, printed: printed() };
}
const options = (username: string) => ['--agency', 'BPSDM', '--name', 'Siti', '--username', username];

describe('an operator', () => {
  it('is made of four answers, the password hidden', async () => {
    const { code, asked } = await run([], ['BPSDM', 'Siti Rahma', 'siti', PASSWORD]);
    expect(code).toBe(0);
    expect(asked).toEqual(['shown: Nama', 'shown: Nama', 'shown: Nama', 'hidden: Kata']);
    const { password_hash } = await centre.db.selectFrom('account').selectAll().executeTakeFirstOrThrow();
    expect(await isPassword(PASSWORD, password_hash)).toBe(true);
  });

  it('can be added when every password is forgotten, in the same agency, which is not asked again', async () => {
    await run(options('siti'), [PASSWORD]);
    const { code, asked } = await run(['--name', 'Budi', '--username', 'budi'], [PASSWORD]);
    expect([code, asked]).toEqual([0, ['hidden: Kata']]);
    const accounts = await centre.db.selectFrom('account').select('unit_id').distinct().execute();
    expect(accounts).toHaveLength(1);
  });

  it('is asked again by a person for what cannot be used', async () => {
    const { code, printed } = await run([], ['  ', 'BPSDM', 'Siti', 'Siti R', 'siti', PASSWORD], true);
    expect([code, printed]).toEqual([
      0,
      expect.stringContaining('"Siti R" tidak dapat dipakai sebagai username'),
    ]);
  });

  it.each([
    ['a short password', options('siti'), ['pendek'], 1, 'terlalu pendek: sedikitnya 10'],
    [
      'a username with capitals',
      options('Siti'),
      [PASSWORD],
      1,
      '"Siti" tidak dapat dipakai sebagai username',
    ],
    ['an input that has ended', [], [], 1, '"" tidak dapat dipakai sebagai agency'],
    ['a password among the options', ['--password', PASSWORD], [], 2, 'Pemakaian'],
  ])('is not made of %s, told in a sentence', async (_title, args, lines, code, sentence) => {
    expect(await run(args, lines)).toMatchObject({ code, printed: expect.stringContaining(sentence) });
    expect(await centre.db.selectFrom('account').selectAll().execute()).toEqual([]);
  });

  it('is not made twice', async () => {
    await run(options('siti'), [PASSWORD]);
    const again = await run(options('siti'), [PASSWORD]);
    expect(again).toMatchObject({ code: 1, printed: expect.stringContaining('"siti" sudah dipakai') });
  });
});

describe('the copy of the keys', () => {
  const withFile = () => [...options('siti'), '--escrow', folder.outside('keys.json')];
  const accounts = () => centre.db.selectFrom('account').selectAll().execute();
  const keyIds = (text: string, passphrase: string) => {
    const opened = openEscrow(text, passphrase);
    return opened.ok ? opened.value.map(({ key_id }) => key_id) : opened.problem.code;
  };

  it('is asked for with a file and a passphrase, twice, and opens again', async () => {
    const file = folder.outside('keys.json');
    const { code, asked, printed } = await run(
      options('siti'),
      [PASSWORD, file, PASSPHRASE, PASSPHRASE],
      true,
      false,
    );
    expect([code, asked]).toEqual([0, ['hidden: Kata', 'shown: Berkas', 'hidden: Frasa', 'hidden: Sekali']]);
    expect(printed).toContain('sudah dicoba dibuka');
    expect(keyIds(readFileSync(file, 'utf8'), PASSPHRASE)).toEqual([centre.centre.keys.current().key_id]);
    expect(centre.centre.keys.escrowedAt()).not.toBe(null);
  });

  it('is the next line after the password of a script', async () => {
    const { code, asked } = await run(withFile(), [PASSWORD, PASSPHRASE], false, false);
    expect([code, asked]).toEqual([0, ['hidden: Kata', 'hidden: Frasa']]);
    expect(await accounts()).toHaveLength(1);
  });

  it.each<[string, () => string[], string[], string]>([
    ['no passphrase', withFile, [PASSWORD], 'terlalu pendek: sedikitnya 12'],
    ['a short passphrase', withFile, [PASSWORD, 'sebelas-kar'], 'terlalu pendek: sedikitnya 12'],
    ['no file', () => options('siti'), [PASSWORD, '', PASSPHRASE], 'Sebutkan sebuah berkas'],
    [
      'a file in the data folder',
      () => [...options('siti'), '--escrow', `${folder.dataFolder}/keys.json`],
      [PASSWORD, PASSPHRASE],
      'Simpan di luar folder data',
    ],
  ])('is insisted on: with %s no operator is made', async (_title, args, lines, sentence) => {
    const { code, printed } = await run(args(), lines, false, false);
    expect([code, printed]).toEqual([1, expect.stringContaining(sentence)]);
    expect(printed).toContain('akun belum dibuat');
    expect([await accounts(), centre.centre.keys.escrowedAt()]).toEqual([[], null]);
  });

  it('is never written over another file', async () => {
    writeFileSync(folder.outside('keys.json'), 'an older copy');
    expect(await run(withFile(), [PASSWORD, PASSPHRASE], false, false)).toMatchObject({ code: 1 });
    expect(readFileSync(folder.outside('keys.json'), 'utf8')).toBe('an older copy');
  });

  it('is asked again by a person until file and passphrases will do', async () => {
    const file = folder.outside('keys.json');
    const lines = [PASSWORD, '', file, 'pendek', 'pendek', PASSPHRASE, 'lain', PASSPHRASE, PASSPHRASE];
    const { code, printed } = await run(options('siti'), lines, true, false);
    expect(code).toBe(0);
    for (const sentence of ['Sebutkan sebuah berkas', 'terlalu pendek', 'Keduanya tidak sama'])
      expect(printed).toContain(sentence);
  });

  it('is not asked for again where it holds every key', async () => {
    await run(withFile(), [PASSWORD, PASSPHRASE], false, false);
    const again = await run(['--name', 'Budi', '--username', 'budi'], [PASSWORD], false, false);
    expect(again).toMatchObject({ code: 0, asked: ['hidden: Kata'] });
  });
});
