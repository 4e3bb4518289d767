// A rule of the lint is a guard too: shown on a file that breaks it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('fault: un-awaited writes lost responses (formbricks#8029): a promise that nobody waits for does not pass the lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lembar-lint-'));
  copyFileSync(join(root, '.biome.json'), join(folder, '.biome.json'));
  const lint = (body: string) => {
    writeFileSync(join(folder, 'write.ts'), `async function save(): Promise<void> {}\n${body}\n`);
    const words = ['lint', '--config-path', '.biome.json', '--vcs-enabled=false', 'write.ts'];
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/biome'), words, {
      cwd: folder,
    });
    return { status, said: `${stdout}${stderr}` };
  };
  const waited = lint('export async function keep() {\n  await save();\n}');
  expect([waited.status, waited.said]).toEqual([0, expect.anything()]);
  const forgotten = lint('export function keep() {\n  save();\n}');
  expect(forgotten.status).not.toBe(0);
  expect(forgotten.said).toContain('noFloatingPromises');
  rmSync(folder, { recursive: true });
});
