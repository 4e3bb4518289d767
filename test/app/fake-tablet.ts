// A tablet in memory for tests of screens: keeps what it is told, and says what was done.
import { signal } from '@preact/signals';
import type {
  AssignmentView,
  BatchFile,
  Draft,
  EventView,
  KioskSurvey,
  Live,
  NamedInstrument,
  SyncStatus,
  Tablet,
} from '../../src/device/tablet.ts';
import type { Mark } from '../../src/domain/attendance/mark.ts';
import type { Instrument } from '../../src/domain/instrument/definition.ts';
import { upgrade } from '../../src/domain/instrument/older.ts';
import { observation as olderObservation } from '../../src/domain/instrument/shipped/observation.ts';
import { skm9 as olderSkm9 } from '../../src/domain/instrument/shipped/skm9.ts';
import type { AssignmentRow, EventRow, ParticipantRow, SessionRow } from '../../src/protocol/feed.ts';

export const skm9: Instrument = upgrade(olderSkm9);
export const observation: Instrument = upgrade(olderObservation);

export type FakeTablet = Tablet & {
  drafts: Map<string, Draft>;
  /** By name; of whatever filling. */
  files: Map<string, Blob>;
  /** What `instrument` and `lockKiosk` find, beside the shipped ones. */
  instruments: Instrument[];
  finished: Draft[];
  marksOf(sessionId: string): ReadonlyMap<string, Mark>;
  sync: { told: number; say(status: Partial<SyncStatus>): void };
  /** How many records of the event the centre has acknowledged, and whether there is room. */
  receive(received: { responses: number; records: number }): void;
  room: boolean;
  closed: { event: string; attended: number; responses: number }[];
  /** What `sync.toFile` gives. */
  file: BatchFile | null;
};

export const EVENT: EventRow = {
  id: 'event-1',
  unit_id: 'unit-1',
  unit_name: 'Dinas Penanaman Modal dan PTSP',
  programme_name: 'Pelayanan Prima',
  name: 'Pelayanan Prima Angkatan I',
  venue: 'Balai Desa Sukamaju',
  starts_on: '2026-11-23',
  ends_on: '2026-11-24',
  survey: { code: skm9.code, version: skm9.version },
  demonstration: false,
};

export const SESSIONS: SessionRow[] = [
  {
    id: 'session-1',
    event_id: 'event-1',
    name: 'Sikap melayani',
    day: '2026-11-23',
    starts_at: '08:00',
    ends_at: '10:15',
  },
  {
    id: 'session-2',
    event_id: 'event-1',
    name: 'Komunikasi publik',
    day: '2026-11-23',
    starts_at: '10:30',
    ends_at: '12:45',
  },
];

export const participant = (id: string, name: string, nip: string | null = null): ParticipantRow => ({
  id,
  event_id: 'event-1',
  name,
  nip,
  rank: 'III/a',
  position: 'Petugas loket',
  unit_name: 'Kecamatan Ilir Timur',
});

export const assignment = (id: string, due_on: string, more: Partial<AssignmentRow> = {}): AssignmentRow => ({
  id,
  event_id: 'event-1',
  event_name: EVENT.name,
  programme_name: EVENT.programme_name,
  supervisor_id: 'account-1',
  supervisor_name: 'Hj. Marlina, S.Sos.',
  participant_name: `Peserta ${id}`,
  position: 'Petugas loket',
  unit_name: 'Kecamatan Ilir Timur',
  due_on,
  instrument: { code: observation.code, version: observation.version },
  observed_on: null,
  ...more,
});

export type FakeContent = {
  participants?: ParticipantRow[];
  assignments?: AssignmentRow[];
  events?: EventRow[];
};

