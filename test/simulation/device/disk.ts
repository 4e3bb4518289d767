// The disk of one device: its databases, what is under way on them, and whether there is room.
import { forceCloseDatabase, IDBDatabase, IDBFactory } from 'fake-indexeddb';
import {
  copyOf,
  databaseOf,
  forget,
  type RawDatabase,
  type RawStore,
  type RawTransaction,
  storesOf,
} from './fake-databases.ts';
import { createLocks, type TabLocks } from './locks.ts';

export const OUTBOX = 'lembar-outbox';
export const REFERENCE = 'lembar-reference-2';

export type Disk = {
  readonly name: string;
  factory: IDBFactory;
  isFull: boolean;
  locks: TabLocks;
  /** Told at the instant of every commit that may have written to these stores; nobody else is in the middle of them. */
  onCommit: (database: string, stores: ReadonlySet<string>) => void;
};

const owners = new WeakMap<RawDatabase, Disk>();

export function createDisk(name: string, factory = new IDBFactory()): Disk {
  watchCommits();
  return { name, factory, isFull: false, locks: createLocks(), onCommit: () => {} };
}

export const snapshotOf = (disk: Disk): IDBFactory => copyOf(disk.factory);

/** To be called when a database was opened: from then on its commits are told, and it can run full. */
export function own(disk: Disk, database: RawDatabase): void {
  owners.set(database, disk);
  for (const store of storesOf(disk.factory)) limitRoom(store);
}

/** The browser's own doing: it takes every connection to a database away. */
export function breakConnections(disk: Disk, database: string): boolean {
  const connections = databaseOf(disk.factory, database)?.connections ?? [];
  for (const connection of connections) {
    for (const transaction of connection._rawDatabase.transactions)
      if (transaction.db === connection && transaction._state !== 'finished')
        transaction._abort('AbortError');
    forceCloseDatabase(connection as never);
    connection._rawDatabase.processTransactions();
  }
  return connections.length > 0;
}

export const evict = (disk: Disk, database: string): void => forget(disk.factory, database);

let isWatching = false;

function watchCommits(): void {
  if (isWatching) return;
  isWatching = true;
  const databases = IDBDatabase.prototype as unknown as {
    transaction(...args: unknown[]): RawTransaction;
    _rawDatabase: RawDatabase;
  };
  const begin = databases.transaction;
  databases.transaction = function (this: typeof databases, ...args) {
    const transaction = begin.apply(this, args);
    if (transaction.mode === 'readwrite') {
      const { _rawDatabase: database } = this;
      transaction.addEventListener('complete', () => {
        owners.get(database)?.onCommit(database.name, transaction._scope);
      });
    }
    return transaction;
  };
}

const limited = new WeakSet<object>();

function limitRoom(store: RawStore): void {
  const stores = store.constructor.prototype as RawStore;
  if (limited.has(stores)) return;
  limited.add(stores);
  const put = stores.storeRecord;
  stores.storeRecord = function (this: RawStore, ...args) {
    // With a rollback log: a write that someone asked for, not the undoing of one.
    if (args[2] && owners.get(this.rawDatabase)?.isFull)
      throw new DOMException('the disk is full', 'QuotaExceededError');
    return put.apply(this, args);
  };
}
