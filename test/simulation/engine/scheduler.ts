// Virtual time, and one step at a time: which process runs next is drawn from the seed, so that a run can be repeated.
import type { Chance } from './chance.ts';
import { createTimers } from './timers.ts';

/**
 * One process: a browser tab, a server, a person. Its own steps keep their order; between processes chance decides. A
 * step runs until nothing can go on without another step: every promise that it settled has been followed up by then, so
 * that all code that runs in between belongs to the process whose step it is.
 */
export type Lane = {
  readonly name: string;
  isAlive(): boolean;
  /** To be run as a step of its own. */
  queue(run: () => void): void;
  /** Goes on in another step. Never, once the process is dead. */
  turn(): Promise<void>;
  /** Virtual time; never, once the process is dead. Returns what cancels it. */
  after(delayMs: number, run: () => void): () => void;
  sleep(delayMs: number): Promise<void>;
  /** Waits for something that really takes its time (a key, a signature), as one step. */
  landing<T>(work: Promise<T>): Promise<T>;
  /** Nothing planned happens any more. What is queued already still runs: the browser behind a closed tab does its part. */
  end(): void;
  /** Ends in the middle of things: after so many more steps. */
  doom(steps: number, die: () => void): void;
};

export type Scheduler = {
  now(): number;
  steps(): number;
  lane(name: string): Lane;
  /** The process whose step is running. */
  current(): Lane | null;
  /** Runs everything until then. `hold`: no time passes before it is settled (a process that starts). */
  runUntil(at: number): Promise<void>;
  runUntilSettled<T>(work: Promise<T>): Promise<T>;
  stop(error: unknown): void;
};

type Step = () => unknown;
type Queue = {
  steps: Step[];
  next: number;
  isReady: boolean;
  alive: boolean;
  doom: { steps: number; die: () => void } | null;
};

const realTurn = globalThis.setImmediate;
const settle = (): Promise<void> => new Promise(resolve => void realTurn(resolve));

export function createScheduler(startAt: number, chance: Chance): Scheduler {
  const timers = createTimers();
  /** Those that have a step to run. */
  const ready: { lane: Lane; queue: Queue }[] = [];
  let now = startAt;
  let steps = 0;
  let current: Lane | null = null;
  let failed: { error: unknown } | null = null;

  function lane(name: string): Lane {
    const queue: Queue = { steps: [], next: 0, isReady: false, alive: true, doom: null };
    const add = (step: Step): void => {
      queue.steps.push(step);
      if (queue.isReady) return;
      queue.isReady = true;
      ready.push({ lane: self, queue });
    };
    const self: Lane = {
      name,
      isAlive: () => queue.alive,
      queue: add,
      turn: () => new Promise(resolve => queue.alive && add(resolve)),
      after: (delayMs, run) => timers.add(now + Math.max(0, delayMs), () => queue.alive && add(run)),
      sleep: delayMs => new Promise(resolve => void self.after(delayMs, resolve)),
      landing(work) {
        work.catch(() => {});
        return new Promise((resolve, reject) => queue.alive && add(() => work.then(resolve, reject)));
      },
      end() {
        queue.alive = false;
        queue.doom = null;
      },
      doom(count, die) {
        queue.doom = { steps: count, die };
      },
    };
    return self;
  }

  async function step(): Promise<void> {
    const at = chance.whole(0, ready.length - 1);
    const { lane: running, queue } = ready[at] as (typeof ready)[number];
    const run = queue.steps[queue.next++] as Step;
    steps += 1;
    current = running;
    await run();
    await settle();
    current = null;
    if (queue.next === queue.steps.length) {
      queue.steps = [];
      queue.next = 0;
      queue.isReady = false;
      ready.splice(
        ready.findIndex(each => each.queue === queue),
        1,
      );
    }
    if (queue.doom && --queue.doom.steps <= 0) {
      const { die } = queue.doom;
      queue.doom = null;
      die();
    }
    if (failed) throw failed.error;
  }

  async function runWhile(isWanted: () => boolean, until: number): Promise<void> {
    while (isWanted()) {
      if (ready.length > 0) await step();
      else {
        const at = timers.nextAt();
        if (at === null || at > until) return;
        now = at;
        timers.take()();
      }
    }
  }

  return {
    now: () => now,
    steps: () => steps,
    lane,
    current: () => current,
    async runUntil(at) {
      await runWhile(() => true, at);
      now = Math.max(now, at);
    },
    async runUntilSettled(work) {
      let isSettled = false;
      const done = (): void => {
        isSettled = true;
      };
      work.then(done, done);
      while (!isSettled) {
        await runWhile(() => !isSettled && ready.length > 0, now);
        await settle();
      }
      return work;
    },
    stop(error) {
      failed ??= { error };
    },
  };
}
