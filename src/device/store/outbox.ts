// Everything captured on this tablet, in a database of its own whose schema never changes.
import { Dexie, type Table } from 'dexie';
import type { Mark } from '../../domain/attendance/mark.ts';
import type { Instrument } from '../../domain/instrument/definition.ts';
import type { OlderInstrument } from '../../domain/instrument/older.ts';
import type { EventRow } from '../../protocol/feed.ts';
import type { SealingKey } from '../../protocol/fields.ts';
import type { PushResult } from '../../protocol/push-result.ts';
import type { RecordEnvelope } from '../../protocol/record.ts';
import type { Schedule } from '../surroundings.ts';
import type { Draft, Enrolment } from '../tablet.ts';
import { mindOtherVersions } from './other-versions.ts';
import { steadily } from './steady.ts';

/** A record and, for this tablet's own counts, whose it is: never sent. Rows of the first builds do not say. */
export type RecordRow = RecordEnvelope & {
  event_id?: string;
  /** A sheet of that event's survey. */
  response?: boolean;
};

/** Acknowledged; its bytes stay for a while, in case that the centre is restored from an older copy. */
export type SentRow = {
  id: string;
  record: RecordRow;
  result: PushResult;
  reason: { code: string } | null;
  /** By the centre's clock; a day, since the hour would say when an anonymous sheet was sent. */
  acknowledged_on: string;
  /** The outbox's age (`Age`) at that moment, in whole days. */
  kept_since?: number;
};

/** The current mark as this tablet knows it, and the record that made it. */
export type MarkRow = {
  event_id: string;
  session_id: string;
  participant_id: string;
  mark: Mark;
  record_id: string;
};

/** The first builds kept the draft itself here, and null marked a filling as closed; now it lies `aside` (drafts.ts). */
export type DraftRow = { key: string; id: string; draft: 'aside' | Draft | null };

export type Identity = Enrolment & { keys: CryptoKeyPair };
export type Counters = { finalised: number; acknowledged: number; quarantined: number };
/** Of one event: all records, and among them the sheets of its survey. */
export type EventCount = { responses: number; records: number };
/** What the last answered push named as next, and what the one that is under way names (protocol/push.ts). */
export type NoncePair = { nonce: string; next: string };
/** How long this outbox has been in use as far as two clocks agree, and what both said at the last receipt. */
export type Age = { server: number; device: number; elapsedMs: number };
/** The instrument as the build that locked it knew it: for reading, `upgrade`. */
export type KioskLock = { event: EventRow; instrument: Instrument | OlderInstrument };
export type Pin = {
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  hash: Uint8Array<ArrayBuffer>;
  wrong: number;
  wrong_at: number;
};

/** What is kept one of a kind, by key. */
export type LocalValues = {
  probe: number;
  identity: Identity;
  epoch: string;
  counters: Counters;
  kiosk: KioskLock;
  pin: Pin;
  demonstration: boolean;
  centre_key: SealingKey;
  /** `next` is drawn when the next push begins: copies made before it draw different ones. */
  nonce: { nonce: string; next?: string };
  /** The key pair of the identity that a copy of a device is asking for. */
  fork: CryptoKeyPair;
  /** Acknowledged records up to this id have been asked for after a restore or a new identity. */
  reoffer: { cursor: string };
  age: Age;
  /** Fillings that were finished or cleared, latest last: a late save must not bring one back. */
  closed_fillings: string[];
  /** As the first builds counted. */
  [responses: `responses:${string}`]: number;
  /** A draft's JSON, by the draft's key. */
  [draft: `draft:${string}`]: Blob;
  /** What an answer names, by the filling and the name. */
  [file: `file:${string}/${string}`]: Blob;
  [made: `made:${string}`]: EventCount;
  [received: `received:${string}`]: EventCount;
  [closed: `closed:${string}`]: string;
  [observed: `observed:${string}`]: { record_id: string; day: string };
};
type LocalRow = { key: string; value: unknown };

export type Outbox = Dexie & {
  /** Not acknowledged yet. */
  records: Table<RecordRow, string>;
  sent: Table<SentRow, string>;
  marks: Table<MarkRow, [string, string, string]>;
  drafts: Table<DraftRow, string>;
  local: Table<LocalRow, string>;
};

export function createOutbox({
  schedule,
  ...factory
}: {
  indexedDB?: IDBFactory;
  schedule?: Schedule;
}): Outbox {
  const outbox = new Dexie('lembar-outbox', {
    chromeTransactionDurability: 'strict',
    // What is told must have been committed; the cache would tell it before.
    cache: 'disabled',
    ...factory,
  }) as Outbox;
  // Frozen: what needs another shape gets a database of its own.
  outbox.version(1).stores({
    records: 'id',
    sent: 'id',
    marks: '[event_id+session_id+participant_id]',
    drafts: 'key',
    local: 'key',
  });
  if (schedule) mindOtherVersions(outbox, schedule);
  return outbox;
}

/** For use by itself; inside a transaction or a live query `getLocal`. */
export const readLocal = <K extends keyof LocalValues>(
  outbox: Outbox,
  key: K,
): Promise<LocalValues[K] | undefined> => steadily(outbox, () => getLocal(outbox, key));

export async function getLocal<K extends keyof LocalValues>(
  outbox: Outbox,
  key: K,
): Promise<LocalValues[K] | undefined> {
  return (await outbox.local.get(key))?.value as LocalValues[K] | undefined;
}

export async function putLocal<K extends keyof LocalValues>(
  outbox: Outbox,
  key: K,
  value: LocalValues[K],
): Promise<void> {
  await outbox.local.put({ key, value });
}
