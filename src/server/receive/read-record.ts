// From the bytes of a record to what they say; the only reader of record contents at the centre.
import { createHash } from 'node:crypto';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { isDay } from '../../domain/calendar/day.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';
import { RECORD_MAX_BYTES } from '../../protocol/limits.ts';
import type { Problem } from '../../protocol/problem.ts';
import {
  AttachmentContent,
  CloseOutContent,
  MarkContent,
  type RecordEnvelope,
  SubmissionContent,
} from '../../protocol/record.ts';
import { RECORD_KINDS, type RecordKind } from '../../protocol/record-kind.ts';
import { ENCAPSULATED_BYTES, sealedContext, TAG_BYTES } from '../../protocol/sealing.ts';
import type { KeyRing } from '../identity/key-ring.ts';
import type { RawRow } from '../store/records/raw.ts';

export type Content =
  | ({ readonly kind: 'mark' } & MarkContent)
  | ({ readonly kind: 'submission' } & SubmissionContent)
  | ({ readonly kind: 'close-out' } & CloseOutContent)
  | ({ readonly kind: 'attachment' } & AttachmentContent);

/** What is around a record's bytes. */
export type Envelope = Omit<RecordEnvelope, 'bytes' | 'sha256'>;

export type ReadRecord = {
  readonly envelope: Envelope;
  readonly bytes: Uint8Array;
  /** Of the bytes that came. */
  readonly sha256: string;
  readonly content: Result<Content, Problem>;
};

export function readRecord(
  keys: KeyRing,
  { bytes: base64, sha256: told, ...envelope }: RecordEnvelope,
): ReadRecord {
  const bytes = Buffer.from(base64, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const content = sha256 === told ? readContent(keys, envelope, bytes) : refused('record.hash');
  return { envelope, bytes, sha256, content };
}

/** Whether a record is above what a device may finalise; sealing adds its own few bytes. */
export const isTooLarge = ({ envelope: { key_id }, bytes }: ReadRecord): boolean =>
  bytes.length > RECORD_MAX_BYTES + (key_id === undefined ? 0 : ENCAPSULATED_BYTES + TAG_BYTES);

/** What a stored record says. */
export const readStored = (keys: KeyRing, row: RawRow): Result<Content, Problem> =>
  readContent(keys, envelopeOf(row), row.bytes);

export function envelopeOf({ id, kind, form, version, replaces, key_id }: RawRow): Envelope {
  return {
    id,
    kind,
    ...(form === null ? {} : { form }),
    ...(version === null ? {} : { version }),
    ...(replaces === null ? {} : { replaces }),
    ...(key_id === null ? {} : { key_id }),
  };
}

const contents: Readonly<Record<RecordKind, (value: unknown) => string | null>> = {
  mark: checking(MarkContent),
  submission: checking(SubmissionContent),
  'close-out': checking(CloseOutContent),
  attachment: checking(AttachmentContent),
};

/** The content of a kind, with exactly the fields that the protocol gives it. */
function readContent(keys: KeyRing, envelope: Envelope, bytes: Uint8Array): Result<Content, Problem> {
  const kind = RECORD_KINDS.find(known => known === envelope.kind);
  if (!kind) return refused('record.unknown_kind', { kind: envelope.kind });
  const opened =
    envelope.key_id === undefined
      ? accepted(bytes)
      : keys.open(envelope.key_id, bytes, sealedContext(envelope));
  if (!opened.ok) return opened;
  const said = readJson(opened.value);
  if (said === undefined) return refused('record.unreadable', { reason: 'not JSON in UTF-8' });
  const wrong = contents[kind](said);
  if (wrong !== null) return refused('record.unreadable', { reason: wrong });
  const content = { kind, ...(said as object) } as Content;
  const day = dayOf(content);
  // The schema has seen to the rest of it.
  return day === null || day.slice(8) <= '28' || isDay(day)
    ? accepted(content)
    : refused('record.unreadable', { reason: `no such day: ${day}` });
}

function dayOf(content: Content): string | null {
  if (content.kind === 'submission') return content.day;
  return content.kind === 'attachment' ? null : content.at.slice(0, 10);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

/** A field's name comes from the record: as long as its writer pleased. */
const REASON_MAX = 100;

/** What is wrong with a value, as field and rule, or null. */
function checking(schema: TSchema): (value: unknown) => string | null {
  const check = Compile(schema);
  return value => {
    if (check.Check(value)) return null;
    const [first] = check.Errors(value);
    return first ? `${first.instancePath.slice(1, REASON_MAX) || 'content'}: ${first.message}` : 'content';
  };
}
