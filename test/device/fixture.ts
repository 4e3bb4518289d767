// A tablet on a fresh in-memory IndexedDB, with a clock, ids, chance and timers that the test holds in its hand.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { createTablet } from '../../src/device/create-tablet.ts';
import type { Surroundings } from '../../src/device/surroundings.ts';
import type { Draft, Live, Tablet } from '../../src/device/tablet.ts';
import type { Instrument } from '../../src/domain/instrument/definition.ts';
import { type OlderInstrument, upgrade } from '../../src/domain/instrument/older.ts';
import { FakeCentre } from './fake-centre.ts';

export const NOON = Date.parse('2026-11-23T05:00:00Z');
export const EVENT = '00000000-0000-4000-8000-00000000e001';
export const SESSION = '00000000-0000-4000-8000-00000000a001';
export const ASSIGNMENT = '00000000-0000-4000-8000-00000000b001';

export const person = (n: number): string => `00000000-0000-4000-8000-0000000f${String(n).padStart(4, '0')}`;

/** Time that passes only when told to. */
export class Time {
  now = NOON;
  #timers = new Set<{ run: () => void; at: number }>();

  schedule = (run: () => void, delayMs: number): (() => void) => {
    const timer = { run, at: this.now + delayMs };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Delays of what is planned, shortest first. */
  get planned(): number[] {
    return [...this.#timers].map(timer => timer.at - this.now).sort((a, b) => a - b);
  }

  pass(ms: number): void {
    this.now += ms;
    for (const timer of [...this.#timers])
      if (timer.at <= this.now && this.#timers.delete(timer)) timer.run();
  }
}

/** Chance that repeats (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Bench = {
  centre: FakeCentre;
  time: Time;
  events: EventTarget;
  indexedDB: IDBFactory;
  surroundings: Surroundings;
  /** Another tab, or this one after a restart: the same databases. */
  open(more?: Partial<Surroundings>): Tablet & { close(): void };
};

export function bench(centre = new FakeCentre()): Bench {
  const time = new Time();
  const events = new EventTarget();
  const indexedDB = new IDBFactory();
  const surroundings: Surroundings = {
    clock: () => time.now,
    newId: () => crypto.randomUUID(),
    random: chance(1),
    fetch: centre.fetch,
    schedule: time.schedule,
    events,
    indexedDB,
  };
  const open: Bench['open'] = more => {
    const tablet = createTablet({ ...surroundings, ...more });
    onTestFinished(() => tablet.close());
    return tablet;
  };
  return { centre, time, events, indexedDB, surroundings, open };
}

/** A started and enrolled tablet that nothing has been asked of yet. */
export async function enrolled(on: Bench): Promise<Tablet & { close(): void }> {
  const tablet = on.open();
  await tablet.start();
  await tablet.enrol('ABCD-EFGH');
  await settled(tablet);
  return tablet;
}

/** Resolves with the first value for which `is` holds. */
export function seen<T>(live: Live<T>, is: (value: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('the expected value never came')), 10_000);
    const subscription = live.subscribe(value => {
      if (!is(value)) return;
      clearTimeout(deadline);
      setTimeout(() => subscription.unsubscribe());
      resolve(value);
    });
  });
}

/** After the running talk with the centre, which has had at least one answer. */
export const settled = (tablet: Tablet) =>
  seen(tablet.sync.status(), status => status.state.kind !== 'sending' && status.last_contact_at !== null);

const choice = (code: string) => ({ code, label: { id: code, en: code }, score: Number(code) });

/** As the first builds stored it. */
export const olderSurvey: OlderInstrument = {
  code: 'short',
  version: 2,
  kind: 'survey',
  anonymous: true,
  scoring: 'skm-2017',
  title: { id: 'Singkat', en: 'Short' },
  notice: null,
  questions: [
    {
      type: 'select_one',
      code: 'waktu',
      label: { id: 'Waktu', en: 'Time' },
      appearance: 'kiosk-smileys',
      required: false,
      choices: ['1', '2', '3', '4'].map(choice),
    },
    {
      type: 'text',
      code: 'saran',
      label: { id: 'Saran', en: 'Ideas' },
      required: false,
      max_length: 10,
    },
  ],
};

export const survey: Instrument = upgrade(olderSurvey);

export const observation: Instrument = {
  ...survey,
  code: 'seen',
  kind: 'observation',
  anonymous: false,
  scoring: 'levels',
};

export const kioskDraft = (more: Partial<Draft> = {}): Draft => ({
  key: 'kiosk',
  id: crypto.randomUUID(),
  instrument: { code: survey.code, version: survey.version },
  event_id: EVENT,
  assignment_id: null,
  answers: { waktu: '4', saran: 'Bagus' },
  step: 2,
  touched_at: NOON,
  ...more,
});

export const observationDraft = (more: Partial<Draft> = {}): Draft =>
  kioskDraft({
    key: `observation:${ASSIGNMENT}`,
    instrument: { code: observation.code, version: observation.version },
    assignment_id: ASSIGNMENT,
    ...more,
  });
