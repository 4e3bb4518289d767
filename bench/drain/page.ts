// Runs inside the browser: an enrolled tablet with many sealed records that wait, and how long they take to come home.
import { createTablet } from '../../src/device/create-tablet.ts';
import { seal } from '../../src/device/seal.ts';
import { createOutbox, getLocal, type RecordRow } from '../../src/device/store/outbox.ts';
import { addRecord } from '../../src/device/store/records.ts';
import { skm9 } from '../../src/domain/instrument/shipped/skm9.ts';

declare global {
  interface Window {
    fill: (code: string, event: string, records: number) => Promise<void>;
    /** Milliseconds until nothing waits. */
    drain: () => Promise<number>;
  }
}

/** The tablet's own timers; nothing is sent by itself until `drain` asks. */
let mayRun = false;
const tablet = createTablet({
  clock: () => Date.now(),
  newId: () => crypto.randomUUID(),
  random: Math.random,
  fetch: (...asked) =>
    mayRun || String(asked[0]).endsWith('/enrol') ? fetch(...asked) : Promise.reject(new Error('not yet')),
  locks: navigator.locks,
});

window.fill = async (code, event, records) => {
  const started = await tablet.start();
  if (!started.ok) throw new Error(started.problem.code);
  const enrolled = await tablet.enrol(code);
  if (!enrolled.ok) throw new Error(enrolled.problem.code);
  const outbox = createOutbox({});
  const key = await getLocal(outbox, 'centre_key');
  for (let at = 0; at < records; at += 500) {
    const rows = await Promise.all(
      Array.from({ length: Math.min(500, records - at) }, async (): Promise<RecordRow> => {
        const envelope = {
          id: crypto.randomUUID(),
          kind: 'submission',
          form: skm9.code,
          version: skm9.version,
        };
        return { ...(await seal(crypto, key, { envelope, content: sheet(event) })), event_id: event };
      }),
    );
    await outbox.transaction('rw', outbox.records, outbox.local, async () => {
      for (const row of rows) await addRecord(outbox, row);
    });
  }
  outbox.close();
};

const sheet = (event_id: string) => ({
  event_id,
  assignment_id: null,
  day: '2026-11-22',
  at: null,
  answers: Object.fromEntries(
    skm9.questions.map(question => [
      question.code,
      question.type === 'text' ? null : String(1 + Math.floor(Math.random() * 4)),
    ]),
  ),
});

window.drain = () =>
  new Promise(resolve => {
    mayRun = true;
    const before = performance.now();
    const subscription = tablet.sync.status().subscribe(({ pending }) => {
      if (pending > 0) return;
      subscription.unsubscribe();
      resolve(performance.now() - before);
    });
    tablet.sync.now();
  });
