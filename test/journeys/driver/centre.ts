// The real built centre as a process of its own, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const ENTRY = join(root, 'dist/server/main.js');

export type Centre = {
  /** Its data folder. */
  readonly data: string;
  port: number;
  origin: string;
  /** Everything that it has printed. */
  printed(): string;
  /** Runs another command over the same data, e.g. `demo`; answers what it printed. */
  command(...words: string[]): Promise<string>;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts again over the same data, on a new port; `built`: another build's entry, from now on. */
  restart(built?: string): Promise<void>;
  /** Stops and removes the data. */
  remove(): Promise<void>;
};

/** `through`: another program that runs it, e.g. a tracer. */
export async function startCentre(options: { through?: string[] } = {}): Promise<Centre> {
  const data = mkdtempSync(join(tmpdir(), 'lembar-centre-'));
  const env = { ...process.env, LEMBAR_DATA: data, PORT: '0' };
  let output = '';
  let child: ChildProcess;
  let entry = ENTRY;

  const start = async () => {
    output = '';
    const [program = '', ...words] = [...(options.through ?? []), process.execPath, entry, 'serve'];
    child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout?.on('data', chunk => {
      output += chunk;
    });
    child.stderr?.on('data', chunk => {
      output += chunk;
    });
    centre.port = await waitForPort(() => output, child);
    centre.origin = `http://localhost:${centre.port}`;
  };

  const centre: Centre = {
    data,
    port: 0,
    origin: '',
    printed: () => output,
    command: (...words) => runCommand([entry, ...words], env),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
    restart(built = entry) {
      entry = built;
      return start();
    },
    async remove() {
      await centre.stop('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
  };
  await start();
  return centre;
}

async function waitForPort(printed: () => string, child: ChildProcess): Promise<number> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const port = /http:\/\/localhost:(\d+)/.exec(printed())?.[1];
    if (port) return Number(port);
    if (child.exitCode !== null) break;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`The centre did not start:\n${printed()}`);
}

async function runCommand(words: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  child.stderr.on('data', chunk => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`lembar ${words.slice(1).join(' ')} ended with ${code}:\n${output}`);
  return output;
}
