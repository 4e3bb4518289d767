// The push: a batch of records upwards, one result a record downwards. Anything else acknowledges nothing.
import { type Static, Type } from 'typebox';
import { Counters, Id, OneOf, ProblemSchema, Whole } from './fields.ts';
import { PROTOS, PUSH_MAX_RECORDS } from './limits.ts';
import { HELD_RESULTS, PUSH_RESULTS } from './push-result.ts';
import { RecordSchema } from './record.ts';

/** What was said before is understood for good. */
export const Proto = Type.Unsafe<(typeof PROTOS)[number]>({ type: 'integer', enum: [...PROTOS] });

/**
 * `nonce` is the one that this device's last answered push named as `next`; both are drawn by the device and kept
 * before they are sent, so that a lost reply is told from a copy of the device:
 *
 * | the centre holds   | it concludes                                 |
 * | ------------------ | -------------------------------------------- |
 * | none, or `nonce`   | the next push of this device: holds `next`   |
 * | `next`             | the same push again, its reply was lost      |
 * | anything else      | a copy of this device: 409 `device.forked`   |
 *
 * Absent from a file, which may be taken in at any time, and from devices that speak 1.
 */
export const PushRequest = Type.Object(
  {
    proto: Proto,
    epoch: Type.String({ maxLength: 64 }),
    device: Id,
    nonce: Type.Optional(Id),
    next: Type.Optional(Id),
    /** Names this request; the reply echoes it. */
    req: Id,
    counters: Counters,
    records: Type.Array(RecordSchema, { maxItems: PUSH_MAX_RECORDS }),
  },
  { additionalProperties: false },
);
export type PushRequest = Static<typeof PushRequest>;

export const RecordResult = Type.Object({
  id: Id,
  result: OneOf([...PUSH_RESULTS, ...HELD_RESULTS]),
  /** Why it is in quarantine. */
  reason: Type.Optional(ProblemSchema),
  /** Of `retry`: seconds. */
  after: Type.Optional(Whole(1)),
});
export type RecordResult = Static<typeof RecordResult>;

export const PushReply = Type.Object({
  req: Id,
  epoch: Type.String(),
  server_time: Type.String({ description: 'ISO 8601, UTC' }),
  results: Type.Array(RecordResult),
});
export type PushReply = Static<typeof PushReply>;
