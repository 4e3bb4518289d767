// A finished record is sealed to the centre: only the centre opens it, under its own envelope, and nothing tells by its size.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import { keepKey } from '../../src/device/centre-key.ts';
import { seal } from '../../src/device/seal.ts';
import { createOutbox, getLocal } from '../../src/device/store/outbox.ts';
import type { RecordEnvelope } from '../../src/protocol/record.ts';
import vector from '../vectors/rfc9180-p256.json' with { type: 'json' };
import { sealingKey } from './fake-centre.ts';
import {
  bench,
  EVENT,
  enrolled,
  kioskDraft,
  observation,
  observationDraft,
  person,
  SESSION,
  survey,
} from './fixture.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));
const sizeOf = (record: RecordEnvelope): number => Buffer.from(record.bytes, 'base64').length;
const mark = { id: crypto.randomUUID(), kind: 'mark' };

it("RFC 9180's published vector for this suite holds in the library", async () => {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const sender = await suite.createSenderContext({
    recipientPublicKey: await suite.kem.deserializePublicKey(bytes(vector.pkRm)),
    info: bytes(vector.info),
    ekm: bytes(vector.ikmE),
  });
  expect(Buffer.from(sender.enc).toString('hex')).toBe(vector.enc);
  const sealed = await sender.seal(bytes(vector.pt), bytes(vector.aad));
  expect(Buffer.from(sealed).toString('hex')).toBe(vector.ct);
});

describe('a sealed record', () => {
  it('is opened by the centre, which finds the content under the hash of the sealed bytes', async () => {
    const key = sealingKey();
    const record = await seal(crypto, key, { envelope: mark, content: { a: 'lone \ud800' } });
    expect(record.key_id).toBe(key.key_id);
    expect(JSON.parse(await key.open(record))).toEqual({ a: 'lone \ud800' });
    const sealed = Buffer.from(record.bytes, 'base64');
    expect(record.sha256).toBe(createHash('sha256').update(sealed).digest('hex'));
    expect(sealed.includes('lone')).toBe(false);
  });

  it.each<[string, Partial<RecordEnvelope>]>([
    ['another id', { id: crypto.randomUUID() }],
    ['another kind', { kind: 'submission' }],
    ['another form', { form: 'other' }],
    ['another version', { version: 2 }],
    ['another record to replace', { replaces: crypto.randomUUID() }],
    ['nothing to replace', { replaces: undefined as never }],
  ])('does not open in an envelope with %s', async (_, change) => {
    const key = sealingKey();
    const envelope = { ...mark, form: 'f', version: 1, replaces: crypto.randomUUID() };
    const record = await seal(crypto, key, { envelope, content: {} });
    await expect(key.open({ ...record, ...change })).rejects.toThrow();
    await expect(key.open(record)).resolves.toContain('{}');
  });

  it.each([
    ['a mark', 'mark', 10, 200],
    ['a sheet', 'submission', 0, 900],
    ['a longer sheet', 'submission', 1100, 4000],
  ])('is of one size, whether %s says little or much', async (_, kind, least, most) => {
    const key = sealingKey();
    const records = await Promise.all(
      [least, most].map(length =>
        seal(crypto, key, { envelope: { ...mark, kind }, content: { text: 'a'.repeat(length) } }),
      ),
    );
    expect(new Set(records.map(sizeOf)).size).toBe(1);
  });

  it('of the same content is different each time', async () => {
    const key = sealingKey();
    const [one, two] = [
      await seal(crypto, key, { envelope: mark, content: {} }),
      await seal(crypto, key, { envelope: mark, content: {} }),
    ];
    expect(one.bytes).not.toBe(two.bytes);
  });
});

