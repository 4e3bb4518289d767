// A thread of its own for one spreadsheet that somebody has sent: it may be stopped at any time.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { Instrument } from '../../domain/instrument/definition.ts';
import type { Result } from '../../domain/result.ts';
import { type Compiled, compileSpreadsheet } from './compile-spreadsheet.ts';

/** What the thread says: that it begins, which code it needs the newest version of, and what came of it. */
export type Said =
  | { readonly kind: 'begun' }
  | { readonly kind: 'newest'; readonly code: string }
  | { readonly kind: 'done'; readonly outcome: Result<Compiled> };

const port = parentPort;
if (!port) throw new Error('This runs as a thread.');
const say = (said: Said): void => port.postMessage(said);

async function askNewest(code: string): Promise<Instrument | null> {
  const answer = once(port as NonNullable<typeof port>, 'message');
  say({ kind: 'newest', code });
  const [newest] = await answer;
  return newest;
}

say({ kind: 'begun' });
say({ kind: 'done', outcome: await compileSpreadsheet(workerData, askNewest) });
port.close();
