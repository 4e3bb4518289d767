// The builds before the present one: their assets are kept for tablets in mid-form, two of them and no more.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepBuilds } from '../../src/server/keep-builds.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lembar-builds-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The build as it is served now: the one before it is gone from there. */
function deploy(...names: string[]): string[] {
  const app = join(folder, 'app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(join(app, 'assets'), { recursive: true });
  writeFileSync(join(app, 'index.html'), names.join());
  for (const name of names) writeFileSync(join(app, 'assets', name), `of ${name}`);
  return keepBuilds(app, join(folder, 'kept'));
}
const holding = (kept: readonly string[]) => kept.map(place => readdirSync(place).sort().join(' '));

it('fault: worker update swaps files in mid-form (vite-plugin-pwa#433, gridfinity#866, enketo#986): an update keeps the assets of the two builds before it, the newest first', () => {
  deploy('a.js', 'shared.js');
  deploy('b.js', 'shared.js');
  deploy('c.js');
  const kept = deploy('d.js');
  expect(holding(kept)).toEqual(['d.js', 'c.js', 'b.js shared.js']);
  expect(readdirSync(join(folder, 'kept'))).toHaveLength(3);
  expect(readFileSync(join(kept[1] ?? '', 'c.js'), 'utf8')).toBe('of c.js');
});

it('nothing but assets is kept', () => {
  for (const place of deploy('a.js')) expect(existsSync(join(place, 'index.html'))).toBe(false);
});

it('starting again with the same build pushes none out', () => {
  deploy('a.js');
  deploy('b.js');
  deploy('b.js');
  deploy('b.js');
  expect(holding(deploy('b.js'))).toEqual(['b.js', 'a.js']);
});

it('a build that comes back is the newest again, and kept once', () => {
  deploy('a.js');
  deploy('b.js');
  expect(holding(deploy('a.js'))).toEqual(['a.js', 'b.js']);
});

it('a copy that was broken off is made again', () => {
  mkdirSync(join(folder, 'kept/part'), { recursive: true });
  writeFileSync(join(folder, 'kept/part/half.js'), '');
  expect(holding(deploy('a.js'))).toEqual(['a.js']);
});
