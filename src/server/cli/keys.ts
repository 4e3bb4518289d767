// The centre's keys at the machine itself: which there are, a new one, and their escrow copy out and in again.
import { existsSync, readFileSync } from 'node:fs';
import { openEscrow } from '../identity/escrow.ts';
import { type EscrowWorld, saveEscrow } from './save-escrow.ts';

/** Without a word: lists them. `rotate`, `escrow [FILE]`, `restore FILE`. Resolves with the exit code. */
export async function keys(world: EscrowWorld, args: readonly string[]): Promise<number> {
  const [word, file, ...more] = args;
  if (more.length === 0) {
    if (word === undefined) return list(world);
    if (word === 'rotate' && file === undefined) return rotate(world);
    if (word === 'escrow') return (await saveEscrow(world, file)) ? 0 : 1;
    if (word === 'restore' && file !== undefined) return restoreKeys(world, file);
  }
  world.print('Pemakaian / usage: keys | keys rotate | keys escrow [BERKAS] | keys restore BERKAS\n');
  return 2;
}

function list({ keys, print }: EscrowWorld): number {
  const current = keys.current().key_id;
  for (const { key_id, made_at } of keys.all())
    print(`${key_id}  ${made_at}${key_id === current ? '  dipakai sekarang / in use' : ''}\n`);
  const escrowedAt = keys.escrowedAt();
  print(escrowedAt ? `Salinan semua kunci disimpan / copy of all keys saved: ${escrowedAt}\n` : NO_ESCROW);
  return 0;
}

function rotate({ keys, print }: EscrowWorld): number {
  const { key_id } = keys.rotate();
  print(`Kunci baru ${key_id} dipakai mulai sekarang; yang lama tetap disimpan untuk membuka catatan lama.
The new key ${key_id} is in use from now on; the older ones stay, to open older records.
${NO_ESCROW}`);
  return 0;
}

export const NO_ESCROW = `Salinan kunci BELUM tersimpan: bila disk ini rusak, tidak ada catatan yang dapat dibuka lagi. Simpan sekarang:
npm run lembar -- keys escrow BERKAS
The copy of the keys is NOT saved: if this disk breaks, no record can be opened again. Save it now:
npm run lembar -- keys escrow FILE
`;

async function restoreKeys({ keys, ask, print }: EscrowWorld, file: string): Promise<number> {
  if (!existsSync(file)) {
    print(`${file} tidak ada. / does not exist.\n`);
    return 1;
  }
  const passphrase = await ask.line(PASSPHRASE, 'hidden');
  const opened = openEscrow(readFileSync(file, 'utf8'), passphrase);
  if (!opened.ok) {
    print(WRONG_PASSPHRASE);
    return 1;
  }
  const held = keys.all().length;
  keys.restore(opened.value);
  print(`${keys.all().length - held} kunci dipulihkan. / keys restored.\n`);
  return 0;
}

export const PASSPHRASE = 'Frasa sandi salinan kunci / passphrase of the copy of the keys: ';
export const WRONG_PASSPHRASE = `Berkas itu tidak terbuka: frasa sandinya salah, atau bukan salinan kunci Lembar.
The file does not open: the passphrase is wrong, or it is no copy of Lembar's keys.
`;
