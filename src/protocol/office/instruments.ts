// Questionnaires at the office: what is published, what a spreadsheet would become, and where a version is used.
import { type Static, Type } from 'typebox';
import { INSTRUMENT_KINDS, type Instrument } from '../../domain/instrument/definition.ts';
import type { Change } from '../../domain/instrument/difference.ts';
import { Id, Nullable, OneOf, ProblemSchema, TextsSchema, Whole } from '../fields.ts';

const strict = { additionalProperties: false };

/** As the compiler sees to it. */
export const InstrumentCode = Type.String({ pattern: '^[a-z0-9._-]{1,64}$' });
export const InstrumentName = Type.Object({ code: InstrumentCode, version: Whole(1) }, strict);
export type InstrumentName = Static<typeof InstrumentName>;

/** A questionnaire as an event names it. */
export const NamedInstrument = Type.Object({
  code: Type.String(),
  version: Type.Integer(),
  title: TextsSchema,
});
export type NamedInstrument = Static<typeof NamedInstrument>;

export const InstrumentSummary = Type.Object({
  code: Type.String(),
  /** Of the newest version, like kind and anonymous. */
  title: TextsSchema,
  kind: OneOf(INSTRUMENT_KINDS),
  anonymous: Type.Boolean(),
  /** The newest first. */
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      /** Null: came with Lembar, before it kept the time. */
      published_at: Nullable(Type.String()),
      published_by: Nullable(Type.String({ description: 'name of the account' })),
      questions: Type.Integer(),
      /** Whether the spreadsheet that it was made of can be fetched. */
      has_file: Type.Boolean(),
    }),
  ),
  /** Of own units: in how many events any version of it is used. */
  events: Type.Integer(),
});
export type InstrumentSummary = Static<typeof InstrumentSummary>;
export const InstrumentList = Type.Object({ instruments: Type.Array(InstrumentSummary) });
export type InstrumentList = Static<typeof InstrumentList>;

const Definition = Type.Unsafe<Instrument>({ type: 'object', additionalProperties: true });

export const InstrumentDetail = Type.Object({ instrument: Definition });
export type InstrumentDetail = Static<typeof InstrumentDetail>;

/** Sentences for `code` are in the app's texts; `details` fill them. */
export const FindingSchema = Type.Object({
  /** Those of authoring/finding.ts; only `error` stands in the way. */
  level: OneOf(['error', 'warning', 'repair', 'unsupported']),
  code: Type.String(),
  details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  sheet: Nullable(Type.String()),
  row: Nullable(Type.Integer()),
  column: Nullable(Type.String()),
});

export const InstrumentCheck = Type.Object({
  findings: Type.Array(FindingSchema),
  /** Null where a finding is an error. */
  instrument: Nullable(Definition),
  /** The version of that code that is published last; 0 where there is none. Publishing names it as `after`. */
  newest: Type.Integer(),
  /** What would be different from that version; empty where there is none. */
  difference: Type.Array(Type.Unsafe<Change>({ type: 'object', additionalProperties: true })),
});
export type InstrumentCheck = Static<typeof InstrumentCheck>;

export const Published = Type.Object({
  code: Type.String(),
  version: Type.Integer(),
  findings: Type.Array(FindingSchema),
});
export type Published = Static<typeof Published>;

/** A refusal for what is in the file says where. */
export const RefusedFile = Type.Object({ ...ProblemSchema.properties, findings: Type.Array(FindingSchema) });
export type RefusedFile = Static<typeof RefusedFile>;

/** Files that answers of an event's sheets name. `code`: of the questionnaire. */
export const AttachmentList = Type.Object({
  attachments: Type.Array(
    Type.Object({
      id: Id,
      submission_id: Id,
      code: Nullable(Type.String()),
      question: Type.String(),
      name: Type.String(),
      media: Type.String(),
    }),
  ),
});
export type AttachmentList = Static<typeof AttachmentList>;

/** Where a questionnaire is asked: own units' events, the latest first; each version and role once. */
export const InstrumentEvents = Type.Object({
  events: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      venue: Type.String(),
      unit_name: Type.String(),
      starts_on: Type.String(),
      ends_on: Type.String(),
      version: Type.Integer(),
      as: OneOf(['survey', 'form', 'observation']),
    }),
  ),
});
export type InstrumentEvents = Static<typeof InstrumentEvents>;

/** Which events take the version; without them all of own units that use another one and are not over. */
export const Use = Type.Object({ events: Type.Optional(Type.Array(Id, { maxItems: 1000 })) }, strict);
export type Use = Static<typeof Use>;
/** How many events now use it. */
export const Used = Type.Object({ events: Type.Integer() });
export type Used = Static<typeof Used>;
