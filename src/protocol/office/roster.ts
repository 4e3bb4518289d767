// The roster of an event, and who observes whom afterwards.
import { type Static, Type } from 'typebox';
import { Day, Id, Line, Nullable, ProblemSchema } from '../fields.ts';

const strict = { additionalProperties: false };
const Optional = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]*$' });

export const Participant = Type.Object({
  id: Id,
  event_id: Id,
  person_id: Id,
  name: Type.String(),
  nip: Nullable(Type.String({ description: '18 digits, always text' })),
  rank: Type.String(),
  position: Type.String(),
  unit_name: Type.String(),
});
export type Participant = Static<typeof Participant>;
export const ParticipantList = Type.Object({ participants: Type.Array(Participant) });
export type ParticipantList = Static<typeof ParticipantList>;

/** `nip` as typed; empty for people without one. */
export const NewParticipant = Type.Object(
  {
    name: Line(120),
    nip: Optional(40),
    rank: Optional(20),
    position: Optional(120),
    unit_name: Optional(160),
  },
  strict,
);
export type NewParticipant = Static<typeof NewParticipant>;

/** Rows are taken in one by one: good ones are added, the others are told with their line in the file (1 = header). */
export const RosterReport = Type.Object({
  added: Type.Integer(),
  already: Type.Integer(),
  refused: Type.Array(Type.Object({ line: Type.Integer(), name: Type.String(), problem: ProblemSchema })),
  /** Accepted, but worth a look. */
  warnings: Type.Array(Type.Object({ line: Type.Integer(), name: Type.String(), problem: ProblemSchema })),
});
export type RosterReport = Static<typeof RosterReport>;

export const Assignment = Type.Object({
  id: Id,
  event_id: Id,
  participant_id: Id,
  participant_name: Type.String(),
  supervisor_id: Id,
  supervisor_name: Type.String(),
  due_on: Day,
  observed_on: Nullable(Day),
});
export type Assignment = Static<typeof Assignment>;
export const AssignmentList = Type.Object({ assignments: Type.Array(Assignment) });
export type AssignmentList = Static<typeof AssignmentList>;
export const NewAssignment = Type.Object({ participant_id: Id, supervisor_id: Id, due_on: Day }, strict);
export type NewAssignment = Static<typeof NewAssignment>;
