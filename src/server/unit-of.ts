// Which unit a request on something inside an event concerns.
import type { UnitOf } from './access.ts';
import { unitOfEvent } from './store/plan/events.ts';
import { findSession } from './store/plan/sessions.ts';
import { findAssignment } from './store/roster/assignments.ts';
import { findParticipant } from './store/roster/participants.ts';

type Find = (db: Parameters<UnitOf>[1], id: string) => Promise<{ readonly unit_id: string } | null>;

const by =
  (find: Find): UnitOf =>
  async (request, db) =>
    (await find(db, (request.params as { id: string }).id))?.unit_id ?? null;

/** For routes whose `:id` is an event, a session, a participant or an assignment. */
export const unitOf = {
  event: (request, db) => unitOfEvent(db, (request.params as { id: string }).id),
  session: by(findSession),
  participant: by(findParticipant),
  assignment: by(findAssignment),
} satisfies Record<string, UnitOf>;
