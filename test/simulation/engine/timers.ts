// What is planned in virtual time: a heap by moment, then by the order of planning.

export type Timer = { readonly at: number; readonly place: number; run: (() => void) | null };

export type Timers = {
  /** Returns what cancels it. */
  add(at: number, run: () => void): () => void;
  /** The moment of the next one, or null. */
  nextAt(): number | null;
  /** Takes the next one out; what was cancelled is passed over. */
  take(): () => void;
};

export function createTimers(): Timers {
  const heap: Timer[] = [];
  let planned = 0;
  const isBefore = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.place < b.place);

  function rise(timer: Timer): void {
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Timer;
      if (isBefore(above, timer)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = timer;
  }

  function pop(): void {
    const last = heap.pop() as Timer;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Timer, heap[child] as Timer)) child += 1;
      const below = heap[child] as Timer;
      if (isBefore(last, below)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
  }

  return {
    add(at, run) {
      const timer: Timer = { at, place: planned++, run };
      rise(timer);
      return () => {
        timer.run = null;
      };
    },
    nextAt() {
      while (heap[0]?.run === null) pop();
      return heap[0]?.at ?? null;
    },
    take() {
      const { run } = heap[0] as Timer;
      pop();
      return run ?? (() => {});
    },
  };
}
