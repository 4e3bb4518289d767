// The one door between screens and this device: what it keeps, whom it belongs to, what it still has to send.
import type { Mark } from '../domain/attendance/mark.ts';
import type { Answers, Instrument } from '../domain/instrument/definition.ts';
import type { Problem as DomainProblem, Result } from '../domain/result.ts';
import type { AssignmentRow, EventRow, ParticipantRow, SessionRow } from '../protocol/feed.ts';
import type { Problem } from '../protocol/problem.ts';

/**
 * A value that changes, told again after every change, in every tab. The first value comes by itself. `failed` where it
 * cannot be read now, possibly again and again; a later value says that it can.
 */
export type Live<T> = {
  subscribe(next: (value: T) => void, failed?: (problem: DeviceProblem) => void): { unsubscribe(): void };
};

export type Enrolment = {
  device: string;
  label: string;
  unit: { id: string; name: string };
  /** A supervisor's own phone, or null for a unit's shared tablet. */
  account: { id: string; name: string } | null;
};

/** One event with everything that its page shows; loaded whole, searched in memory. */
export type EventView = {
  event: EventRow;
  /** By day, then time. */
  sessions: SessionRow[];
  /** By name. */
  participants: ParticipantRow[];
  /** session id -> participant id -> current mark, as this device knows it. */
  marks: ReadonlyMap<string, ReadonlyMap<string, Mark>>;
  /** Sheets of the event's survey finished on this device. */
  responses: number;
  /** How many of `responses`, and of all records of the event made here, the centre has acknowledged: receipts only. */
  received: { responses: number; records: number };
  /** Records of the event made here. */
  finalised: number;
  /** The day on which this event was closed on this device, or null. */
  closed_on: string | null;
};

export type AssignmentView = AssignmentRow & {
  /** Finished on this device or known to the centre. */
  state: 'due' | 'draft' | 'done';
};

export type NamedInstrument = { code: string; version: number };

/** An unfinished sheet. It carries its own identity, so that one filling never becomes two. */
export type Draft = {
  /** Where it belongs: `kiosk` (one a device), `observation:<assignment id>`, or `form:` and `entry:<event id>:<code>`. */
  key: string;
  /** Of this filling; a new person's draft under the same key has another. */
  id: string;
  instrument: NamedInstrument;
  event_id: string;
  assignment_id: string | null;
  /** Of another form of the event than its survey: it is no response to that. */
  beside?: boolean;
  /** Everything entered, by answer key (`Sheet.answers()`). */
  answers: Answers;
  /** Screen it was left at: 0 the notice, then 1 for each page. */
  step: number;
  /** Key of that page, since pages come and go with the answers. Drafts of the first builds have `step` alone. */
  at?: string;
  /** Of the form's languages, the one it is read in. */
  language?: string;
  /** Epoch ms of the last touch, by this device's clock. */
  touched_at: number;
};

/** Which filling is meant: its place and its own identity. */
export type Filling = Pick<Draft, 'key' | 'id'>;

/** What the sync line says; a sentence is made of it in app/text. */
export type SyncStatus = {
  /** Finished records that the centre has not acknowledged. */
  pending: number;
  /** Epoch ms of the last acknowledged push or pull, or null. */
  last_contact_at: number | null;
  state:
    | { kind: 'idle' }
    | { kind: 'sending' }
    /** No answer that counts; the next try by itself is at `retry_at` (epoch ms). */
    | { kind: 'unreachable'; retry_at: number }
    /** The centre answered and refused this device; capturing goes on. */
    | { kind: 'refused'; problem: Problem };
  /** Records that the centre keeps in quarantine: not lost, the office looks at them. */
  quarantined: number;
  /** Of `pending`: those that the centre cannot take by themselves (too large, or failing there); the others go on. */
  held: number;
};

/** What the locked kiosk asks, kept with the outbox: the first question needs no other database and no signal. */
export type KioskSurvey = { event: EventRow; instrument: Instrument; draft: Draft | null };

