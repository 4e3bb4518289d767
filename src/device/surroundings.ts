// What the device takes from outside: only the entry of the app (and tests) knows the real ones.

export type Surroundings = {
  /** Epoch ms, as this device believes. Never orders anything between devices. */
  clock: () => number;
  /** A random UUIDv4 in lower case. */
  newId: () => string;
  /** 0 <= x < 1: shuffles what leaves the tablet and spreads retries. */
  random: () => number;
  fetch: typeof fetch;
  crypto?: Crypto;
  /** `navigator.locks`: one tab sends at a time. Without it every tab sends, and the centre is idempotent anyway. */
  locks?: LockManager;
  /** `window`: `online` and `visibilitychange` are heard on it. */
  events?: EventTarget;
  /** `navigator.storage`: asked not to evict (a refusal changes nothing), and how much room is left. */
  storage?: Pick<StorageManager, 'persist' | 'estimate'>;
  indexedDB?: IDBFactory;
  /** Runs later and returns what cancels it. */
  schedule?: Schedule;
};

export type Schedule = (run: () => void, delayMs: number) => () => void;

export const scheduleWithTimers: Schedule = (run, delayMs) => {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
};
