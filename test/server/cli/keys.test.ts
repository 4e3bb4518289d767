// The keys at the machine: listed, rotated, copied out and back in, never shown.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../../../src/server/cli/keys.ts';
import { type Folder, newFolder, PASSPHRASE, talk } from './data.ts';

let folder: Folder;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => folder.remove());

async function run(args: readonly string[], lines: readonly string[] = []) {
  const { ask, print, printed } = talk(lines);
  const { dataFolder, world } = folder;
  const code = await keys({ ...world, dataFolder, keys: folder.ring(), ask, print }, args);
  return { code, printed: printed() };
}

describe('the command', () => {
  it('lists which keys there are and which is in use, and shows none', async () => {
    const ring = folder.ring();
    const first = ring.current().key_id;
    const second = ring.rotate().key_id;
    const { code, printed } = await run([]);
    expect(code).toBe(0);
    expect(printed.split('\n').find(line => line.startsWith(first))).not.toContain('in use');
    expect(printed.split('\n').find(line => line.startsWith(second))).toContain('in use');
    expect(printed).toContain('BELUM tersimpan');
    for (const { private_key } of ring.all()) expect(printed).not.toContain(private_key);
  });

  it('makes a new key, after which the copy is out of date', async () => {
    await run(['escrow', folder.outside('a.json')], [PASSPHRASE]);
    expect(folder.ring().escrowedAt()).not.toBe(null);
    const before = folder.ring().current();
    const { code, printed } = await run(['rotate']);
    expect([code, printed]).toEqual([0, expect.stringContaining('BELUM tersimpan')]);
    expect(folder.ring().current()).not.toEqual(before);
    expect(folder.ring().escrowedAt()).toBe(null);
  });

  it('puts keys back from a copy, beside those that are here', async () => {
    const [old] = folder.ring().all();
    await run(['escrow', folder.outside('a.json')], [PASSPHRASE]);
    rmSync(join(folder.dataFolder, 'keys'), { recursive: true });
    const fresh = folder.ring().current().key_id;
    expect(await run(['restore', folder.outside('a.json')], ['frasa sandi yang lain'])).toMatchObject({
      code: 1,
    });
    expect(await run(['restore', folder.outside('a.json')], [PASSPHRASE])).toMatchObject({
      code: 0,
      printed: expect.stringContaining('1 kunci dipulihkan'),
    });
    const ids = folder
      .ring()
      .all()
      .map(({ key_id }) => key_id);
    expect(ids.sort()).toEqual([fresh, old?.key_id].sort());
  });

  it('writes a copy in which no key can be read', async () => {
    await run(['escrow', folder.outside('a.json')], [PASSPHRASE]);
    const text = readFileSync(folder.outside('a.json'), 'utf8');
    for (const { private_key, key_id } of folder.ring().all())
      expect([text.includes(private_key), text.includes(key_id)]).toEqual([false, true]);
  });

  it.each([[['what']], [['rotate', 'x']], [['restore']], [['escrow', 'a', 'b']]])(
    '%j shows how it is used',
    async args => {
      expect(await run(args)).toMatchObject({ code: 2, printed: expect.stringContaining('Pemakaian') });
    },
  );
});
