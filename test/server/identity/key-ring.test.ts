// The centre's keys: in files of their own, old ones readable for good, and an escrow copy that brings them back.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SealingKey } from '../../../src/protocol/fields.ts';
import { openEscrow, sealEscrow } from '../../../src/server/identity/escrow.ts';
import { openKeyRing } from '../../../src/server/identity/key-ring.ts';
import { sealBytes } from '../seal-record.ts';

let folder: string;
let now = new Date('2026-11-22T00:00:00Z');
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'lembar-keys-')), 'keys');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const world = { random: (size: number) => randomBytes(size), now: () => now };
const openRing = () => openKeyRing(folder, world);
const sealTo = (key: SealingKey) =>
  sealBytes(Buffer.from(key.public_key, 'base64url'), Buffer.from('isi'), '[]');

describe('a folder of keys', () => {
  it('has a first key, which the next start finds again', () => {
    const first = openRing().current();
    expect(openRing().current()).toEqual(first);
    expect(readdirSync(folder)).toEqual([`${first.key_id}.json`]);
  });

  it('is for its owner’s eyes only', () => {
    const { key_id } = openRing().current();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, `${key_id}.json`)).mode & 0o777).toBe(0o600);
  });

  it('opens what was sealed to an older key after a rotation, and seals to the new one', () => {
    const ring = openRing();
    const old = ring.current();
    const sealed = sealTo(old);
    ring.rotate();
    expect(ring.current().key_id).not.toBe(old.key_id);
    for (const each of [ring, openRing()]) expect(each.open(old.key_id, sealed, '[]').ok).toBe(true);
  });

  it('seals to the key that was made last, also where the clock was set back between', () => {
    const ring = openRing();
    now = new Date('2020-01-01T00:00:00Z');
    const { key_id } = ring.rotate();
    expect(ring.current().key_id).toBe(key_id);
    expect(openRing().current().key_id).toBe(key_id);
  });

  it('learns at once of a key that another process has made', () => {
    const [serving, command] = [openRing(), openRing()];
    const made = command.rotate();
    const sealed = sealTo(command.current());
    expect(serving.open(made.key_id, sealed, '[]').ok).toBe(true);
    expect(serving.current().key_id).toBe(made.key_id);
  });

  it('refuses to open where a key file is damaged, and leaves it as it is', () => {
    const { key_id } = openRing().current();
    const path = join(folder, `${key_id}.json`);
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 40));
    expect(openRing).toThrow(/damaged/);
    expect(readdirSync(folder)).toEqual([`${key_id}.json`]);
  });

  it('says of a key that it does not have that it is unknown, and of bytes that do not open that they do not', () => {
    const ring = openRing();
    const { key_id } = ring.current();
    expect(ring.open('0000000000000000', sealTo(ring.current()), '[]')).toMatchObject({
      problem: { code: 'record.key_unknown', details: { key_id: '0000000000000000' } },
    });
    expect(ring.open(key_id, sealTo(ring.current()), '[1]')).toMatchObject({
      problem: { code: 'record.sealed' },
    });
  });

  it('does not take changed bytes for those that it has opened before', () => {
    const ring = openRing();
    const { key_id } = ring.current();
    const sealed = sealTo(ring.current());
    expect(ring.open(key_id, sealed, '[]').ok).toBe(true);
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(ring.open(key_id, changed, '[]').ok).toBe(false);
  });
});

describe('an escrow copy', () => {
  const PASSPHRASE = 'beras merah dari lereng Merapi';
  const made = (ring = openRing(), passphrase = PASSPHRASE) => sealEscrow(ring.all(), passphrase, world);

  it('brings every key back to a centre that has lost its disk', () => {
    const ring = openRing();
    ring.rotate();
    const sealed = ring.all().map(key => [key.key_id, sealTo(key)] as const);
    const copy = made(ring);
    rmSync(folder, { recursive: true });
    const fresh = openRing();
    const keys = copy.ok ? openEscrow(copy.value, PASSPHRASE) : copy;
    fresh.restore(keys.ok ? keys.value : []);
    for (const each of [fresh, openRing()])
      for (const [key_id, bytes] of sealed) expect(each.open(key_id, bytes, '[]').ok).toBe(true);
  });

  it('opens for its passphrase only, and only unchanged', () => {
    const copy = made();
    const text = copy.ok ? copy.value : '';
    const wrong = { problem: { code: 'key.passphrase_wrong' } };
    expect(openEscrow(text, 'beras putih dari lereng Merapi')).toMatchObject(wrong);
    expect(openEscrow(text.replace('2026', '2027').replace('2020', '2021'), PASSPHRASE)).toMatchObject(wrong);
    expect(openEscrow(text.slice(0, -40), PASSPHRASE)).toMatchObject(wrong);
    expect(openEscrow('', PASSPHRASE)).toMatchObject(wrong);
  });

  it('says nothing of a key in clear', () => {
    const ring = openRing();
    const copy = made(ring);
    for (const { private_key } of ring.all()) expect(copy.ok && copy.value.includes(private_key)).toBe(false);
  });

  it('needs a passphrase of some length', () => {
    expect(made(openRing(), 'pendek')).toMatchObject({
      problem: { code: 'key.passphrase_short', details: { min: 12 } },
    });
  });

  it('is remembered until a key comes that it does not hold', () => {
    const ring = openRing();
    expect(ring.escrowedAt()).toBeNull();
    ring.noteEscrow();
    expect(openRing().escrowedAt()).toBe(now.toISOString());
    ring.rotate();
    expect(openRing().escrowedAt()).toBeNull();
  });
});
