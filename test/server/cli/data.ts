// A data folder on disk with a centre's database and keys in it, for the commands that keep and restore them.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyRing } from '../../../src/server/identity/key-ring.ts';
import { addAccount, addPlan, addUnits, openTestCentre, UNIT } from '../test-centre.ts';

export const PASSPHRASE = 'frasa sandi yang panjang';
export const NOW = new Date('2026-11-22T03:04:05Z');

/** `outside` is a folder beside the data folder, as a stick would be. */
export function newFolder() {
  const root = mkdtempSync(join(tmpdir(), 'lembar-data-'));
  const dataFolder = join(root, 'data');
  const world = { now: () => NOW, newId: () => randomUUID(), random: (size: number) => randomBytes(size) };
  return {
    dataFolder,
    outside: (name: string) => join(root, name),
    world,
    database: join(dataFolder, 'lembar.sqlite'),
    ring: () => openKeyRing(join(dataFolder, 'keys'), world),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
export type Folder = ReturnType<typeof newFolder>;

/** A centre over the folder's database and keys, with an event in the west. */
export async function openCentreIn(folder: Folder, { isNew = true } = {}) {
  const centre = await openTestCentre({ path: folder.database, keys: folder.ring() });
  if (isNew) {
    await addUnits(centre.db);
    await addPlan(centre.db, (await addAccount(centre.db, 'supervisor', UNIT.west)).id);
  }
  return centre;
}

/** Answers what is asked from a list; what is printed is gathered. */
export function talk(lines: readonly string[] = [], isTerminal = false) {
  const [asked, printed, left] = [[] as string[], [] as string[], [...lines]];
  return {
    asked,
    printed: () => printed.join(''),
    print: (text: string) => printed.push(text),
    ask: {
      isTerminal,
      line: async (question: string, how = 'shown') => {
        asked.push(`${how}: ${question.split(' ')[0]}`);
        return left.shift() ?? '';
      },
    },
  };
}
