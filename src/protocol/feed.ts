// What travels downwards: reference rows by scope. One feed row is one thing that a device may see.
import type { Instrument, Wording } from '../domain/instrument/definition.ts';
import type { OlderInstrument } from '../domain/instrument/older.ts';

export type UnitRow = { id: string; parent_id: string | null; name: string };

export type EventRow = {
  id: string;
  unit_id: string;
  unit_name: string;
  programme_name: string;
  name: string;
  venue: string;
  /** Days, inclusive. */
  starts_on: string;
  ends_on: string;
  /** The instrument that the kiosk asks. */
  survey: { code: string; version: number };
  /** Other questionnaires of the event. Left out by centres that know of none. */
  forms?: EventForm[];
  demonstration: boolean;
};

/** `title` in the questionnaire's own languages. */
export type EventForm = { code: string; version: number; title: Wording };

export type SessionRow = {
  id: string;
  event_id: string;
  name: string;
  day: string;
  /** Time of day at the venue. */
  starts_at: string;
  ends_at: string;
};

export type ParticipantRow = {
  id: string;
  event_id: string;
  name: string;
  nip: string | null;
  /** Golongan, e.g. "III/b". */
  rank: string;
  position: string;
  unit_name: string;
};

export type AssignmentRow = {
  id: string;
  event_id: string;
  event_name: string;
  programme_name: string;
  supervisor_id: string;
  supervisor_name: string;
  participant_name: string;
  position: string;
  unit_name: string;
  due_on: string;
  instrument: { code: string; version: number };
  /** Day of the observation that the centre holds, or null. */
  observed_on: string | null;
};

/**
 * Each kind of feed row with its body. Instruments are keyed `code@version`; those that the first builds published stay as
 * they were, so whoever reads one calls `upgrade` (domain/instrument/older.ts).
 */
export type FeedBodies = {
  unit: UnitRow;
  event: EventRow;
  session: SessionRow;
  participant: ParticipantRow;
  assignment: AssignmentRow;
  instrument: Instrument | OlderInstrument;
};
export const FEED_KINDS = ['unit', 'event', 'session', 'participant', 'assignment', 'instrument'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

export const instrumentKey = (code: string, version: number): string => `${code}@${version}`;
