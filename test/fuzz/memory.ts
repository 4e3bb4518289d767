// How much memory is really held, after the collector has been through it.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export function createHeap() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return {
    /** Bytes of objects and buffers that are reachable. */
    weigh(): number {
      for (let times = 0; times < 3; times++) collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
  };
}
