// Units, programmes, events and sessions, as the office plans them.
import { type Static, Type } from 'typebox';
import { Day, Id, Line, Nullable, TimeOfDay } from '../fields.ts';
import { InstrumentName, NamedInstrument } from './instruments.ts';

const strict = { additionalProperties: false };

export const Unit = Type.Object({
  id: Id,
  parent_id: Nullable(Id),
  code: Type.String({ description: 'wilayah or office code, as text' }),
  name: Type.String(),
  demonstration: Type.Boolean(),
});
export type Unit = Static<typeof Unit>;
export const UnitList = Type.Object({ units: Type.Array(Unit) });
export type UnitList = Static<typeof UnitList>;
export const NewUnit = Type.Object({ parent_id: Id, code: Line(40), name: Line(160) }, strict);
export type NewUnit = Static<typeof NewUnit>;

export const Programme = Type.Object({
  id: Id,
  unit_id: Id,
  unit_name: Type.String(),
  name: Type.String(),
  events: Type.Integer(),
});
export type Programme = Static<typeof Programme>;
export const ProgrammeList = Type.Object({ programmes: Type.Array(Programme) });
export type ProgrammeList = Static<typeof ProgrammeList>;
export const NewProgramme = Type.Object({ unit_id: Id, name: Line(160) }, strict);
export type NewProgramme = Static<typeof NewProgramme>;

export const Session = Type.Object({
  id: Id,
  event_id: Id,
  name: Type.String(),
  day: Day,
  starts_at: TimeOfDay,
  ends_at: TimeOfDay,
});
export type Session = Static<typeof Session>;
export const NewSession = Type.Object(
  { name: Line(160), day: Day, starts_at: TimeOfDay, ends_at: TimeOfDay },
  strict,
);
export type NewSession = Static<typeof NewSession>;

const eventFields = {
  name: Line(160),
  venue: Line(200),
  starts_on: Day,
  ends_on: Day,
};
export const EventSummary = Type.Object({
  id: Id,
  programme_id: Id,
  programme_name: Type.String(),
  unit_id: Id,
  unit_name: Type.String(),
  ...eventFields,
  participants: Type.Integer(),
  /** Surveys received. */
  responses: Type.Integer(),
  demonstration: Type.Boolean(),
});
export type EventSummary = Static<typeof EventSummary>;
export const EventList = Type.Object({ events: Type.Array(EventSummary) });
export type EventList = Static<typeof EventList>;
/** What the event asks: `survey` in the kiosk of everybody, `forms` when they are opened. */
export const EventDetail = Type.Object({
  event: EventSummary,
  sessions: Type.Array(Session),
  survey: NamedInstrument,
  forms: Type.Array(NamedInstrument),
});
export type EventDetail = Static<typeof EventDetail>;
/** Left out: the survey that Lembar comes with, or the one that the event has; its forms stay. */
const asked = {
  survey: Type.Optional(InstrumentName),
  forms: Type.Optional(Type.Array(InstrumentName, { maxItems: 30 })),
};
export const NewEvent = Type.Object({ programme_id: Id, unit_id: Id, ...eventFields, ...asked }, strict);
export type NewEvent = Static<typeof NewEvent>;
export const EventChange = Type.Object({ ...eventFields, ...asked }, strict);
export type EventChange = Static<typeof EventChange>;
