// Ends what takes too long, by the timers that this device was given.
import type { Schedule } from './surroundings.ts';

/** Rejects after `limitMs`, whether or not the work heeds its signal. */
export function withDeadline<T>(
  schedule: Schedule,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const cancel = schedule(() => {
      abort.abort();
      reject(new DOMException('took too long', 'TimeoutError'));
    }, limitMs);
    work(abort.signal).finally(cancel).then(resolve, reject);
  });
}
