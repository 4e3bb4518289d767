// Runs inside the browser: durable finalises through the real device layer, beside raw IndexedDB puts of the same size.
import { base64url } from '../../src/device/bytes.ts';
import { createTablet } from '../../src/device/create-tablet.ts';
import { createOutbox, putLocal } from '../../src/device/store/outbox.ts';
import type { Draft } from '../../src/device/tablet.ts';
import { upgrade } from '../../src/domain/instrument/older.ts';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';

const survey = upgrade(skm9);

export type Timings = { finaliseMs: number[]; rawMs: number[] };

declare global {
  interface Window {
    measure: (runs: number) => Promise<Timings>;
  }
}

window.measure = async runs => {
  const tablet = createTablet({
    clock: () => Date.now(),
    newId: () => crypto.randomUUID(),
    random: Math.random,
    fetch: () => Promise.reject(new Error('no network in this bench')),
  });
  const started = await tablet.start();
  if (!started.ok) throw new Error(started.problem.code);
  await keepKey();
  const raw = await openRaw();
  const timings: Timings = { finaliseMs: [], rawMs: [] };
  for (let run = 0; run < runs; run += 1) {
    const draft = inventDraft(run);
    await tablet.saveDraft(draft);
    timings.finaliseMs.push(await time(() => tablet.finalise(draft, survey)));
    timings.rawMs.push(await time(() => putRaw(raw)));
  }
  tablet.close();
  raw.close();
  return timings;
};

/** As an enrolled tablet has one: without it nothing would be sealed. */
async function keepKey(): Promise<void> {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, [
    'deriveBits',
  ]);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  const outbox = createOutbox({});
  await putLocal(outbox, 'centre_key', { key_id: '0123456789abcdef', public_key: base64url(point) });
  outbox.close();
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  const done = await work();
  if (done === false) throw new Error('nothing was finalised');
  return performance.now() - before;
}

const inventDraft = (run: number): Draft => ({
  key: 'kiosk',
  id: crypto.randomUUID(),
  instrument: { code: skm9.code, version: skm9.version },
  event_id: '00000000-0000-4000-8000-000000000000',
  assignment_id: null,
  answers: Object.fromEntries(
    skm9.questions.map(question => [question.code, question.type === 'text' ? null : String(1 + (run % 4))]),
  ),
  step: 10,
  touched_at: Date.now(),
});

const openRaw = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('raw', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

const putRaw = (database: IDBDatabase): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put({ id: crypto.randomUUID(), bytes: 'x'.repeat(900) });
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
