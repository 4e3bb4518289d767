// The small schemas that many messages share.
import { type Static, Type } from 'typebox';
import { LANGUAGES } from '../domain/language.ts';

/** A closed set as a schema, from the one list that also gives the type. */
export const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });

export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'UUID in lower case',
});
/** A whole number that every database's `integer` holds; SQLite cannot read back what is beyond 2^53. */
export const Whole = (minimum: 0 | 1) => Type.Integer({ minimum, maximum: 2_147_483_647 });
/** Which of the centre's keys: the first 8 bytes of the SHA-256 of its public key's 65 bytes, in hex. */
export const KeyId = Type.String({ pattern: '^[0-9a-f]{16}$' });
/** The centre's public key: an uncompressed P-256 point, base64url, to which records are sealed from now on. */
export const SealingKey = Type.Object({
  key_id: KeyId,
  public_key: Type.String({ pattern: '^[A-Za-z0-9_-]{87}$' }),
});
export type SealingKey = Static<typeof SealingKey>;
/** What a device has ever finalised and had acknowledged, told with every contact, so that a loss is noticed. */
export const Counters = Type.Object(
  { finalised: Whole(0), acknowledged: Whole(0) },
  { additionalProperties: false },
);
export type Counters = Static<typeof Counters>;
/** A calendar day, `2026-11-22`. */
export const Day = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
/** A time of day at the venue, `08:30`. */
export const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
/** Local time with its offset, as the device's clock told it: `2026-11-22T08:31:04+07:00`. */
export const LocalTime = Type.String({
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d[+-]([01]\\d|2[0-3]):[0-5]\\d$',
});
/** A name or title on one line: no control characters, not blank. */
export const Line = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^(?=.*\\S)[^\\u0000-\\u001f\\u007f]*$' });

export const TextsSchema = Type.Object(
  Object.fromEntries(LANGUAGES.map(language => [language, Type.String()])) as Record<
    (typeof LANGUAGES)[number],
    ReturnType<typeof Type.String>
  >,
);

export const ProblemSchema = Type.Object({
  code: Type.String({ description: 'stable, see the catalogue' }),
  details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type ProblemBody = Static<typeof ProblemSchema>;
