// A copy of the tree to break things in: the sources as they stand, committed or not, with the packages linked.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Mutant } from './mutant.ts';

export type Copy = ReturnType<typeof copyTree>;

export function copyTree(root: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lembar-mutants-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  });
  for (const file of listed.toString().split('\0').filter(Boolean)) {
    // Listed though deleted, until the deletion is committed.
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    /** Breaks the guard while `during` runs. */
    async without<T>({ file, find, replace }: Mutant, during: () => Promise<T>): Promise<T> {
      const path = join(folder, file);
      const whole = readFileSync(path, 'utf8');
      if (whole.split(find).length !== 2) throw new Error(`${file}: not exactly once: ${find}`);
      writeFileSync(
        path,
        whole.replace(find, () => replace),
      );
      try {
        return await during();
      } finally {
        writeFileSync(path, whole);
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
