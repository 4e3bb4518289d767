// The centre's keys as the rest of the centre uses them: which one to seal to, and opening what was sealed to any.
import { accepted, type Result, refused } from '../../domain/result.ts';
import type { SealingKey } from '../../protocol/fields.ts';
import type { Problem } from '../../protocol/problem.ts';
import { SEAL_INFO } from '../../protocol/sealing.ts';
import { bytesOf, type CentreKey, type Making, makeKey } from './centre-key.ts';
import { type KeyShelf, keyFolder, memoryShelf } from './key-shelf.ts';
import { openedMemo } from './opened-memo.ts';
import { type Open, opener } from './sealed-open.ts';

export type KeyRing = {
  /** The key that devices are told to seal to from now on. */
  current(): SealingKey;
  /**
   * What was sealed, or `record.key_unknown` where its key is not here, or `record.sealed` where it does not open.
   * `context` is protocol/sealing.ts's `sealedContext` of its envelope.
   */
  open(keyId: string, sealed: Uint8Array, context: string): Result<Uint8Array, Problem>;
  /** Every key, private ones too, the oldest first; the last is the current one. Another process may have added some. */
  all(): readonly CentreKey[];
  /** Makes the key that is current from now on; the others stay readable. */
  rotate(): CentreKey;
  /** Puts keys back that an escrow copy held; those that are here already stay as they are. */
  restore(keys: readonly CentreKey[]): void;
  /** When an escrow copy that holds all keys of now was last made, or null. */
  escrowedAt(): string | null;
  /** Remembers that an escrow copy of all keys was made. */
  noteEscrow(): void;
};

/**
 * Over a folder of key files, beside the database and never in it. Makes the first key where there is none; throws where a
 * file is damaged. Any number of processes may share the folder.
 */
export const openKeyRing = (folder: string, world: Making): KeyRing => ringOver(keyFolder(folder), world);

/** Keys that live as long as the process. */
export const memoryKeyRing = (world: Making): KeyRing => ringOver(memoryShelf(), world);

function ringOver(shelf: KeyShelf, world: Making): KeyRing {
  const keys = new Map<string, CentreKey & { readonly open: Open }>();
  const add = (key: CentreKey): void => {
    keys.set(key.key_id, { ...key, open: opener(bytesOf(key.private_key), SEAL_INFO) });
  };
  const reread = (): CentreKey[] => {
    for (const key of shelf.unknown(keys)) add(key);
    return [...keys.values()].sort(byAge);
  };
  const keep = (key: CentreKey): CentreKey => {
    shelf.put(key);
    add(key);
    return key;
  };
  const newest = (): CentreKey => reread().at(-1) ?? keep(makeKey(world));
  newest();

  const open = (keyId: string, sealed: Uint8Array, context: string): Uint8Array | null | undefined => {
    if (!keys.has(keyId)) reread();
    const key = keys.get(keyId);
    return key?.open(sealed, context);
  };
  const opened = openedMemo(open);

  return {
    current() {
      const { key_id, public_key } = newest();
      return { key_id, public_key };
    },
    open(keyId, sealed, context) {
      const content = opened(keyId, sealed, context);
      if (content) return accepted(content);
      return content === undefined
        ? refused('record.key_unknown', { key_id: keyId })
        : refused('record.sealed');
    },
    all: reread,
    rotate: () => keep(makeKey(world, newest())),
    restore(restored) {
      reread();
      for (const key of restored) if (!keys.has(key.key_id)) keep(key);
    },
    escrowedAt() {
      const escrow = shelf.escrow();
      return escrow && reread().every(key => escrow.key_ids.includes(key.key_id)) ? escrow.at : null;
    },
    noteEscrow: () =>
      shelf.noteEscrow({ at: world.now().toISOString(), key_ids: reread().map(key => key.key_id) }),
  };
}

const byAge = (a: CentreKey, b: CentreKey): number =>
  a.made_at < b.made_at || (a.made_at === b.made_at && a.key_id < b.key_id) ? -1 : 1;
