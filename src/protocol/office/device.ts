// Devices as the office sees them, enrolment codes, and the records that could not be used.
import { type Static, Type } from 'typebox';
import { Id, Nullable, OneOf, ProblemSchema } from '../fields.ts';
import { RecordResult } from '../push.ts';
import { RECORD_KINDS } from '../record-kind.ts';

export const DEVICE_STATES = ['active', 'retired', 'lost'] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];
/** Every change can be undone by another. */
export const DeviceStateChange = Type.Object(
  { state: OneOf(DEVICE_STATES) },
  { additionalProperties: false },
);
export type DeviceStateChange = Static<typeof DeviceStateChange>;

export const Device = Type.Object({
  id: Id,
  label: Type.String({ description: 'short name that is also shown on the device' }),
  unit_id: Id,
  unit_name: Type.String(),
  account_name: Nullable(Type.String()),
  enrolled_at: Type.String(),
  last_contact_at: Nullable(Type.String()),
  /** As the device last counted them; the difference waits on the device. */
  finalised: Type.Integer(),
  acknowledged: Type.Integer(),
  /** `retired`: may bring home what it holds, gets nothing more. `lost`: nothing is taken from it. */
  state: OneOf(DEVICE_STATES),
  /** The device that it was found to be a copy of, or null. */
  copy_of: Nullable(Type.String()),
});
export type Device = Static<typeof Device>;
export const DeviceList = Type.Object({ devices: Type.Array(Device) });
export type DeviceList = Static<typeof DeviceList>;

/** `account_id` set: for that supervisor's own phone; else for a unit's shared tablet. */
export const NewEnrolmentCode = Type.Object(
  { unit_id: Id, account_id: Nullable(Id) },
  { additionalProperties: false },
);
export type NewEnrolmentCode = Static<typeof NewEnrolmentCode>;
export const EnrolmentCode = Type.Object({
  code: Type.String({ description: 'XXXX-XXXX, told once, never stored in clear' }),
  expires_at: Type.String(),
});
export type EnrolmentCode = Static<typeof EnrolmentCode>;

export const QuarantinedRecord = Type.Object({
  id: Id,
  kind: Type.String({ description: RECORD_KINDS.join(' | ') }),
  received: Type.String({ description: 'time, or only the day for an anonymous record' }),
  reason: ProblemSchema,
});
export type QuarantinedRecord = Static<typeof QuarantinedRecord>;
/** Two contents under one id: the first counts, the other is kept beside it. */
export const ConflictingRecord = Type.Object({
  id: Id,
  kind: Type.String(),
  received: Type.String({ description: 'of the second; time, or only the day for an anonymous record' }),
});
export type ConflictingRecord = Static<typeof ConflictingRecord>;
export const Quarantine = Type.Object({
  records: Type.Array(QuarantinedRecord),
  conflicts: Type.Array(ConflictingRecord),
});
export type Quarantine = Static<typeof Quarantine>;

/** `POST /quarantine/:id/retry`, and `/quarantine/retry` for all that the account sees: what is left with its reason. */
export const RetryReply = Type.Object({ freed: Type.Integer(), left: Type.Array(QuarantinedRecord) });
export type RetryReply = Static<typeof RetryReply>;

/** What came of a file of batches (`POST /take-in`), line by line and record by record. */
export const TakeInReport = Type.Object({
  /** Whole batches read. */
  batches: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'how many records got each result' }),
  records: Type.Array(
    Type.Object({ ...RecordResult.properties, kind: Type.String(), device: Nullable(Type.String()) }),
  ),
  /** Lines that could not be read, with why; the others were taken in. */
  problems: Type.Array(Type.Object({ line: Type.Integer(), problem: ProblemSchema })),
});
export type TakeInReport = Static<typeof TakeInReport>;

/** The centre's own keys, for operators: never the keys themselves. */
export const KeyState = Type.Object({
  keys: Type.Array(Type.Object({ key_id: Type.String(), made_at: Type.String(), current: Type.Boolean() })),
  /** When a copy that holds all of them was last saved, or null: until then a broken disk costs every answer. */
  escrowed_at: Nullable(Type.String()),
});
export type KeyState = Static<typeof KeyState>;
export { ESCROW_PASSPHRASE_MIN } from '../limits.ts';
export const EscrowRequest = Type.Object(
  { passphrase: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
);
export type EscrowRequest = Static<typeof EscrowRequest>;
