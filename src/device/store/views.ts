// What screens follow: reference rows joined with what this tablet captured.
import { Dexie } from 'dexie';
import type { Mark } from '../../domain/attendance/mark.ts';
import type { Instrument } from '../../domain/instrument/definition.ts';
import { upgrade } from '../../domain/instrument/older.ts';
import { type AssignmentRow, type EventRow, instrumentKey } from '../../protocol/feed.ts';
import type { Schedule } from '../surroundings.ts';
import type { AssignmentView, EventView, KioskSurvey, Live, NamedInstrument, SyncStatus } from '../tablet.ts';
import { join, live, orElse } from './live.ts';
import type { MarkRow, Outbox } from './outbox.ts';
import { readCounters, readEventCounts } from './records.ts';
import { inOneView, NO_CONTACT, type Reference, readRows, readSync } from './reference.ts';
import { steadily } from './steady.ts';

type Databases = { outbox: Outbox; reference: Reference; schedule?: Schedule };

const inOutbox = <T>({ outbox, schedule }: Databases, query: () => Promise<T>): Live<T> =>
  live({ db: outbox, schedule }, query);
const inReference = <T>({ reference, schedule }: Databases, query: () => Promise<T>): Live<T> =>
  live({ db: reference, schedule }, query);

const byText = new Intl.Collator('id').compare;

export const eventsView = (databases: Databases): Live<EventRow[]> =>
  inReference(databases, async () =>
    (await readRows(databases.reference, 'event')).sort(
      (a, b) => byText(a.starts_on, b.starts_on) || byText(a.name, b.name),
    ),
  );

export const eventView = (databases: Databases, id: string): Live<EventView | null> =>
  join(
    inReference(databases, () => readPlan(databases.reference, id)),
    inOutbox(databases, () => readCaptured(databases.outbox, id)),
    (plan, captured) => plan && { ...plan, ...captured },
  );

async function readPlan(
  reference: Reference,
  id: string,
): Promise<Pick<EventView, 'event' | 'sessions' | 'participants'> | null> {
  const [[event], sessions, participants] = await inOneView(reference, () =>
    Promise.all([
      readRows(reference, 'event', id),
      readRows(reference, 'session', id),
      readRows(reference, 'participant', id),
    ]),
  );
  if (!event) return null;
  sessions.sort((a, b) => byText(a.day, b.day) || byText(a.starts_at, b.starts_at));
  participants.sort((a, b) => byText(a.name, b.name));
  return { event, sessions, participants };
}

async function readCaptured(
  outbox: Outbox,
  id: string,
): Promise<Omit<EventView, 'event' | 'sessions' | 'participants'>> {
  const [rows, counts] = await Promise.all([
    outbox.marks.where('[event_id+session_id+participant_id]').between([id], [id, Dexie.maxKey]).toArray(),
    readEventCounts(outbox, id),
  ]);
  return { marks: bySession(rows), ...counts };
}

function bySession(rows: readonly MarkRow[]): Map<string, Map<string, Mark>> {
  const sessions = new Map<string, Map<string, Mark>>();
  for (const row of rows) {
    const marks = sessions.get(row.session_id) ?? new Map<string, Mark>();
    sessions.set(row.session_id, marks.set(row.participant_id, row.mark));
  }
  return sessions;
}

export const assignmentsView = (databases: Databases): Live<AssignmentView[]> =>
  join(
    inReference(databases, () => readRows(databases.reference, 'assignment')),
    inOutbox(databases, () => readObserving(databases.outbox)),
    (rows, observing) =>
      rows
        .map(row => ({ ...row, state: stateOf(row, observing) }))
        .sort((a, b) => byText(a.due_on, b.due_on) || byText(a.participant_name, b.participant_name)),
  );

type Observing = { drafts: ReadonlySet<string>; observed: ReadonlySet<string> };

async function readObserving(outbox: Outbox): Promise<Observing> {
  const [drafts, observed] = await Promise.all([
    outbox.drafts.where('key').startsWith('observation:').toArray(),
    outbox.local.where('key').startsWith('observed:').primaryKeys(),
  ]);
  return {
    drafts: new Set(drafts.flatMap(row => (row.draft ? row.key.slice('observation:'.length) : []))),
    observed: new Set(observed.map(key => key.slice('observed:'.length))),
  };
}

/** A draft of an observation that the centre or this tablet holds already is a correction: it stays done. */
function stateOf(row: AssignmentRow, { drafts, observed }: Observing): AssignmentView['state'] {
  if (row.observed_on !== null || observed.has(row.id)) return 'done';
  return drafts.has(row.id) ? 'draft' : 'due';
}

/** What waits is known from the outbox alone, whatever became of the reference database. */
export const statusView = (databases: Databases): Live<SyncStatus> =>
  join(
    inOutbox(databases, () =>
      Promise.all([databases.outbox.records.count(), readCounters(databases.outbox)]),
    ),
    orElse(
      inReference(databases, () => readSync(databases.reference)),
      NO_CONTACT,
    ),
    ([pending, { quarantined }], { last_contact_at, state, held }) => ({
      pending,
      last_contact_at,
      state,
      quarantined,
      held: Math.min(held, pending),
    }),
  );

export const readInstrument = (
  { reference }: Databases,
  code: string,
  version: number,
): Promise<Instrument | null> => steadily(reference, () => findInstrument(reference, code, version));

const findInstrument = async (
  reference: Reference,
  code: string,
  version: number,
): Promise<Instrument | null> => {
  const [stored] = await readRows(reference, 'instrument', instrumentKey(code, version));
  return stored ? upgrade(stored) : null;
};

/** The event and the instrument that its kiosk asks (its survey, where none is `named`), where both are here. */
export const readSurvey = (
  { reference }: Databases,
  eventId: string,
  named?: NamedInstrument,
): Promise<Omit<KioskSurvey, 'draft'> | null> =>
  steadily(reference, () =>
    inOneView(reference, async () => {
      const [event] = await readRows(reference, 'event', eventId);
      if (!event) return null;
      const { code, version } = named ?? event.survey;
      const instrument = await findInstrument(reference, code, version);
      return instrument && { event, instrument };
    }),
  );
