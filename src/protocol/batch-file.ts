// The second road: the same signed batches, a line each, in one file that travels on a stick.
import { type Static, Type } from 'typebox';
import { Id } from './fields.ts';

/**
 * First line: `{"lembar":"batches","version":1}`. Each further line is one batch: `body` is the very text of a
 * `PushRequest` (without nonces) that `signature` covers, so that it is taken in as if it had come by HTTPS. A torn last
 * line costs its own batch only.
 */
export const BATCH_FILE_HEADER = { lembar: 'batches', version: 1 } as const;

export const BatchLine = Type.Object({
  device: Id,
  /** As in the header of a push. */
  signature: Type.String({ maxLength: 128 }),
  body: Type.String(),
});
export type BatchLine = Static<typeof BatchLine>;
