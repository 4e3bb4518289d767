// The simulation as one file for plain Node: loading a module takes real time, and real time must decide nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** `remove` deletes it again. It lies within the project, since it takes its packages from there. */
export async function bundle(): Promise<{ file: string; remove: () => void }> {
  const folder = mkdtempSync(join(root, 'node_modules/.simulation-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: 'test/simulation/run.ts',
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'run.mjs' } },
    },
  });
  return { file: join(folder, 'run.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
