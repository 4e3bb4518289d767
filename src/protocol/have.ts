// The re-offer: after a restore of the centre the device asks which of its acknowledged records are still held.
import { type Static, Type } from 'typebox';
import { Id } from './fields.ts';
import { HAVE_MAX_RECORDS } from './limits.ts';
import { Proto } from './push.ts';

export const HaveRequest = Type.Object(
  {
    proto: Proto,
    epoch: Type.String({ maxLength: 64 }),
    device: Id,
    req: Id,
    records: Type.Array(
      Type.Object(
        { id: Id, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
        { additionalProperties: false },
      ),
      { maxItems: HAVE_MAX_RECORDS },
    ),
  },
  { additionalProperties: false },
);
export type HaveRequest = Static<typeof HaveRequest>;

/** `missing`: ids of which the centre does not hold these very bytes, neither as record nor as conflict. */
export const HaveReply = Type.Object({
  req: Id,
  epoch: Type.String(),
  server_time: Type.String(),
  missing: Type.Array(Id),
});
export type HaveReply = Static<typeof HaveReply>;
