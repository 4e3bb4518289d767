// The first look into the outbox, by the browser's own means: the first screen waits neither for Dexie nor for the probe.
import { upgrade } from '../../domain/instrument/older.ts';
import type { Draft, Enrolment, Start } from '../tablet.ts';
import { contentOf } from './draft-content.ts';
import type { DraftRow, Identity, KioskLock } from './outbox.ts';

/** As outbox.ts names it, for good. */
const OUTBOX = 'lembar-outbox';
/** What the first screen needs of the table `local`, in the order in which `startOf` takes it. */
export const FIRST_KEYS = ['identity', 'kiosk', 'demonstration'] as const;

/** A look that takes longer is left to the start proper, which can say what is wrong. */
const GIVE_UP_MS = 1_000;

type Row = { value: unknown } | undefined;

/** Reads only, and proves nothing. Null where there is no outbox yet, or where anything at all goes wrong. */
export async function glance(factory: IDBFactory): Promise<Start | null> {
  const tooLate = new Promise<null>(resolve => setTimeout(resolve, GIVE_UP_MS, null));
  return Promise.race([look(factory), tooLate]).catch(() => null);
}

function look(factory: IDBFactory): Promise<Start> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(OUTBOX);
    // There is none: what this would make is not the outbox.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = event => {
      event.preventDefault();
      reject(opening.error);
    };
    opening.onsuccess = () => read(opening.result).then(resolve, reject);
  });
}

function read(database: IDBDatabase): Promise<Start> {
  return new Promise<Start>((resolve, reject) => {
    const reading = database.transaction(['local', 'drafts']);
    const rows = FIRST_KEYS.map(key => reading.objectStore('local').get(key) as IDBRequest<Row>);
    const draft: IDBRequest<DraftRow | undefined> = reading.objectStore('drafts').get('kiosk');
    const content: IDBRequest<{ value: Blob } | undefined> = reading.objectStore('local').get('draft:kiosk');
    // Requests are answered in their order, so that the last one's answer is the end.
    content.onsuccess = () => {
      const local = rows.map(row => row.result);
      contentOf(draft.result, content.result?.value).then(found => resolve(startOf(local, found)), reject);
    };
    reading.onabort = () => reject(reading.error);
  }).finally(() => database.close());
}

export function startOf([identity, kiosk, demonstration]: Row[], draft: Draft | null): Start {
  const lock = kiosk?.value as KioskLock | undefined;
  return {
    enrolment: identity ? enrolmentOf(identity.value as Identity) : null,
    kiosk: lock?.event.id ?? null,
    survey: lock ? { event: lock.event, instrument: upgrade(lock.instrument), draft } : null,
    demonstration: demonstration?.value === true,
  };
}

/** The identity without its keys. */
export const enrolmentOf = ({ keys: _, ...enrolment }: Identity): Enrolment => enrolment;
