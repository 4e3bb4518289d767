// What travels upwards: an immutable record in its envelope, and what the bytes inside it say.
import { type Static, Type } from 'typebox';
import { MARKS } from '../domain/attendance/mark.ts';
import { Day, Id, KeyId, LocalTime, Nullable, OneOf, Whole } from './fields.ts';
import { RECORD_KINDS } from './record-kind.ts';

/**
 * `bytes` is base64 of the sealed content (sealing.ts), or, without `key_id`, of the content's UTF-8 JSON in clear, as
 * the first builds wrote it and a device without a key still does. `sha256` (lower-case hex) covers the bytes. A kind
 * that this build does not know is kept like any other record, unused until a later build reads it.
 */
export const RecordSchema = Type.Object(
  {
    id: Id,
    kind: Type.String({ pattern: '^[a-z][a-z-]{0,39}$', description: RECORD_KINDS.join(' | ') }),
    form: Type.Optional(
      Type.String({
        pattern: '^[a-zA-Z0-9._-]{0,64}$',
        description: 'instrument code of a submission or an attachment',
      }),
    ),
    version: Type.Optional(Whole(1)),
    replaces: Type.Optional(Id),
    key_id: Type.Optional(KeyId),
    bytes: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false },
);
export type RecordEnvelope = Static<typeof RecordSchema>;

export const MarkContent = Type.Object(
  {
    event_id: Id,
    session_id: Id,
    participant_id: Id,
    mark: OneOf(MARKS),
    at: LocalTime,
  },
  { additionalProperties: false },
);
export type MarkContent = Static<typeof MarkContent>;

/** Of an anonymous instrument: `assignment_id` and `at` are null, so that only the day is known. */
export const SubmissionContent = Type.Object(
  {
    event_id: Id,
    assignment_id: Nullable(Id),
    day: Day,
    at: Nullable(LocalTime),
    answers: Type.Record(Type.String({ maxLength: 255 }), Nullable(Type.String({ maxLength: 20_000 }))),
  },
  { additionalProperties: false },
);
export type SubmissionContent = Static<typeof SubmissionContent>;

/** What a tablet itself counted when the facilitator closed an event on it: the centre compares with what came. */
export const CloseOutContent = Type.Object(
  {
    event_id: Id,
    /** People with a mark of being there in at least one session, as this tablet marked them. */
    attended: Whole(0),
    /** Sheets of the event's survey finished on this tablet. */
    responses: Whole(0),
    at: LocalTime,
  },
  { additionalProperties: false },
);
export type CloseOutContent = Static<typeof CloseOutContent>;

/**
 * A file that an answer names: a photo, a signature, a recording; its envelope has the form and version of its
 * submission. Records are independent: it may come before the submission, or alone.
 */
export const AttachmentContent = Type.Object(
  {
    event_id: Id,
    /** The record whose answer names it. */
    submission_id: Id,
    /** Key of that answer. */
    question: Type.String({ maxLength: 255 }),
    /** The answer: what the file is called. */
    name: Type.String({ minLength: 1, maxLength: 255 }),
    /** Media type. */
    media: Type.String({ maxLength: 127, pattern: '^[\\w.+-]+/[\\w.+-]+$' }),
    /** Base64 of at most ATTACHMENT_MAX_BYTES. */
    data: Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
  },
  { additionalProperties: false },
);
export type AttachmentContent = Static<typeof AttachmentContent>;
