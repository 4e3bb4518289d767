// What every screen stands on: this device's tablet, clock and ids, and what the app knows of the device right now.
import { type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Enrolment, KioskSurvey, Live, Start, StartedTablet } from '../device/tablet.ts';

export type App = {
  tablet: StartedTablet;
  /** Epoch ms. */
  clock: () => number;
  /** Random UUIDv4. */
  newId: () => string;
  /** From 0 up to 1: orders choices that a form shuffles. */
  random: () => number;
  enrolment: Signal<Enrolment | null>;
  /** What the locked kiosk asks; `missing` where it is locked and its survey is not here; null where it is not locked. */
  kiosk: Signal<KioskSurvey | 'missing' | null>;
  /** The facilitator's PIN was given since the app started. */
  unlocked: Signal<boolean>;
  demonstration: boolean;
  /** What the screen's root shows instead of everything; null while all is well. */
  failure: Signal<Error | null>;
};

export const createApp = (
  given: Pick<App, 'tablet' | 'clock' | 'newId' | 'random'>,
  started: Start,
): App => ({
  ...given,
  enrolment: signal(started.enrolment),
  kiosk: signal(started.survey ?? (started.kiosk === null ? null : 'missing')),
  unlocked: signal(false),
  demonstration: started.demonstration,
  failure: signal<Error | null>(null),
});

const Context = createContext<App | null>(null);
export const AppProvider = Context.Provider;

export function useApp(): App {
  const found = useContext(Context);
  if (!found) throw new Error('a screen was rendered outside the app');
  return found;
}

/** The latest value of a live query, undefined before its first. Pass a `live` that stays the same between renders. */
export function useLive<T>(live: Live<T>): T | undefined {
  const { failure } = useApp();
  const [latest, setLatest] = useState<{ live: Live<T>; value: T } | null>(null);
  useEffect(() => {
    const subscription = live.subscribe(
      value => setLatest({ live, value }),
      // Else the screen would wait for ever for what cannot be read.
      problem => {
        failure.value = Object.assign(new Error(problem.code), { problem });
      },
    );
    return () => subscription.unsubscribe();
  }, [live, failure]);
  return latest?.live === live ? latest.value : undefined;
}

/** Runs work that a person is not told about unless it fails: then the root says so, instead of a silent loss. */
export function useAttempt(): (work: Promise<unknown>) => void {
  const { failure } = useApp();
  return useCallback(
    work => {
      work.catch(error => {
        failure.value = error instanceof Error ? error : new Error(String(error));
      });
    },
    [failure],
  );
}