export function fakeTablet({
  participants = [],
  assignments = [],
  events = [EVENT],
}: FakeContent = {}): FakeTablet {
  const drafts = new Map<string, Draft>();
  const files = new Map<string, Blob>();
  const instruments = [skm9, observation];
  const finished: Draft[] = [];
  const changes = signal(0);
  const change = () => {
    changes.value += 1;
  };
  const marks = new Map<string, Map<string, Mark>>();
  const status = signal<SyncStatus>({
    pending: 0,
    last_contact_at: null,
    state: { kind: 'idle' },
    quarantined: 0,
    held: 0,
  });
  let received = { responses: 0, records: 0 };
  const closed: FakeTablet['closed'] = [];
  let pin: string | null = null;

  const live = <T>(read: () => T): Live<T> => ({
    subscribe: next => {
      const stop = changes.subscribe(() => next(read()));
      return { unsubscribe: stop };
    },
  });
  const viewEvent = (id: string): EventView | null => {
    const event = events.find(one => one.id === id);
    if (!event) return null;
    const copy = new Map([...marks].map(([session, byPerson]) => [session, new Map(byPerson)]));
    const responses = finished.filter(draft => draft.event_id === id && !draft.assignment_id).length;
    const made = [...marks.values()].reduce((sum, byPerson) => sum + byPerson.size, responses);
    return {
      ...{ event, sessions: SESSIONS, participants: [...participants], marks: copy, responses, received },
      finalised: made + closed.length,
      closed_on: closed.length > 0 ? '2026-11-23' : null,
    };
  };
  const viewAssignment = (row: AssignmentRow): AssignmentView => {
    const isDone = row.observed_on !== null || finished.some(draft => draft.assignment_id === row.id);
    return { ...row, state: isDone ? 'done' : drafts.has(`observation:${row.id}`) ? 'draft' : 'due' };
  };
  const findInstrument = (code: string, version: number) =>
    instruments.find(one => one.code === code && one.version === version) ?? null;
  const survey = (id: string, named?: NamedInstrument): KioskSurvey | null => {
    const event = events.find(one => one.id === id);
    const { code, version } = named ?? event?.survey ?? skm9;
    const instrument = findInstrument(code, version);
    return event && instrument ? { event, instrument, draft: drafts.get('kiosk') ?? null } : null;
  };

  const tablet: FakeTablet = {
    ...{ drafts, files, instruments, finished, closed, room: true, file: null },
    receive: now => {
      received = now;
      change();
    },
    marksOf: id => marks.get(id) ?? new Map(),
    start: async () => ({
      ok: true,
      value: { enrolment: null, kiosk: null, survey: null, demonstration: false },
    }),
    enrol: async code =>
      code === 'ABCD2345'
        ? {
            ok: true,
            value: {
              device: 'device-1',
              label: 'Tablet 1',
              unit: { id: 'unit-1', name: EVENT.unit_name },
              account: null,
            },
          }
        : { ok: false, problem: { code: 'code.wrong', details: {} } },
    hasPin: async () => pin !== null,
    setPin: async chosen => {
      pin = chosen;
    },
    checkPin: async given => (given === pin ? { ok: true } : { ok: false, wait_ms: 30_000 }),
    lockKiosk: async (id, named) => survey(id, named),
    unlockKiosk: async () => undefined,
    events: () => live(() => events),
    event: id => live(() => viewEvent(id)),
    assignments: () => live(() => assignments.map(viewAssignment)),
    instrument: async (code, version) => findInstrument(code, version),
    mark: async (_event, session, person, mark) => {
      marks.set(session, (marks.get(session) ?? new Map()).set(person, mark));
      change();
    },
    draft: async key => drafts.get(key) ?? null,
    saveDraft: async draft => {
      drafts.set(draft.key, draft);
      change();
    },
    dropDraft: async ({ key, id }) => {
      if (drafts.get(key)?.id === id) drafts.delete(key);
      change();
    },
    keepAttachment: async (_filling, name, file) => {
      files.set(name, file);
    },
    attachment: async (_filling, name) => files.get(name) ?? null,
    dropAttachment: async (_filling, name) => {
      files.delete(name);
    },
    finalise: async draft => {
      if (drafts.get(draft.key)?.id !== draft.id) return false;
      drafts.delete(draft.key);
      finished.push(draft);
      change();
      return true;
    },
    hasRoom: async () => tablet.room,
    closeOut: async (event, counted) => {
      closed.push({ event, ...counted });
      change();
    },
    sync: {
      told: 0,
      toFile: async () => tablet.file,
      status: () => ({ subscribe: next => ({ unsubscribe: status.subscribe(next) }) }),
      now() {
        this.told += 1;
      },
      say: more => {
        status.value = { ...status.value, ...more };
      },
    },
  };
  return tablet;
}
