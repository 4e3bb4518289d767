// The tables as TypeScript sees them; the truth is in migrations/.
import type { Generated } from 'kysely';
import type { Mark } from '../../domain/attendance/mark.ts';
import type { Role } from '../../domain/person/role.ts';
import type { FeedKind } from '../../protocol/feed.ts';

/** A flag is 0 or 1 in both engines. */
export type Flag = 0 | 1;
export const flag = (value: boolean): Flag => (value ? 1 : 0);

/** `waiting`: good, not yet in the projections. `quarantined`: kept with its reason. */
export type RawState = 'waiting' | 'projected' | 'quarantined';

type Versioned = { event_id: string; instrument_code: string; instrument_version: number };

export type Schema = {
  setting: { key: string; value: string };
  unit: { id: string; parent_id: string | null; code: string; name: string; demonstration: Generated<Flag> };
  account: {
    id: string;
    unit_id: string;
    role: Role;
    username: string;
    name: string;
    password_hash: string;
    active: Generated<Flag>;
    created_at: string;
  };
  sign_in: { token_hash: string; account_id: string; expires_at: string };
  programme: { id: string; unit_id: string; name: string };
  instrument: {
    code: string;
    version: number;
    /** JSON of an Instrument, or of one as the first builds wrote it. */
    definition: string;
    /** The spreadsheet that it was made of. */
    source: Uint8Array | null;
    published_at: string | null;
    /** Id of an account, which may be gone, or BY_COMMAND; null: came with Lembar. */
    published_by: string | null;
  };
  /** Besides its survey. */
  event_form: { event_id: string; code: string; version: number };
  event: {
    id: string;
    programme_id: string;
    unit_id: string;
    name: string;
    venue: string;
    starts_on: string;
    ends_on: string;
    survey_code: string;
    survey_version: number;
  };
  session: {
    id: string;
    event_id: string;
    name: string;
    day: string;
    starts_at: string;
    ends_at: string;
  };
  person: {
    id: string;
    unit_id: string;
    name: string;
    nip: string | null;
    rank: string;
    position: string;
    unit_name: string;
  };
  participant: { id: string; event_id: string; person_id: string };
  assignment: {
    id: string;
    event_id: string;
    participant_id: string;
    supervisor_id: string;
    due_on: string;
    instrument_code: string;
    instrument_version: number;
  };
  enrolment_code: {
    code_hash: string;
    unit_id: string;
    account_id: string | null;
    expires_at: string;
    used_at: string | null;
  };
  device: {
    id: string;
    label: string;
    unit_id: string;
    account_id: string | null;
    /** JSON of `{ x, y }`, a P-256 point as in a JWK. */
    public_key: string;
    enrolled_at: string;
    last_contact_at: string | null;
    finalised: Generated<number>;
    acknowledged: Generated<number>;
    retired_at: string | null;
    lost_at: string | null;
    /** The device that this one was found to be a copy of. */
    copy_of: string | null;
    /** The `next` of its last push; null before the first and after a restore. */
    nonce: string | null;
  };
  raw: {
    /** Counts up in the order of receipt; of anonymous records a random number below zero, so that they have no order. */
    seq: Generated<number>;
    id: string;
    /** A RecordKind, or one that a later build knows. */
    kind: string;
    form: string | null;
    version: number | null;
    replaces: string | null;
    /** Null where the bytes are not sealed. */
    key_id: string | null;
    bytes: Uint8Array;
    /** Of the bytes as they came, whatever the sender claimed. */
    sha256: string;
    /** Null for anonymous records, and for those that might be. */
    device_id: string | null;
    /** Time of receipt; only the day where `device_id` is null for anonymity. */
    received: string;
    unit_id: string;
    event_id: string | null;
    state: RawState;
    /** JSON of a Problem. */
    reason: string | null;
  };
  /** With the whole envelope: without it sealed bytes cannot be opened. */
  raw_conflict: {
    id: string;
    sha256: string;
    kind: string;
    form: string | null;
    version: number | null;
    replaces: string | null;
    key_id: string | null;
    bytes: Uint8Array;
    received: string;
  };
  mark: {
    record_id: string;
    seq: number;
    event_id: string;
    session_id: string;
    participant_id: string;
    mark: Mark;
    at: string;
    replaces: string | null;
  };
  response_tally: Versioned & { n: number };
  answer_tally: Versioned & { question: string; choice: string; n: number };
  /**
   * Equal texts are counted: no row stands for one person. `place` is drawn from a hash of all the rest but `n`, so that
   * the rows have no order of arrival and a rebuild makes the same ones.
   */
  comment: Versioned & { place: number; question: string; text: string; n: number };
  close_out: {
    record_id: string;
    seq: number;
    event_id: string;
    device_id: string | null;
    attended: number;
    responses: number;
    at: string;
  };
  observation: {
    record_id: string;
    assignment_id: string;
    event_id: string;
    day: string;
    seq: number;
    replaces: string | null;
    /** JSON of checked answers. */
    answers: string;
    instrument_code: string;
    instrument_version: number;
  };
  /** Of questionnaires that are neither anonymous nor observations. */
  submission: Versioned & {
    record_id: string;
    seq: number;
    day: string;
    replaces: string | null;
    /** JSON of checked answers. */
    answers: string;
  };
  attachment: {
    record_id: string;
    event_id: string;
    /** The record of the sheet that it belongs to, which may not have come yet. */
    submission_id: string;
    /** The key of the answer that names it. */
    question: string;
    name: string;
    media: string;
  };
  scope_clock: { scope: string; version: number };
  feed: {
    scope: string;
    kind: FeedKind;
    id: string;
    version: number;
    /** JSON; null is a tombstone. */
    body: string | null;
  };
};
