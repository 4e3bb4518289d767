// Compiles a spreadsheet in a thread with a limit of time and of memory, one after another, so that no file stops the centre.
import { Worker } from 'node:worker_threads';
import { refuseOtherThanZip } from '../../authoring/xlsx/zip/recognise.ts';
import type { Instrument } from '../../domain/instrument/definition.ts';
import { type Result, refused } from '../../domain/result.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { Compiled } from './compile-spreadsheet.ts';
import type { Said } from './compile-worker.ts';

export type Limits = {
  /** From when the thread begins to read. */
  readonly seconds: number;
  readonly memoryMb: number;
};
const LIMITS: Limits = { seconds: 10, memoryMb: 512 };
/** Uploads that wait for their turn; more are to come again later. */
const WAITING_MAX = 4;

export type CompileOutcome = Result<Compiled, Problem>;
type FindNewest = (code: string) => Promise<Instrument | null>;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Rejects on a bug in the compiler, as any call does. */
export async function compileAside(
  bytes: Uint8Array,
  findNewest: FindNewest,
  limits = LIMITS,
): Promise<CompileOutcome> {
  // A glance is enough for most mistakes: a .csv, an old .xls, nothing at all.
  const other = refuseOtherThanZip(bytes);
  if (other) return other;
  if (waiting > WAITING_MAX) return refused('request.too_many', { after_s: limits.seconds });
  waiting += 1;
  const turn = last.then(() => run(bytes, findNewest, limits));
  last = turn.catch(() => undefined);
  return turn.finally(() => {
    waiting -= 1;
  });
}

/** Built, the script lies beside this file; run from its source it needs the loader of TypeScript, which threads do not inherit. */
const isSource = import.meta.url.endsWith('.ts');
const script = new URL(isSource ? './compile-worker.ts' : './compile-worker.js', import.meta.url);
const viaLoader = `import('tsx/esm/api').then(tsx => (tsx.register(), import(${JSON.stringify(script.href)})))`;

function run(
  bytes: Uint8Array,
  findNewest: FindNewest,
  { seconds, memoryMb }: Limits,
): Promise<CompileOutcome> {
  const tooComplex = refused('instrument.too_complex', { seconds });
  return new Promise((resolve, reject) => {
    const thread = new Worker(isSource ? viaLoader : script, {
      eval: isSource,
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64 },
    });
    let timer: NodeJS.Timeout | undefined;
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void thread.terminate();
    };
    const answer: { [Kind in Said['kind']]: (said: Extract<Said, { kind: Kind }>) => void } = {
      begun: () => {
        timer = setTimeout(() => end(() => resolve(tooComplex)), seconds * 1000);
      },
      newest: ({ code }) => {
        findNewest(code).then(
          newest => thread.postMessage(newest),
          (error: unknown) => end(() => reject(error)),
        );
      },
      done: ({ outcome }) => end(() => resolve(outcome as CompileOutcome)),
    };
    thread.on('message', (said: Said) => answer[said.kind](said as never));
    thread.on('error', (error: NodeJS.ErrnoException) =>
      end(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooComplex) : reject(error))),
    );
    thread.on('exit', () => end(() => reject(new Error('The thread of the compiler has ended early.'))));
  });
}
