// Values that follow the databases, in every tab.
import { type Dexie, liveQuery } from 'dexie';
import { type Schedule, scheduleWithTimers } from '../surroundings.ts';
import type { Live } from '../tablet.ts';
import { StorageError, steadily } from './steady.ts';

/** Where a database cannot be read: until it is tried again, by itself. */
const RETRY_MS = 3_000;

type Means = { db: Dexie; schedule: Schedule | undefined };

/** Asks again after every change of what the query read, and after a while where it could not be read. */
export function live<T>({ db, schedule = scheduleWithTimers }: Means, query: () => Promise<T>): Live<T> {
  return {
    subscribe(next, failed) {
      let stop = (): void => {};
      const follow = (): void => {
        const subscription = liveQuery(async () => await steadily(db, query)).subscribe(next, error => {
          subscription.unsubscribe();
          if (!(error instanceof StorageError)) console.error(error);
          else failed?.(error.problem);
          stop = schedule(follow, RETRY_MS);
        });
        stop = () => subscription.unsubscribe();
      };
      follow();
      return { unsubscribe: () => stop() };
    },
  };
}

/** Joins two, so that a change of one does not read the other again. Tells once both are known. */
export function join<A, B, T>(left: Live<A>, right: Live<B>, make: (a: A, b: B) => T): Live<T> {
  return {
    subscribe(next, failed) {
      let a: { value: A } | null = null;
      let b: { value: B } | null = null;
      const tell = (): void => {
        if (a && b) next(make(a.value, b.value));
      };
      const subscriptions = [
        left.subscribe(value => {
          a = { value };
          tell();
        }, failed),
        right.subscribe(value => {
          b = { value };
          tell();
        }, failed),
      ];
      return { unsubscribe: () => subscriptions.forEach(each => void each.unsubscribe()) };
    },
  };
}

/** Tells something else where it cannot be read: for what another database's value should not wait for. */
export const orElse = <T>(live: Live<T>, value: T): Live<T> => ({
  subscribe: next => live.subscribe(next, () => next(value)),
});
