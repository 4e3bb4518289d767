// Enrolment: a single-use code against a device identity. The device keeps its private key to itself.
import { type Static, Type } from 'typebox';
import { Id, Nullable, SealingKey } from './fields.ts';

/** P-256 public key as a JWK's x and y, base64url. */
export const PublicKey = Type.Object(
  { x: Type.String({ maxLength: 64 }), y: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);

export const EnrolRequest = Type.Object(
  {
    /** As typed: case, spaces and dashes do not matter. */
    code: Type.String({ minLength: 1, maxLength: 40 }),
    public_key: PublicKey,
  },
  { additionalProperties: false },
);
export type EnrolRequest = Static<typeof EnrolRequest>;

/** `account` is null for a unit's shared tablet, the supervisor for a supervisor's own phone. */
export const EnrolReply = Type.Object({
  device: Id,
  label: Type.String(),
  epoch: Type.String(),
  unit: Type.Object({ id: Id, name: Type.String() }),
  account: Nullable(Type.Object({ id: Id, name: Type.String() })),
  key: SealingKey,
});
export type EnrolReply = Static<typeof EnrolReply>;