/** A refusal of the centre, or one that this device finds by itself and that never travels. */
export type DeviceProblem =
  | Problem
  /** `storage.newer`: another tab runs a newer version. `storage.blocked`: another tab holds an older one open. */
  | DomainProblem<
      'centre.unreachable' | 'storage.failed' | 'storage.full' | 'storage.newer' | 'storage.blocked'
    >;

export type Start = {
  enrolment: Enrolment | null;
  /** The event that the kiosk is locked to. */
  kiosk: string | null;
  /** Everything to show that kiosk's next question at once; null where it is not locked. */
  survey: KioskSurvey | null;
  /** This tablet holds events of the demonstration. */
  demonstration: boolean;
};

/** Everything that waits, as the signed batches that the centre's office can take in from a stick. */
export type BatchFile = { name: string; blob: Blob; records: number };

export type PinCheck = { ok: true } | { ok: false; wait_ms: number };

export type Tablet = {
  /** Opens the databases and proves that they keep what is written. Nothing else may be called before. */
  start(): Promise<Result<Start, DeviceProblem>>;

  /** Uses a single-use code. Enrolling again gives a new identity; drafts and outbox stay. Needs the centre. */
  enrol(code: string): Promise<Result<Enrolment, DeviceProblem>>;

  /** The facilitator's PIN of this device; wrong tries make the next one wait longer. */
  hasPin(): Promise<boolean>;
  setPin(pin: string): Promise<void>;
  checkPin(pin: string): Promise<PinCheck>;

  /**
   * The event whose survey, or other form, the locked kiosk asks. Survives restarts, so that back, reload and power
   * cuts stay inside. Null, and not locked, where this tablet does not hold that event and its instrument yet. A draft
   * of something else that lay at the kiosk is dropped.
   */
  lockKiosk(eventId: string, instrument?: NamedInstrument): Promise<KioskSurvey | null>;
  unlockKiosk(): Promise<void>;

  events(): Live<EventRow[]>;
  event(id: string): Live<EventView | null>;
  assignments(): Live<AssignmentView[]>;
  instrument(code: string, version: number): Promise<Instrument | null>;

  /** Durable when it resolves. A correction replaces the earlier mark; marking the same again does nothing. */
  mark(event_id: string, session_id: string, participant_id: string, mark: Mark): Promise<void>;

  draft(key: string): Promise<Draft | null>;
  /** Durable when it resolves. A late save of a filling that was finished or cleared does nothing. */
  saveDraft(draft: Draft): Promise<void>;
  /** Only that filling: another one under the same key, begun in another tab, stays. */
  dropDraft(draft: Filling): Promise<void>;
  /**
   * A file that an answer of this filling names; durable when it resolves, and gone with the draft. For a filling that
   * was finished or cleared it does nothing. At most ATTACHMENT_MAX_BYTES.
   */
  keepAttachment(draft: Filling, name: string, file: Blob): Promise<void>;
  attachment(draft: Filling, name: string): Promise<Blob | null>;
  dropAttachment(draft: Filling, name: string): Promise<void>;
  /**
   * The draft becomes a sealed record in the outbox, with one for each file that an answer names, and is gone, in one
   * strictly durable transaction. False, and nothing done, where that filling was finished already, or cleared.
   */
  finalise(draft: Draft, instrument: Instrument): Promise<boolean>;
  /** Whether a new sheet may be begun: false while too little room is left to finish it safely. */
  hasRoom(): Promise<boolean>;
  /** Tells the centre what this device counted for an event. May be repeated; the last one counts. */
  closeOut(event_id: string, counted: { attended: number; responses: number }): Promise<void>;

  sync: {
    status(): Live<SyncStatus>;
    /** A person asked: try at once. */
    now(): void;
    /**
     * The second road: what waits, as a file. Nothing counts as received because of it; the tablet learns of it by
     * receipts at the next contact. Null where nothing waits or this device is not enrolled.
     */
    toFile(): Promise<BatchFile | null>;
  };
};

/** What screens may use: of a tablet that has started, or whose every answer waits until it has. */
export type StartedTablet = Omit<Tablet, 'start'>;
