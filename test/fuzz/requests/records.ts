// Records as tablets send them: good ones, ones sent before, and ones spoiled in content, envelope or seal.
import { createHash } from 'node:crypto';
import {
  CloseOutContent,
  MarkContent,
  type RecordEnvelope,
  SubmissionContent,
} from '../../../src/protocol/record.ts';
import { ENCAPSULATED_BYTES } from '../../../src/protocol/sealing.ts';
import { sealRecord } from '../../server/seal-record.ts';
import { ASSIGNMENT, PARTICIPANTS } from '../../server/test-centre.ts';
import { answersOf, markRecord, surveyRecord } from '../../server/test-device.ts';
import type { Chance } from '../chance.ts';
import { draw, type Schema } from '../from-schema.ts';
import { hostileText } from '../hostile.ts';
import { spoilBytes, spoilText, spoilValue } from '../spoil.ts';
import type { World } from '../world.ts';

/** As many are kept to be sent again. */
const SENT_MAX = 200;

export function drawRecord(world: World, chance: Chance): RecordEnvelope {
  const record = chance.weigh<() => RecordEnvelope>([
    [5, () => goodRecord(world, chance)],
    [4, () => clear(world, chance, spoilValue(drawContent(world, chance).content, chance))],
    [2, () => clear(world, chance, spoilText(JSON.stringify(drawContent(world, chance).content), chance))],
    [
      1,
      () => clear(world, chance, spoilBytes(Buffer.from(JSON.stringify(drawContent(world, chance))), chance)),
    ],
    [2, () => strangeEnvelope(goodRecord(world, chance), world, chance)],
    [2, () => sealedRubbish(goodRecord(world, chance), world, chance)],
    [2, () => again(world, chance)],
  ])();
  const { sent } = world;
  const drawn = chance.hit(0.2) && !record.key_id ? sealRecord(world.centre.keys.current(), record) : record;
  if (sent.length < SENT_MAX) sent.push(drawn);
  else sent[chance.below(SENT_MAX)] = drawn;
  return drawn;
}

/** Ids and hashes as a device keeps them of what it has sent. */
export const sentBefore = ({ sent }: World, chance: Chance, count: number) =>
  Array.from({ length: sent.length && count }, () => {
    const { id, sha256 } = chance.pick(sent);
    return { id, sha256 };
  });

function goodRecord(world: World, chance: Chance): RecordEnvelope {
  const id = chance.uuid();
  const comment = chance.hit(0.3) ? hostileText(chance) : null;
  return chance.pick([
    () => markRecord({ participant_id: chance.pick(PARTICIPANTS) }, { id }),
    () => surveyRecord({ ...answersOf(String(1 + chance.below(4))), saran: comment }, {}, { id }),
    () =>
      surveyRecord(
        { competence: '1' },
        { assignment_id: ASSIGNMENT, at: '2026-11-20T08:00:00+07:00' },
        { id, form: 'observasi' },
      ),
    () => clear(world, chance, drawContent(world, chance).content),
  ])();
}

const CONTENTS = [
  { kind: 'mark', schema: MarkContent as Schema },
  { kind: 'submission', schema: SubmissionContent as Schema },
  { kind: 'close-out', schema: CloseOutContent as Schema },
] as const;

function drawContent(world: World, chance: Chance): { kind: string; content: unknown } {
  const { kind, schema } = chance.pick(CONTENTS);
  return { kind, content: draw(schema, chance, world.idOf) };
}

/** A content, whatever it is, in an envelope that fits it. */
function clear(world: World, chance: Chance, content: unknown): RecordEnvelope {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content) ?? 'undefined');
  const kind = chance.pick(['mark', 'submission', 'submission', 'close-out', 'walk-in']);
  const envelope = { id: chance.uuid(), kind, ...packed(bytes) } as RecordEnvelope;
  if (chance.hit(0.1)) envelope.replaces = world.idOf('raw');
  if (kind !== 'submission') return envelope;
  return { ...envelope, form: chance.pick(['skm9', 'observasi', 'x']), version: chance.pick([1, 1, 2]) };
}

const packed = (bytes: Buffer): { bytes: string; sha256: string } => ({
  bytes: bytes.toString('base64'),
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

function strangeEnvelope(record: RecordEnvelope, world: World, chance: Chance): RecordEnvelope {
  const change: Partial<RecordEnvelope> = chance.pick([
    { sha256: '0'.repeat(64) },
    { replaces: record.id },
    { replaces: world.idOf('raw') },
    { version: 2 ** 31 - 1 },
    { form: '' },
    { form: 'a'.repeat(64) },
    { bytes: '' },
    { bytes: '=' },
    { bytes: 'A' },
    { bytes: `${record.bytes}AAAA` },
    { key_id: '0123456789abcdef' },
    packed(chance.bytes(chance.pick([0, 1, 1000, 100_000, 300_000]))),
  ]);
  return { ...record, ...change };
}

/** Says that it is sealed to the centre's key, and is not. */
function sealedRubbish(record: RecordEnvelope, world: World, chance: Chance): RecordEnvelope {
  const size = chance.pick([
    0,
    1,
    16,
    ENCAPSULATED_BYTES - 1,
    ENCAPSULATED_BYTES,
    ENCAPSULATED_BYTES + 16,
    600,
  ]);
  const bytes = chance.bytes(size);
  // What begins like a point of the curve, in its long, short and hybrid forms.
  if (size > 0) bytes[0] = chance.pick([0, 2, 3, 4, 4, 4, 6, 255]);
  return { ...record, ...packed(bytes), key_id: world.centre.keys.current().key_id };
}

/** Known to the centre already: the same bytes, or others under the same id. */
function again(world: World, chance: Chance): RecordEnvelope {
  const { sent } = world;
  if (sent.length === 0) return goodRecord(world, chance);
  const { id } = chance.pick(sent);
  return chance.hit(0.5) ? chance.pick(sent) : { ...goodRecord(world, chance), id };
}