describe('on an enrolled tablet', () => {
  it('nothing of a finished sheet, mark or close-out lies in clear in the outbox', async () => {
    const on = bench();
    const tablet = await enrolled(on);
    const planted = kioskDraft({ answers: { waktu: '4', saran: 'Kalimat' } });
    await tablet.saveDraft(planted);
    await tablet.finalise(planted, survey);
    await tablet.mark(EVENT, SESSION, person(1), 'late');
    await tablet.closeOut(EVENT, { attended: 1, responses: 1 });
    const outbox = createOutbox({ indexedDB: on.indexedDB });
    const records = await outbox.records.toArray();
    expect(records).toHaveLength(3);
    for (const table of outbox.tables)
      expect(JSON.stringify(await table.toArray())).not.toMatch(/Kalimat|S2FsaW1hd/);
    for (const record of records) {
      expect(record.key_id).toBe(on.centre.key.key_id);
      expect(JSON.parse(await on.centre.key.open(record))).toMatchObject({ event_id: EVENT });
    }
  });

  it('corrections made at once by several taps and tabs form one chain, each sealed with what it replaces', async () => {
    const on = bench();
    const tablet = await enrolled(on);
    const other = on.open();
    const marks = ['present', 'late', 'sick', 'absent', 'excused'] as const;
    await Promise.all(marks.map((each, n) => (n % 2 ? tablet : other).mark(EVENT, SESSION, person(1), each)));
    const outbox = createOutbox({ indexedDB: on.indexedDB });
    const records = await outbox.records.toArray();
    expect(records).toHaveLength(5);
    const replaced = records.flatMap(record => record.replaces ?? []);
    expect(new Set(replaced).size).toBe(4);
    // Its context names what it replaces: it would not open otherwise.
    for (const record of records) await expect(on.centre.key.open(record)).resolves.toContain(EVENT);
  });

  it('so do two observations of one assignment finished at once', async () => {
    const on = bench();
    const tablet = await enrolled(on);
    await Promise.all(
      ['1', '2'].map(waktu => tablet.finalise(observationDraft({ answers: { waktu } }), observation)),
    );
    const records = await createOutbox({ indexedDB: on.indexedDB }).records.toArray();
    expect(records.flatMap(record => record.replaces ?? [])).toHaveLength(1);
    for (const record of records) await expect(on.centre.key.open(record)).resolves.toContain(EVENT);
  });

  it('what is finished after a new key was named is sealed to the new one', async () => {
    const on = bench();
    const tablet = await enrolled(on);
    const outbox = createOutbox({ indexedDB: on.indexedDB });
    const next = sealingKey();
    await keepKey({ outbox, crypto }, { key_id: next.key_id, public_key: next.public_key });
    await tablet.mark(EVENT, SESSION, person(1), 'late');
    const [record] = await outbox.records.toArray();
    expect(record?.key_id).toBe(next.key_id);
    await expect(next.open(record as RecordEnvelope)).resolves.toContain(EVENT);
  });
});

it('a tablet that knows no key yet writes in clear, without naming one', async () => {
  const on = bench();
  const tablet = on.open();
  await tablet.start();
  await tablet.mark(EVENT, SESSION, person(1), 'late');
  const [record] = await createOutbox({ indexedDB: on.indexedDB }).records.toArray();
  expect(record).not.toHaveProperty('key_id');
  expect(Buffer.from(record?.bytes ?? '', 'base64').toString()).toContain(EVENT);
});

describe('a key of the centre', () => {
  const good = sealingKey();
  const point = Buffer.from(good.public_key, 'base64url');
  const offCurve = Buffer.from(point);
  offCurve.writeUInt8((offCurve[64] ?? 0) ^ 1, 64);
  const named = (bytes: Buffer) => ({
    key_id: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    public_key: bytes.toString('base64url'),
  });

  it.each<[string, unknown]>([
    ['is missing', undefined],
    ['is null', null],
    ['is no object', 'key'],
    ['is not on the curve', named(offCurve)],
    ['is cut short', named(point.subarray(0, 40))],
    ['is no base64url', { ...named(point), public_key: '%%%' }],
    ['goes by the name of another', { ...named(point), key_id: '0123456789abcdef' }],
  ])('that %s is not believed: the one before stays, and sheets can be finished', async (_, key) => {
    const on = bench();
    const tablet = await enrolled(on);
    const outbox = createOutbox({ indexedDB: on.indexedDB });
    await keepKey({ outbox, crypto }, key);
    expect((await getLocal(outbox, 'centre_key'))?.key_id).toBe(on.centre.key.key_id);
    await tablet.mark(EVENT, SESSION, person(1), 'late');
    expect(await outbox.records.count()).toBe(1);
  });
});
