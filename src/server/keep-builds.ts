// Keeps the assets of this build and of the two before it, so that a tablet in mid-form still finds its own after an update.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncPath } from './durable-file.ts';

const KEPT_BUILDS = 3;
/** Its place in the order of arrival, and a hash of its files' names, which are hashes of their content. */
const KEPT_NAME = /^(\d+)-[0-9a-f]{16}$/;

/**
 * To be called at the start, while `appFolder` is the build to be served. Answers the kept folders of assets, the newest
 * first. A folder gets its name only when it is whole.
 */
export function keepBuilds(appFolder: string, keptFolder: string): string[] {
  mkdirSync(keptFolder, { recursive: true, mode: 0o700 });
  const assets = join(appFolder, 'assets');
  if (existsSync(assets)) keep(assets, keptFolder);
  const kept = listKept(keptFolder);
  for (const name of kept.slice(KEPT_BUILDS)) rmSync(join(keptFolder, name), { recursive: true });
  return kept.slice(0, KEPT_BUILDS).map(name => join(keptFolder, name));
}

/** A build that was kept before, and comes back, becomes the newest again. */
function keep(assets: string, keptFolder: string): void {
  const names = readdirSync(assets).sort();
  const hash = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
  const kept = listKept(keptFolder);
  if (kept[0]?.endsWith(hash)) return;
  const next = join(keptFolder, `${numberOf(kept[0]) + 1}-${hash}`);
  const known = kept.find(name => name.endsWith(hash));
  const ready = known ? join(keptFolder, known) : copyAll(assets, join(keptFolder, 'part'));
  renameSync(ready, next);
}

function copyAll(assets: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  cpSync(assets, to, { recursive: true });
  for (const name of readdirSync(to)) syncPath(join(to, name));
  return to;
}

const listKept = (keptFolder: string): string[] =>
  readdirSync(keptFolder)
    .filter(name => KEPT_NAME.test(name))
    .sort((a, b) => numberOf(b) - numberOf(a));

const numberOf = (name: string | undefined): number => Number(KEPT_NAME.exec(name ?? '')?.[1] ?? 0);
