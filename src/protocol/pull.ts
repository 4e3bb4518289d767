// The pull: pages of reference rows and tombstones for each scope that the device may see.
import { type Static, Type } from 'typebox';
import { FEED_KINDS } from './feed.ts';
import { Counters, Id, Nullable, OneOf, SealingKey } from './fields.ts';
import { FEED_SCHEMAS } from './limits.ts';
import { Proto } from './push.ts';

/** Scopes are named `public`, `unit:<id>` (one unit) or `account:<id>` (a supervisor's own assignments). */
const Scope = Type.String({ maxLength: 80 });
const Cursor = Type.String({ maxLength: 40, description: 'opaque; empty at the start' });

export const PullRequest = Type.Object(
  {
    proto: Proto,
    schema: Type.Unsafe<(typeof FEED_SCHEMAS)[number]>({ type: 'integer', enum: [...FEED_SCHEMAS] }),
    epoch: Type.String({ maxLength: 64 }),
    device: Id,
    req: Id,
    counters: Type.Optional(Counters),
    /**
     * What the device holds; empty at its first pull. Of a scope that is being fetched anew: the cursor of the new
     * snapshot, empty at its start.
     */
    scopes: Type.Array(Type.Object({ scope: Scope, cursor: Cursor }, { additionalProperties: false }), {
      maxItems: 2000,
    }),
  },
  { additionalProperties: false },
);
export type PullRequest = Static<typeof PullRequest>;

/**
 * One entry for each scope that the device may see now. A scope that it holds and that is not listed was left: its
 * rows go, drafts and outbox stay. `more`: ask again at once.
 *
 * `refetch`: the cursor means nothing here (another epoch, from nowhere, ahead of the scope). The entry has no rows and
 * an empty cursor; the device asks again from the start, beside what it has, and puts the new snapshot in its place
 * once the scope is `whole`.
 */
export const PullReply = Type.Object({
  req: Id,
  epoch: Type.String(),
  server_time: Type.String(),
  more: Type.Boolean(),
  /** To be sealed to from now on. */
  key: SealingKey,
  scopes: Type.Array(
    Type.Object({
      scope: Scope,
      cursor: Cursor,
      refetch: Type.Boolean(),
      /** Nothing more in this scope for now. */
      whole: Type.Boolean(),
      /** `body` null is a tombstone. Bodies have the shapes of protocol/feed.ts. */
      rows: Type.Array(
        Type.Object({
          kind: OneOf(FEED_KINDS),
          id: Type.String(),
          body: Nullable(Type.Unsafe<object>({ type: 'object', additionalProperties: true })),
        }),
      ),
    }),
  ),
});
export type PullReply = Static<typeof PullReply>;
