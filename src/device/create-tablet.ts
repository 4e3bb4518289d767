// Makes the device behind `Tablet` from its surroundings. What only talks to the centre is loaded apart.
import { accepted } from '../domain/result.ts';
import { captureMark, closeOut, finalise, loadSealing } from './capture.ts';
import { withDeadline } from './deadline.ts';
import { checkPin, hasPin, setPin } from './pin.ts';
import { hasRoom } from './room.ts';
import { dropAttachment, keepAttachment, readAttachment } from './store/attachments.ts';
import { dropDraft, readDraft, saveDraft } from './store/drafts.ts';
import { openOutbox } from './store/opening.ts';
import { createOutbox, type Outbox, putLocal } from './store/outbox.ts';
import { createReference, type Reference } from './store/reference.ts';
import { relieveWith, StorageError, steadily } from './store/steady.ts';
import {
  assignmentsView,
  eventsView,
  eventView,
  readInstrument,
  readSurvey,
  statusView,
} from './store/views.ts';
import { type Surroundings, scheduleWithTimers } from './surroundings.ts';
import type { Loop } from './sync/loop.ts';
import type { Draft, KioskSurvey, NamedInstrument, Start, Tablet } from './tablet.ts';

/** A start that takes longer is a browser whose storage hangs. */
const OPEN_MS = 15_000;
/** The first screen comes first. */
const FIRST_SYNC_MS = 1_000;
const SOON_MS = 2_000;
/** An anonymous sheet waits for company: sent by itself, its time of arrival would tell its time of answering. */
const ANONYMOUS_MS = { least: 10_000, spread: 30_000 };

/** `close` lets go of databases and timers; the tablet cannot be used afterwards. */
export function createTablet(surroundings: Surroundings): Tablet & { close(): void } {
  const means = withDefaults(surroundings);
  const { outbox, schedule, random } = means;
  const loop = lazyLoop(means);
  relieveWith(outbox, () => freeRoom(means));
  const beReady = (): void => {
    loop.use(it => it.wake());
    // What a later finish needs is fetched before it; where it does not come now, it is asked for again then.
    void loadSealing().catch(() => null);
    void hasRoom(means);
  };
  return {
    start: () => start(means, () => schedule(beReady, FIRST_SYNC_MS)),
    async enrol(code) {
      const { enrol } = await import('./enrol.ts');
      const enrolled = await enrol(means, code);
      if (!enrolled.ok) return enrolled;
      askToKeep(means);
      beReady();
      return enrolled;
    },

    hasPin: () => hasPin(outbox),
    setPin: pin => setPin(means, pin),
    checkPin: pin => checkPin(means, pin),
    lockKiosk: (eventId, instrument) => lockKiosk(means, eventId, instrument),
    unlockKiosk: () => steadily(outbox, () => outbox.local.delete('kiosk')),

    events: () => eventsView(means),
    event: id => eventView(means, id),
    assignments: () => assignmentsView(means),
    instrument: (code, version) => readInstrument(means, code, version),

    async mark(event_id, session_id, participant_id, mark) {
      const kept = await captureMark(means, { event_id, session_id, participant_id, mark });
      if (kept) loop.use(it => it.soon(SOON_MS));
    },
    draft: key => readDraft(outbox, key),
    saveDraft: draft => saveDraft(outbox, draft),
    dropDraft: draft => dropDraft(outbox, draft),
    keepAttachment: (draft, name, file) => keepAttachment(outbox, draft, name, file),
    attachment: ({ id }, name) => readAttachment(outbox, id, name),
    dropAttachment: ({ id }, name) => dropAttachment(outbox, id, name),
    async finalise(draft, instrument) {
      const kept = await finalise(means, draft, instrument);
      const { least, spread } = ANONYMOUS_MS;
      const delayMs = instrument.anonymous ? least + random() * spread : SOON_MS;
      if (kept) loop.use(it => it.soon(delayMs));
      return kept;
    },

    hasRoom: () => hasRoom(means),
    async closeOut(event_id, counted) {
      await closeOut(means, event_id, counted);
      loop.use(it => it.soon(SOON_MS));
    },

    sync: {
      status: () => statusView(means),
      now: () => loop.use(it => it.wake('asked')),
      async toFile() {
        const { toFile } = await import('./sync/to-file.ts');
        return toFile(means);
      },
    },
    close() {
      loop.stop();
      outbox.close();
      means.reference.close();
    },
  };
}

type Means = Omit<Surroundings, 'locks' | 'events'> & {
  crypto: Crypto;
  schedule: NonNullable<Surroundings['schedule']>;
  locks: LockManager | null;
  events: EventTarget | null;
  outbox: Outbox;
  reference: Reference;
};

function withDefaults(surroundings: Surroundings): Means {
  const { indexedDB } = surroundings;
  const schedule = surroundings.schedule ?? scheduleWithTimers;
  const factory = { schedule, ...(indexedDB && { indexedDB }) };
  return {
    ...surroundings,
    crypto: surroundings.crypto ?? globalThis.crypto,
    schedule,
    locks: surroundings.locks ?? null,
    events: surroundings.events ?? null,
    outbox: createOutbox(factory),
    reference: createReference(factory),
  };
}

async function start(means: Means, beReadySoon: () => void): ReturnType<Tablet['start']> {
  let opened: Start;
  try {
    opened = await withDeadline(means.schedule, OPEN_MS, () => openOutbox(means.outbox));
  } catch (error) {
    const problem = (error instanceof StorageError ? error : new StorageError(error)).problem;
    return { ok: false, problem };
  }
  if (opened.enrolment) {
    beReadySoon();
    askToKeep(means);
  }
  return accepted(opened);
}

/** Gives up what was set aside for this, so that a sheet that was begun can be finished. */
async function freeRoom({ indexedDB }: Means): Promise<boolean> {
  const { spendReserve } = await import('./store/reserve.ts');
  return spendReserve(indexedDB ?? globalThis.indexedDB);
}

/** Best effort: what the browser answers changes nothing here. */
const askToKeep = ({ storage }: Means): void => void storage?.persist().catch(() => false);

async function lockKiosk(
  means: Means,
  eventId: string,
  named?: NamedInstrument,
): Promise<KioskSurvey | null> {
  const survey = await readSurvey(means, eventId, named);
  if (!survey) return null;
  await steadily(means.outbox, () => putLocal(means.outbox, 'kiosk', survey));
  const draft = await readDraft(means.outbox, 'kiosk');
  if (!draft || isOf(draft, survey)) return { ...survey, draft };
  await dropDraft(means.outbox, draft);
  return { ...survey, draft: null };
}

const isOf = (draft: Draft, { event, instrument }: Omit<KioskSurvey, 'draft'>): boolean =>
  draft.event_id === event.id &&
  draft.instrument.code === instrument.code &&
  draft.instrument.version === instrument.version;

/** The loop comes in its own chunk, at its first use; where that cannot be had, the next use tries again. */
function lazyLoop(means: Means): { use(act: (loop: Loop) => void): void; stop(): void } {
  let loading: Promise<Loop> | null = null;
  const load = async (): Promise<Loop> => {
    const { createLoop } = await import('./sync/loop.ts');
    return createLoop(means);
  };
  return {
    use(act) {
      loading ??= load();
      loading.then(act, () => {
        loading = null;
      });
    },
    stop: () => void loading?.then(loop => loop.stop()),
  };
}
