// When to talk to the centre: on a signal, on a tap, after something was finished, and again after a failure.
import { recallSync, writeSync } from '../store/reference.ts';
import { StorageError } from '../store/steady.ts';
import type { Schedule } from '../surroundings.ts';
import type { SyncStatus } from '../tablet.ts';
import { LONGEST_MS } from './backoff.ts';
import { createExchange } from './exchange.ts';
import { createPatience, type Patience } from './patience.ts';
import { createPusher } from './push.ts';
import { type RoundEnd, type RoundMeans, runRound } from './round.ts';

export type Loop = {
  /** Tries at once and forgets earlier failures. `asked` by a person: records that wait alone are tried too. */
  wake(asked?: 'asked'): void;
  /** Something was finished: tries after a while, unless a later try is planned because of a failure. */
  soon(delayMs: number): void;
  stop(): void;
};

type Means = Omit<RoundMeans, 'pusher' | 'exchange'> & {
  fetch: typeof fetch;
  crypto: Crypto;
  clock: () => number;
  random: () => number;
  schedule: Schedule;
  locks: LockManager | null;
  events: EventTarget | null;
};

/*
 *            wake, soon, retry                    end of a round
 *   waiting ───────────────────► running ──────────────────────────► waiting (planned: rest | back-off)
 *                                  │  ▲
 *                                  └──┘ wake while running: once more
 */
export function createLoop(means: Means): Loop {
  const { schedule, events, locks } = means;
  const exchange = createExchange(means);
  const pusher = createPusher({ ...means, exchange });
  const patience = createPatience(means.random);
  let state: 'waiting' | 'running' | 'wanted again' | 'stopped' = 'waiting';
  let cancelPlanned = (): void => {};
  let cancelSoon: (() => void) | null = null;

  function cancel(): void {
    cancelPlanned();
    cancelSoon?.();
    cancelSoon = null;
  }

  async function run(): Promise<void> {
    if (state !== 'waiting') {
      if (state === 'running') state = 'wanted again';
      return;
    }
    state = 'running';
    cancel();
    const round = () => talkAndTell({ ...means, exchange, pusher }, patience);
    rest(await (locks ? locks.request('lembar-sync', round) : round()).catch(survive));
  }

  function rest(delayMs: number | null): void {
    if (state === 'stopped') return;
    const wanted = state === 'wanted again';
    state = 'waiting';
    if (wanted) void run();
    else if (delayMs !== null) cancelPlanned = schedule(() => void run(), delayMs);
  }

  function wake(): void {
    patience.reset();
    void run();
  }

  const unlisten = listen(events, wake);
  return {
    wake(asked) {
      if (asked) pusher.forgive();
      wake();
    },
    soon(delayMs) {
      if (!patience.isFailing()) cancelSoon ??= schedule(() => void run(), delayMs);
    },
    stop() {
      state = 'stopped';
      cancel();
      unlisten();
    },
  };
}

/** A broken storage is told to whoever captures; here it is only a reason to try later. Bugs show, and do not end it. */
function survive(error: unknown): number {
  if (!(error instanceof StorageError)) console.error(error);
  return LONGEST_MS;
}

/** Null where there is nobody to talk to. */
async function talkAndTell(means: Means & RoundMeans, patience: Patience): Promise<number | null> {
  const { reference, clock } = means;
  const { last_contact_at, held } = await recallSync(reference);
  const end = await runRound(means, () =>
    writeSync(reference, { last_contact_at, held, state: { kind: 'sending' } }),
  );
  if (!end) return null;
  const delayMs = patience.delayAfter(end);
  const now = clock();
  await writeSync(reference, {
    last_contact_at: end.contacted ? now : last_contact_at,
    held: end.held,
    state: stateAfter(end, now + delayMs),
  });
  return delayMs;
}

function stateAfter({ failure }: RoundEnd, retry_at: number): SyncStatus['state'] {
  if (!failure) return { kind: 'idle' };
  return failure.kind === 'refused'
    ? { kind: 'refused', problem: failure.problem }
    : { kind: 'unreachable', retry_at };
}

function listen(events: EventTarget | null, wake: () => void): () => void {
  const wakeIfVisible = (event: Event): void => {
    if ((event.target as Partial<Document> | null)?.visibilityState !== 'hidden') wake();
  };
  events?.addEventListener('online', wake);
  events?.addEventListener('visibilitychange', wakeIfVisible);
  return () => {
    events?.removeEventListener('online', wake);
    events?.removeEventListener('visibilitychange', wakeIfVisible);
  };
}
