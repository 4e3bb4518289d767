// Where the centre's keys lie: a file each, for this user's eyes only, whole or not there at all.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { type CentreKey, fromText, toText } from './centre-key.ts';

/** When a copy of which keys was made. */
export type Escrowed = { readonly at: string; readonly key_ids: readonly string[] };

export type KeyShelf = {
  /** Keys that are not among the known ones. */
  unknown(known: { has(keyId: string): boolean }): CentreKey[];
  /** Survives a power cut when it returns. */
  put(key: CentreKey): void;
  escrow(): Escrowed | null;
  noteEscrow(escrowed: Escrowed): void;
};

const KEY_SUFFIX = '.json';
const KEY_FILE = /^[0-9a-f]{16}\.json$/;
const ESCROWED = 'escrowed.json';

/** A key file that is not whole. */
export class DamagedKey extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} is damaged: put it back from the escrow copy.`);
    this.path = path;
  }
}

export function keyFolder(folder: string): KeyShelf {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = () => readdirSync(folder).filter(name => KEY_FILE.test(name));
  const read = (name: string) => fromText(readFileSync(join(folder, name), 'utf8'));
  const damaged = files().find(name => read(name) === null);
  if (damaged) throw new DamagedKey(join(folder, damaged));
  return {
    // One that is not whole may still be on its way into the folder.
    unknown: known =>
      files()
        .filter(name => !known.has(name.slice(0, -KEY_SUFFIX.length)))
        .flatMap(name => read(name) ?? []),
    put: key => writeDurably(join(folder, `${key.key_id}${KEY_SUFFIX}`), toText(key)),
    escrow: () => {
      const path = join(folder, ESCROWED);
      return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
    },
    noteEscrow: escrowed => writeDurably(join(folder, ESCROWED), `${JSON.stringify(escrowed)}\n`),
  };
}

export function memoryShelf(): KeyShelf {
  const keys = new Map<string, CentreKey>();
  let escrowed: Escrowed | null = null;
  return {
    unknown: known => [...keys.values()].filter(key => !known.has(key.key_id)),
    put: key => {
      keys.set(key.key_id, key);
    },
    escrow: () => escrowed,
    noteEscrow: made => {
      escrowed = made;
    },
  };
}
