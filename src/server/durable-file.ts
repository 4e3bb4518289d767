// Files that must be whole and still there after a power cut: written beside their name, synced, then given it.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where a file is prepared before it gets its name; a half-written one under this name may be overwritten. */
export const partOf = (path: string): string => `${path}.part`;

/** Readable by its owner only. What had the name is replaced, in one step. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const part = partOf(path);
  rmSync(part, { force: true });
  writeFileSync(part, content, { mode: 0o600, flag: 'wx' });
  settle(part, path);
}

/** Gives a prepared file its name, durably. */
export function settle(part: string, path: string): void {
  syncPath(part);
  renameSync(part, path);
  syncPath(dirname(path));
}

/** Of a folder: its names. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
