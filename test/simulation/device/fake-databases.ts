// The inside of fake-indexeddb as far as the simulation looks into it: what is committed, what is under way, and a copy of a disk.
import { IDBFactory } from 'fake-indexeddb';

type Stored = { key: IDBValidKey; value: unknown };
type RecordTree = { values(): Iterable<Stored>; size(): number };
type RawIndex = {
  name: string;
  keyPath: unknown;
  multiEntry: boolean;
  unique: boolean;
  initialized: boolean;
};
export type RawStore = {
  name: string;
  keyPath: unknown;
  keyGenerator: { num: number } | null;
  autoIncrement: boolean;
  records: RecordTree & { get(key: unknown): Stored | undefined };
  rawIndexes: Map<string, RawIndex>;
  rawDatabase: RawDatabase;
  storeRecord(record: Stored, noOverwrite: boolean, rollbackLog?: (() => void)[]): unknown;
  deleteRecord(key: unknown): void;
};
export type RawDatabase = {
  name: string;
  version: number;
  rawObjectStores: Map<string, RawStore>;
  transactions: RawTransaction[];
  connections: RawConnection[];
  processTransactions: () => void;
};
type Listening = { listeners: { callback: unknown; type: string }[] };
export type RawTransaction = Listening & {
  mode: string;
  _state: string;
  db: RawConnection;
  _scope: Set<string>;
  _requests: { request: Listening & { onsuccess: unknown; onerror: unknown } }[];
  onabort: unknown;
  oncomplete: unknown;
  onerror: unknown;
  _abort(name: string | null): void;
  addEventListener(type: string, run: () => void): void;
};
export type RawConnection = Listening & {
  _rawDatabase: RawDatabase;
  onversionchange: unknown;
  onclose: unknown;
  close(): void;
};

const databasesOf = (factory: IDBFactory): Map<string, RawDatabase> =>
  (factory as unknown as { _databases: Map<string, RawDatabase> })._databases;

export const databaseOf = (factory: IDBFactory, name: string): RawDatabase | null =>
  databasesOf(factory).get(name) ?? null;

export const storesOf = (factory: IDBFactory): RawStore[] =>
  [...databasesOf(factory).values()].flatMap(database => [...database.rawObjectStores.values()]);

/** What a store holds at this instant. Call it only where no transaction is in the middle of writing to it. */
export function* rowsOf<T>(factory: IDBFactory, database: string, store: string): Generator<T> {
  const found = databaseOf(factory, database)?.rawObjectStores.get(store);
  for (const { value } of found?.records.values() ?? []) yield value as T;
}

export const rowOf = <T>(factory: IDBFactory, database: string, store: string, key: string): T | null =>
  (databaseOf(factory, database)?.rawObjectStores.get(store)?.records.get(key)?.value as T | undefined) ??
  null;

export const forget = (factory: IDBFactory, database: string): void =>
  void databasesOf(factory).delete(database);

/** Another disk with the same content. Nothing may be under way on the first. */
export function copyOf(factory: IDBFactory): IDBFactory {
  const copy = new IDBFactory();
  for (const database of databasesOf(factory).values())
    databasesOf(copy).set(database.name, copyDatabase(database));
  return copy;
}

type Make<T> = new (...args: unknown[]) => T;
const likeOf = <T extends object>(thing: T): Make<T> => thing.constructor as Make<T>;

function copyDatabase(from: RawDatabase): RawDatabase {
  const database = new (likeOf(from))(from.name, from.version);
  for (const store of from.rawObjectStores.values()) {
    const made = new (likeOf(store))(database, store.name, store.keyPath, store.keyGenerator !== null);
    for (const index of store.rawIndexes.values()) {
      const { name, keyPath, multiEntry, unique } = index;
      const copied = new (likeOf(index))(made, name, keyPath, multiEntry, unique);
      copied.initialized = true;
      made.rawIndexes.set(name, copied);
    }
    // Values are never changed in place, so both disks may hold the same ones.
    for (const { key, value } of store.records.values()) made.storeRecord({ key, value }, false);
    database.rawObjectStores.set(store.name, made);
  }
  return database;
}

/** Undoes what this connection has not committed; whoever waits behind it goes on. */
export function abandon(connection: RawConnection): void {
  for (const transaction of connection._rawDatabase.transactions) {
    if (transaction.db !== connection || transaction._state === 'finished') continue;
    const { processTransactions } = connection._rawDatabase;
    // An upgrade's listeners are the factory's own: without them no later opening of this database would have its turn.
    if (transaction.mode !== 'versionchange')
      transaction.listeners = transaction.listeners.filter(
        ({ callback }) => callback === processTransactions,
      );
    for (const { request } of transaction._requests) {
      request.listeners = [];
      request.onsuccess = null;
      request.onerror = null;
    }
    transaction.onabort = null;
    transaction.oncomplete = null;
    transaction.onerror = null;
    // One that has not begun would never be heard of: the next in line is looked for by hand.
    transaction._abort(null);
    processTransactions();
  }
  connection.listeners = [];
  connection.onversionchange = null;
  connection.onclose = null;
}
