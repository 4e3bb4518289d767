// A copy of a device takes an identity of its own: asked for with the old key, answered for the new one.
import { type Static, Type } from 'typebox';
import { EnrolReply, PublicKey } from './enrol.ts';
import { Id } from './fields.ts';
import { Proto } from './push.ts';

/** Signed by the old key. The same `public_key` gets the same identity again, so that a lost reply makes no third one. */
export const ForkRequest = Type.Object(
  { proto: Proto, device: Id, req: Id, nonce: Id, next: Id, public_key: PublicKey },
  { additionalProperties: false },
);
export type ForkRequest = Static<typeof ForkRequest>;

export const ForkReply = Type.Object({ req: Id, ...EnrolReply.properties });
export type ForkReply = Static<typeof ForkReply>;
